package archivetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
	"dateline/record"
)

// corrections runs the commands about corrections.
func (c *caseRun) corrections(ctx context.Context) error {
	switch c.d.Cmd {
	case "correct":
		for line := range strings.Lines(c.d.Input) {
			if err := c.correct(ctx, strings.Fields(line)); err != nil {
				c.printf("error: %s\n", meaningOf(err))
			}
		}
	case "corrections":
		return c.a.Standings(ctx, func(s archive.Standing) error {
			c.printf("%s %s\n", describe(&s.Correction), strings.TrimSpace(fmt.Sprint(s.Fate, " ", s.Fact, " ", s.Why)))
			return nil
		})
	case "corrected":
		for id := range strings.FieldsSeq(c.d.Input) {
			source, inside := archive.SplitID(id)
			r, _, err := c.a.CorrectedRecord(ctx, source)
			if err != nil {
				return err
			}
			kind, v := archive.Find(r, inside)
			c.printf("%s %s %v\n", inside, kind, archive.FieldValues(kind, v))
		}
	case "corrected-people":
		for name := range strings.FieldsSeq(c.d.Input) {
			all, err := c.a.CorrectedPeople(ctx, name)
			if err != nil {
				return err
			}
			for _, x := range all {
				c.printf("%s in %d: %v", x.Name, len(x.Sources), x.Forms)
				for _, t := range x.Titles {
					c.printf(" %s", t.Title)
				}
				if x.Untitled {
					c.printf(" (which is not told)")
				}
				c.printf("\n")
			}
		}
	}
	return nil
}

func describe(c *archive.Correction) string {
	s := string(c.Op)
	if c.Target != nil {
		s += " " + c.Target.Kind + " " + c.Target.Quote.Exact
	}
	for _, p := range c.People {
		s += " " + p.Name
	}
	return s
}

// correct makes an entry of words: an operation, an id and FIELD=VALUE, or
// add SOURCE KIND WORDS FIELD=VALUE, merge NAME…, split NAME@SOURCE…, undo N,
// the number of an entry from 1.
func (c *caseRun) correct(ctx context.Context, words []string) error {
	x, err := c.entry(ctx, words)
	if err != nil {
		return err
	}
	x.By = "tester"
	out, err := c.a.Correct(ctx, []archive.Correction{x})
	for _, x := range out {
		c.printf("%s %s %s\n", x.ID, x.At.Format("15:04"), describe(&x))
	}
	return err
}

func (c *caseRun) entry(ctx context.Context, words []string) (x archive.Correction, err error) {
	x.Op = archive.Op(words[0])
	switch x.Op {
	case archive.Merge, archive.Split:
		for _, w := range words[1:] {
			name, source, ok := strings.Cut(w, "@")
			who := archive.Called{Name: name}
			if ok {
				who.Sources = []string{source}
			}
			x.People = append(x.People, who)
		}
		return x, nil
	case archive.Undo:
		layer, err := c.a.Layer(ctx, "")
		n := 0
		if _, bad := fmt.Sscan(words[1], &n); bad != nil || err != nil || n < 1 || n > len(layer) {
			x.Undoes = words[1]
			return x, err
		}
		x.Undoes = layer[n-1].ID
		return x, nil
	}
	source, inside := archive.SplitID(words[1])
	return draft(ctx, c.a, x.Op, source, inside, words[2:])
}

// draft makes an entry about a source.
func draft(ctx context.Context, a archive.Archive, op archive.Op, source, inside string, words []string) (x archive.Correction, err error) {
	s, err := a.Source(ctx, source)
	if err != nil {
		return x, err
	}
	r, err := a.Record(ctx, source)
	if err != nil {
		return x, err
	}
	layer, err := a.Layer(ctx, source)
	if err != nil {
		return x, err
	}
	var set []archive.FieldValue
	for _, w := range words {
		if field, value, ok := strings.Cut(w, "="); ok {
			set = append(set, archive.FieldValue{Field: field, Value: value})
		}
	}
	if op != archive.Add {
		return archive.Draft(source, s.Text, r, layer, op, inside, set)
	}
	at := strings.Index(s.Text, words[1])
	if at < 0 {
		return x, errors.New("the words are not there")
	}
	from := len([]rune(s.Text[:at]))
	return archive.DraftAdd(source, s.Text, r, layer, words[0], []record.Piece{{from, from + len([]rune(words[1]))}}, set)
}

// seen is all that can be asked of an archive about its pages.
func seen(t *testing.T, a archive.Archive) string {
	t.Helper()
	ctx := context.Background()
	var b strings.Builder
	b.WriteString(everything(t, a))
	for _, by := range []archive.Facet{archive.ByPerson, archive.ByKind, archive.ByPlace} {
		all, err := a.Facets(ctx, nil, by, 0)
		fmt.Fprintln(&b, all, err)
	}
	for _, q := range []query.Node{nil, query.Phrase{Text: "渡口"}, query.Field{Name: query.Person, Text: "段鹭"}, query.Field{Name: query.Says, Text: "水位"}} {
		p, err := a.Search(ctx, archive.Search{Query: q, Limit: 1000})
		fmt.Fprintf(&b, "%+v %v\n", p, err)
	}
	facts, n, err := a.Statements(ctx, archive.StatementAsk{})
	fmt.Fprintf(&b, "%+v %d %v\n", facts, n, err)
	people, err := a.People(ctx, "段鹭")
	fmt.Fprintf(&b, "%+v %v\n", people, err)
	return b.String()
}

// runCorrections: corrections at random change what is found, are kept over a
// reading with other rules, go to another archive, and undone leave all as it
// was, to the byte.
func runCorrections(t *testing.T, open Open) {
	ctx := context.Background()
	a := open(t, clock())
	defer func() { _ = a.Close() }()
	items := pages(t, 30)
	out, err := a.Put(ctx, items)
	if err != nil {
		t.Fatal(err)
	}
	before := seen(t, a)
	rng := rand.New(rand.NewPCG(1, 2))
	var made []archive.Correction
	for _, o := range out {
		made = append(made, some(ctx, t, a, rng, o.ID)...)
	}
	if seen(t, a) == before || len(made) < 60 {
		t.Fatalf("%d corrections change nothing", len(made))
	}
	if everything(t, a) != before[:len(everything(t, a))] {
		t.Error("what was read is not what it was")
	}
	sound(ctx, t, a, len(made))
	corrected := seen(t, a)

	b := open(t, clock())
	defer func() { _ = b.Close() }()
	moved(ctx, t, a, b)
	if diff := cmp.Diff(corrected, seen(t, b)); diff != "" {
		t.Error(diff)
	}

	// Other rules read the same.
	for i := range items {
		r := *items[i].Record
		r.Rules = "r2"
		items[i].Record = &r
	}
	if _, err := a.Put(ctx, items); err != nil {
		t.Fatal(err)
	}
	sound(ctx, t, a, len(made))
	again := seen(t, a)
	undoAll(ctx, t, a, made)
	sound(ctx, t, a, 0)
	if seen(t, a) == again {
		t.Error("undone, nothing changes")
	}
	undoAll(ctx, t, b, made)
	if diff := cmp.Diff(before, seen(t, b)); diff != "" {
		t.Error(diff)
	}
	layer, err := b.Layer(ctx, "")
	if err != nil || len(layer) != 2*len(made) {
		t.Errorf("%d entries: %v", len(layer), err)
	}
}

// some corrects some facts of a source.
func some(ctx context.Context, t *testing.T, a archive.Archive, rng *rand.Rand, source string) []archive.Correction {
	t.Helper()
	var out []archive.Correction
	for _, x := range []struct {
		op     archive.Op
		inside string
		words  []string
	}{
		{archive.Change, "s1", []string{"speaker=渡口处"}},
		{archive.Reject, "p1", nil},
		{archive.Change, "p1", []string{"name=段小鹭"}},
		{archive.Accept, "s1", nil},
		{archive.Add, "", []string{"place", "渡口"}},
		{archive.Add, "", []string{"event", "开放", "kind=ceremony"}},
	} {
		if rng.IntN(3) == 0 {
			continue
		}
		c, err := draft(ctx, a, x.op, source, x.inside, x.words)
		if errors.Is(err, fault.NotFound) {
			continue // it was rejected
		}
		if err != nil {
			t.Fatal(err)
		}
		c.By, c.Why = "tester", "it says so"
		made, err := a.Correct(ctx, []archive.Correction{c})
		if err != nil || len(made) != 1 || made[0].ID == "" || made[0].At.IsZero() {
			t.Fatal(made, err)
		}
		out = append(out, made...)
	}
	return out
}

// sound holds the archive together, with n entries that are all applied.
func sound(ctx context.Context, t *testing.T, a archive.Archive, n int) {
	t.Helper()
	v, err := a.Verify(ctx, func(p archive.Problem) error { return fmt.Errorf("%+v", p) })
	if err != nil || v.Problems != 0 {
		t.Error(v, err)
	}
	err = a.Standings(ctx, func(s archive.Standing) error {
		n--
		if s.Fate != archive.Applied {
			t.Errorf("%s is %s: %s", describe(&s.Correction), s.Fate, s.Why)
		}
		return nil
	})
	if err != nil || n != 0 {
		t.Error(n, err)
	}
}

// moved takes an archive with its corrections to another: first the
// corrections, which wait for their sources.
func moved(ctx context.Context, t *testing.T, a, b archive.Archive) {
	t.Helper()
	layer, err := a.Layer(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	var first, second bytes.Buffer
	if err := archive.ExportCorrections(&first, layer); err != nil {
		t.Fatal(err)
	}
	got, err := archive.ImportCorrections(bytes.NewReader(first.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 2 { // the second time they are all there
		if made, err := b.Correct(ctx, got); err != nil || len(made) != len(got)*(1-i) {
			t.Fatal(len(made), err)
		}
	}
	if err := archive.Import(ctx, b, strings.NewReader(everything(t, a)), nil); err != nil {
		t.Fatal(err)
	}
	if layer, err = b.Layer(ctx, ""); err != nil {
		t.Fatal(err)
	}
	if err := archive.ExportCorrections(&second, layer); err != nil || first.String() != second.String() {
		t.Error("the layer is another", err)
	}
}

func undoAll(ctx context.Context, t *testing.T, a archive.Archive, made []archive.Correction) {
	t.Helper()
	var undo []archive.Correction
	for _, c := range slices.Backward(made) {
		undo = append(undo, archive.Correction{Op: archive.Undo, By: "tester", Undoes: c.ID})
	}
	if _, err := a.Correct(ctx, undo); err != nil {
		t.Fatal(err)
	}
	if _, err := a.Correct(ctx, undo[:1]); !errors.Is(err, fault.Invalid) {
		t.Errorf("undone twice: %v", err)
	}
}
