package archive

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"
	"unicode/utf8"

	"dateline/internal/fault"
)

// CorrectionsFormat is the name and version of the form in which a layer is
// written: JSON lines, the first {"format": …}, then an entry each, in the
// order in which they were made.
const CorrectionsFormat = "dateline-corrections/1"

// ExportCorrections writes a layer.
func ExportCorrections(w io.Writer, layer []Correction) error {
	b := bufio.NewWriter(w)
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	err := e.Encode(exportHead{CorrectionsFormat})
	for i := 0; err == nil && i < len(layer); i++ {
		err = e.Encode(&layer[i])
	}
	if err = errors.Join(err, b.Flush()); err != nil {
		return fmt.Errorf("export corrections: %w", err)
	}
	return nil
}

// ImportCorrections reads what [ExportCorrections] wrote. Each entry is held
// to the form; that its fact is there is not asked.
func ImportCorrections(r io.Reader) ([]Correction, error) {
	d := json.NewDecoder(bufio.NewReader(r))
	d.DisallowUnknownFields()
	var head exportHead
	if err := d.Decode(&head); err != nil || head.Format != CorrectionsFormat {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("import corrections: the first line is not of %s", CorrectionsFormat)}
	}
	var out []Correction
	for n := 1; ; n++ {
		var c Correction
		err := d.Decode(&c)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err == nil && (c.ID == "" || c.At.IsZero()) {
			err = errors.New("id or time is missing")
		}
		if err == nil {
			err = CheckCorrection(&c)
		}
		if err != nil {
			return nil, fmt.Errorf("import corrections: %w", &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("entry %d: %v", n, err)})
		}
		out = append(out, c)
	}
}

// CheckCorrection refuses an entry that says nothing, or what cannot be.
func CheckCorrection(c *Correction) error {
	invalid := func(say string) error {
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("the %s %s", c.Op, say)}
	}
	for _, s := range []string{c.ID, c.By, c.Why, c.Undoes} {
		if !utf8.ValidString(s) {
			return invalid("has a text that is not UTF-8")
		}
	}
	switch c.Op {
	case Accept, Reject, Change, Add:
		return checkTarget(c)
	case Merge, Split:
		least := 2
		if c.Op == Split {
			least = 1
		}
		if len(c.People) < least || slices.ContainsFunc(c.People, func(p Called) bool { return Fold(p.Name) == "" }) {
			return invalid("names too few people")
		}
		return nil
	case Undo:
		if c.Undoes == "" || c.Undoes == c.ID {
			return invalid("names no entry")
		}
		return nil
	}
	return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("there is no operation %q", c.Op)}
}

func checkTarget(c *Correction) error {
	invalid := func(say string) error {
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("the %s %s", c.Op, say)}
	}
	t := c.Target
	switch {
	case t == nil || t.Source == "":
		return invalid("names no source")
	case len(correctable[t.Kind]) == 0 || c.Op == Add && !slices.Contains(addable, t.Kind) || c.Op == Reject && t.Kind == "article":
		return invalid(fmt.Sprintf("is of the kind %q", t.Kind))
	case !t.Anchor.whole():
		return invalid("names no place")
	case c.Op == Change && len(c.Changes) == 0:
		return invalid("changes nothing")
	}
	for _, x := range c.Changes {
		if err := checkField(t.Kind, x); err != nil {
			return err
		}
		if x.At != nil && !x.At.whole() {
			return invalid("names no place for its " + x.Field)
		}
	}
	return nil
}

// whole reports an anchor whose pieces follow each other and are as long as
// its characters.
func (a *Anchor) whole() bool {
	n, end := 0, -1
	for _, p := range a.Pieces {
		if p.Start() <= end || p.End() <= p.Start() {
			return false
		}
		n, end = n+p.End()-p.Start(), p.End()
	}
	return n > 0 && n == utf8.RuneCountInString(a.Quote.Exact) && len(a.Quote.Gaps) == len(a.Pieces)-1
}
