package clause_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"

	"dateline/internal/clause"
	"dateline/internal/lexicon"
	"dateline/internal/name"
)

// read is a text as the stages before read it, with people and places only.
func read(text string) *clause.Text {
	found := name.Find([]name.Text{{Article: "a1", Body: text}})
	t := found.Reads[0].Folded
	in := clause.Input{Text: text, Folded: t, Words: found.Reads[0].Words}
	if t.Len() == 0 { // no prose for the name stage
		in.Folded = lexicon.NewText(text)
		in.Words = nil
		t = in.Folded
	}
	add := func(k clause.Kind, i int, e name.Entity) {
		for _, m := range e.Mentions {
			a := clause.Actor{Kind: k, Name: e.Name, Start: t.Char(m.Span.Start), End: t.Char(m.Span.End)}
			a.From, a.To = a.Start, a.End
			if k == clause.Person {
				a.People = []int{i}
			}
			in.Actors = append(in.Actors, a)
		}
	}
	for i, e := range found.People {
		add(clause.Person, i, e)
	}
	for i, e := range found.Places {
		add(clause.Place, i, e)
	}
	return clause.New(in)
}

// TestCases prints how texts are built: sentences, quotations, and the subject
// of a verb.
func TestCases(t *testing.T) {
	datadriven.RunTest(t, "testdata/clause", func(t *testing.T, d *datadriven.TestData) string {
		x := read(d.Input)
		var out strings.Builder
		switch d.Cmd {
		case "sentences":
			for _, s := range x.Sentences {
				fmt.Fprintf(&out, "%d: %s\n", s.Paragraph, printed(x, s.From, s.To))
			}
		case "quotes":
			for i, q := range x.Quotes {
				a, b := x.Inner(i)
				fmt.Fprintf(&out, "%s closed=%v parent=%d goes=%d speech=%v\n", x.Slice(a, b), q.Closed, q.Parent, q.Goes, x.IsSpeech(i))
			}
		case "subject":
			var verb string
			d.ScanArgs(t, "verb", &verb)
			for k := range x.Tokens {
				if x.Text(k) == verb {
					p := x.Subject(k)
					fmt.Fprintf(&out, "%s: %s\n", verb, x.Slice(p.Start, p.End))
				}
			}
		}
		if out.Len() == 0 {
			return "nothing\n"
		}
		return out.String()
	})
}

func printed(x *clause.Text, i, j int) string {
	return x.Slice(int(x.Tokens[i].Start), int(x.Tokens[j-1].End))
}

// check holds what is true of every text.
func check(t interface{ Fatalf(string, ...any) }, x *clause.Text) {
	end := 0
	for k, tok := range x.Tokens {
		if int(tok.Start) != end || tok.End <= tok.Start {
			t.Fatalf("token %d is [%d, %d) after %d", k, tok.Start, tok.End, end)
		}
		end = int(tok.End)
		if x.TokenAt(int(tok.Start)) != k {
			t.Fatalf("token %d is not at its own start", k)
		}
		p := x.Subject(k)
		if p.Start < 0 || p.End > x.Len() {
			t.Fatalf("subject of %d is [%d, %d)", k, p.Start, p.End)
		}
	}
	if end != x.Len() {
		t.Fatalf("the tokens end at %d of %d", end, x.Len())
	}
	last := 0
	for _, s := range x.Sentences {
		if s.From < last || s.To <= s.From || s.To > len(x.Tokens) {
			t.Fatalf("sentence [%d, %d) after %d", s.From, s.To, last)
		}
		last = s.To
	}
	for i, q := range x.Quotes {
		if q.Close <= q.Open || q.Parent >= i || q.Goes >= 0 && q.Goes <= i {
			t.Fatalf("quotation %d is %+v", i, q)
		}
	}
}

// TestAnyText holds the invariants on texts of marks and words.
func TestAnyText(t *testing.T) {
	parts := []string{"“", "”", "‘", "’", "「", "」", "\"", "，", "。", "\n", "：", "、", "周仁溪", "说", "在", "时", "和", "市长", "的", "𠮷", " ", "桥", "临州"}
	rapid.Check(t, func(t *rapid.T) {
		check(t, read(strings.Join(rapid.SliceOfN(rapid.SampledFrom(parts), 0, 40).Draw(t, "parts"), "")))
	})
}
