package cli

import (
	"context"
	"errors"
	"fmt"
	"syscall"

	"dateline/internal/fault"
	"dateline/internal/term"
)

// reported is an error that has been printed already.
type reported struct{ error }

func (r reported) Unwrap() error { return r.error }

// report prints an error and what can be done about it on standard error. A
// reader of the output that went away is none.
func (a *app) report(err error) {
	var r reported
	switch {
	case err == nil, errors.As(err, &r), errors.Is(err, syscall.EPIPE):
		return
	case errors.Is(err, context.Canceled):
		a.say("error", "interrupted")
		return
	}
	a.say("error", err.Error())
	if hint := fault.Hint(err); hint != "" {
		a.say("hint", hint)
	}
}

// say prints one line on standard error. What it says may hold names and
// text of files, so it is cleaned.
func (a *app) say(what, text string) {
	fmt.Fprintf(a.err, "dateline: %s: %s\n", what, term.Clean(text))
}

// usage gives err the meaning of a command called wrongly.
func usage(err error) error {
	return &fault.Error{Meaning: fault.Usage, Say: err.Error(), Hint: fault.Hint(err)}
}
