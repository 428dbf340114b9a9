package cli

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"dateline/internal/add"
	"dateline/internal/cli/view"
	"dateline/internal/fault"
	"dateline/internal/intake"
)

// mostFailures is how many failures are told of one by one.
const mostFailures = 20

// failure is what could not be read, or was passed over.
type failure struct {
	Path string `json:"path"`
	// Line is where an article begins in a dump, 0 for a whole file.
	Line int    `json:"line,omitempty"`
	Why  string `json:"why"`
}

// tally takes what became of items and tells of it at the end.
type tally struct {
	app      *app
	json     bool
	home     string
	bar      *bar
	failures []failure
	passed   []failure
	// causes count the failures by what they mean.
	causes map[string]int
	first  error
}

// tally begins to count; in tells how far it is, nil where nothing does.
func (a *app) tally(json bool, in *intake.Intake, home string) *tally {
	t := &tally{app: a, json: json, home: home, causes: map[string]int{}, failures: []failure{}, passed: []failure{}}
	if in != nil {
		t.bar = a.progress(in)
	}
	return t
}

// tell takes one outcome.
func (t *tally) tell(o add.Outcome) {
	t.bar.step()
	if o.Err == nil {
		return
	}
	path, line, why := add.At(o.Err)
	var e *fault.Error
	if errors.As(why, &e) {
		why = e // what is around it names the file again
	}
	f := failure{Path: cmp.Or(fromHome(path, t.home), o.Origin), Line: line, Why: nameless(why.Error(), path)}
	var skip *intake.Skip
	if errors.As(o.Err, &skip) {
		if t.json {
			t.passed = append(t.passed, f)
		}
		return
	}
	t.causes[cause(o.Err)]++
	t.first = cmp.Or(t.first, o.Err)
	if t.json || len(t.failures) < mostFailures {
		t.failures = append(t.failures, f)
	}
}

// nameless is what an error says without the name of its file before it.
func nameless(say, file string) string {
	if at, why, ok := strings.Cut(say, ": "); ok && file != "" && strings.HasPrefix(at, filepath.Base(file)) {
		return why
	}
	return say
}

// cause names the meaning of an error.
func cause(err error) string {
	for _, m := range []error{fault.NotFound, fault.NotFile, fault.Empty, fault.TooLarge, fault.NotText, fault.Invalid, fault.Usage} {
		if errors.Is(err, m) {
			return m.Error()
		}
	}
	return "other"
}

// end prints the counts and the failures and gives the error that the command
// ends with.
func (t *tally) end(c add.Counts, err error) error {
	t.bar.end()
	printing := t.print(c, err)
	t.complain(c)
	switch {
	case err != nil:
		return err
	case printing != nil:
		return printing
	case c.Failed > 0 && c.Kept() > 0:
		return reported{errSome}
	case c.Failed > 0:
		return reported{t.first}
	}
	return nil
}

// print prints the counts.
func (t *tally) print(c add.Counts, err error) error {
	if t.json {
		return t.app.encodeJSON(struct {
			Added     int       `json:"added"`
			Replaced  int       `json:"replaced"`
			Reread    int       `json:"reread"`
			Current   int       `json:"current"`
			Elsewhere int       `json:"elsewhere"`
			Failed    int       `json:"failed"`
			Passed    int       `json:"passed_over"`
			Articles  int       `json:"articles"`
			Bytes     int64     `json:"bytes"`
			Again     int       `json:"again"`
			Complete  bool      `json:"complete"`
			Failures  []failure `json:"failures"`
			Over      []failure `json:"passed_over_list"`
		}{c.Added, c.Replaced, c.Reread, c.Current, c.Elsewhere, c.Failed, c.Passed, c.Articles, c.Bytes, c.Again, err == nil, t.failures, t.passed})
	}
	var rows [][2]string
	row := func(name string, n int, what string) {
		if n > 0 {
			rows = append(rows, [2]string{name, strings.TrimRight(fmt.Sprintf("%7d  %s", n, what), " ")})
		}
	}
	row("added", c.Added, "")
	row("replaced", c.Replaced, "their content or what was given with them has changed")
	row("reread", c.Reread, "by the rules of this version")
	row("skipped", c.Current, "there already")
	row("", c.Elsewhere, "there already under another name")
	row("passed over", c.Passed, "in folders; --json lists them")
	row("failed", c.Failed, t.why())
	if len(rows) == 0 {
		rows = append(rows, [2]string{"added", "      0"})
	}
	row("articles", c.Articles, "in what was written")
	return view.Fields(t.app.out, rows, t.app.options(&archiveFlags{}, false))
}

// why are the causes of the failures with their numbers.
func (t *tally) why() string {
	var out []string
	for _, m := range []string{"not found", "not a file", "empty", "too large", "not text", "invalid", "usage", "other"} {
		if n := t.causes[m]; n > 0 {
			out = append(out, fmt.Sprintf("%s %d", m, n))
		}
	}
	return strings.Join(out, ", ")
}

// complain tells of the first failures on standard error.
func (t *tally) complain(c add.Counts) {
	_ = t.app.out.Flush() // an error comes again at the end
	for i, f := range t.failures {
		if i == mostFailures {
			break
		}
		at := f.Path
		if f.Line > 0 {
			at += fmt.Sprintf(": line %d", f.Line)
		}
		t.app.say("error", at+": "+f.Why)
	}
	if hint := fault.Hint(t.first); hint != "" {
		t.app.say("hint", hint)
	}
	if n := c.Failed - mostFailures; n > 0 {
		t.app.say("error", fmt.Sprintf("and %d more; --json lists them all", n))
	}
	if c.Again > 0 {
		t.app.say("hint", plural(c.Again, "source")+" came under the name that had their content before and now has other: give the command again to add them")
	}
}
