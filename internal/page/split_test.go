package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/span"
)

// TestSplit reads the cases: a page, then what it holds. A page whose lines
// begin with "|" keeps the white space after it. In the output a join is ⏎,
// with ␣ before it where the joined text has a space there.
func TestSplit(t *testing.T) {
	datadriven.Walk(t, "testdata/split", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			if d.Cmd != "split" {
				d.Fatalf(t, "unknown command %s", d.Cmd)
			}
			return show(input(d))
		})
	})
}

// TestKnownWrong has what the splitter gets wrong: each case says what is
// right, and fails once the splitter gives it. It belongs under testdata/split
// then.
func TestKnownWrong(t *testing.T) {
	datadriven.RunTest(t, "testdata/known-wrong", func(t *testing.T, d *datadriven.TestData) string {
		if show(input(d)) == d.Expected {
			d.Fatalf(t, "is right now: move it to testdata/split")
		}
		return d.Expected
	})
}

// input is the page of a case.
func input(d *datadriven.TestData) string {
	if !strings.HasPrefix(d.Input, "|") {
		return d.Input
	}
	lines := strings.Split(d.Input, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(l, "|")
	}
	text := strings.Join(lines, "\n")
	if d.HasArg("crlf") {
		text = strings.ReplaceAll(text, "\n", "\r\n")
	}
	return text
}

// show prints what a page holds.
func show(text string) string {
	p := Split(text)
	s := shower{text: text}
	if p.Stated != "" {
		s.line("stated", p.Stated)
	}
	for i := range p.Articles {
		s.article(&p.Articles[i])
	}
	for _, f := range p.Furniture {
		s.line("- "+f.Kind, s.pieces(f.Pieces))
	}
	return s.b.String()
}

// shower prints; a line is a mark and what stands on the page.
type shower struct {
	b    strings.Builder
	text string
}

func (s *shower) line(mark, text string) {
	s.b.WriteString(strings.TrimRight(mark+" "+text, " ") + "\n")
}

func (s *shower) pieces(p span.Pieces) string {
	out := make([]string, len(p))
	for i, x := range p {
		out[i] = x.In(s.text)
	}
	return strings.NewReplacer("\n", "␊", "\r", "␍").Replace(strings.Join(out, "⏎"))
}

func (s *shower) article(a *Article) {
	s.b.WriteString(a.Kind)
	if a.Illustrates >= 0 {
		fmt.Fprintf(&s.b, " of %d", a.Illustrates+1)
	}
	if a.BeginsMid {
		s.b.WriteString(" begins-mid")
	}
	if a.EndsMid {
		s.b.WriteString(" ends-mid")
	}
	s.b.WriteString("\n")
	for _, h := range a.Headlines {
		if h.Role != "sub" {
			s.line("  "+h.Role, s.pieces(h.Pieces))
		}
	}
	s.dateline(a.Dateline)
	s.part("  byline", a.Byline)
	s.part("  credit", a.Credit)
	bodies := strings.Split(a.Body.Text(), "\n")
	for i := 0; i <= len(a.Paragraphs); i++ {
		s.before(a, i)
		if i < len(a.Paragraphs) {
			s.line("  ¶", s.joined(a.Paragraphs[i], bodies[min(i, len(bodies)-1)]))
		}
	}
}

// before prints what stands before paragraph i.
func (s *shower) before(a *Article, i int) {
	for _, h := range a.Headlines {
		if h.Role == "sub" && h.Before == i {
			s.line("  sub", s.pieces(h.Pieces))
		}
	}
	for _, c := range a.Continued {
		if c.Before == i {
			s.line("  "+c.Kind, s.pieces(c.Pieces))
			s.dateline(c.Dateline)
		}
	}
}

func (s *shower) part(mark string, p span.Pieces) {
	if len(p) > 0 {
		s.line(mark, s.pieces(p))
	}
}

func (s *shower) dateline(d *DatelineAt) {
	if d == nil {
		return
	}
	s.line("  dateline", s.pieces(d.Pieces))
	out := []string{"agency " + d.Agency}
	for _, x := range [][2]string{{"place", d.Place}, {"day", d.Day}, {"form", d.Form}, {"by", strings.Join(d.Reporters, "、")}} {
		if x[1] != "" {
			out = append(out, x[0]+" "+x[1])
		}
	}
	s.line("   ", strings.Join(out, ", "))
}

// joined prints a paragraph with its joins; body is its joined text.
func (s *shower) joined(p span.Pieces, body string) string {
	var b strings.Builder
	for i, x := range p {
		t := x.In(s.text)
		if i > 0 {
			if rest, ok := strings.CutPrefix(body, " "); ok && !strings.HasPrefix(t, " ") {
				b.WriteString("␣")
				body = rest
			}
			b.WriteString("⏎")
		}
		b.WriteString(t)
		body = strings.TrimPrefix(body, t)
	}
	return b.String()
}
