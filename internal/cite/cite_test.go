package cite

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline"
	"dateline/record"
)

// page is a page of the case files: its text and what was read in it.
type page struct {
	text string
	r    *record.Record
}

// read reads a page; \r at the end of a line of a case is a carriage return.
func read(t *testing.T, name, text, published string) page {
	t.Helper()
	var opts []dateline.Option
	if published != "" {
		opts = append(opts, dateline.WithPublished(published))
	}
	reader, err := dateline.New(opts...)
	if err != nil {
		t.Fatal(err)
	}
	r, decoded, err := reader.ReadText(context.Background(), dateline.Source{Name: name, Data: strings.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	return page{text: decoded, r: r}
}

// given reads lines of a part and its value.
func given(t *testing.T, input string) Given {
	t.Helper()
	var g Given
	for _, l := range strings.Split(strings.TrimSpace(input), "\n") {
		k, v, _ := strings.Cut(l, ": ")
		switch Part(k) {
		case Publication:
			g.Publication = v
		case Day:
			g.Day = v
		case Page:
			g.Page = v
		case URL:
			g.URL = v
		case Accessed:
			g.Accessed = v
		case Author:
			g.Author = v
		case Title:
			g.Title = v
		case "":
		default:
			t.Fatalf("no part %q", k)
		}
	}
	return g
}

// TestCases runs the case files: page has a text, cite what is known of an
// article of it and how it is then cited.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		var p page
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "page":
				name, published := "", ""
				d.ScanArgs(t, "name", &name)
				d.MaybeScanArgs(t, "published", &published)
				p = read(t, name, strings.ReplaceAll(d.Input, `\r`, "\r"), published)
				return ids(p.r)
			case "cite":
				return cited(t, d, p)
			}
			t.Fatalf("no command %q", d.Cmd)
			return ""
		})
	})
}

// ids lists the articles of a record.
func ids(r *record.Record) string {
	var b strings.Builder
	for _, a := range r.Articles {
		title := ""
		if len(a.Headlines) > 0 {
			title = " " + a.Headlines[0].Text
		}
		fmt.Fprintf(&b, "%s %s%s\n", a.ID, a.Kind, title)
	}
	return b.String()
}

func cited(t *testing.T, d *datadriven.TestData, p page) string {
	article, styles, find := "a1", "", ""
	d.MaybeScanArgs(t, "article", &article)
	d.MaybeScanArgs(t, "style", &styles)
	d.MaybeScanArgs(t, "at", &find)
	c, err := New("s1", p.r, article, given(t, d.Input))
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	if find != "" {
		if err := c.At(p.r, p.text, pieces(t, p, find)); err != nil {
			return "error: " + err.Error() + "\n"
		}
	}
	var b strings.Builder
	if styles == "" {
		fmt.Fprintf(&b, "%s\nmissing: %v\n", c.GBT2025(), c.Missing)
		for _, s := range c.Sources {
			fmt.Fprintf(&b, "%s: %s %v\n", s.Part, s.Basis, s.Pieces)
		}
		for _, n := range c.Notes {
			fmt.Fprintf(&b, "note: %s\n", n)
		}
	}
	for _, name := range strings.FieldsFunc(styles, func(r rune) bool { return r == '+' }) {
		s, err := ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		b.WriteString(strings.TrimRight(strings.ReplaceAll(s.Write(c), "\r", `\r`), "\n") + "\n")
	}
	return b.String()
}

// pieces are the characters of the work of that title.
func pieces(t *testing.T, p page, title string) []record.Piece {
	t.Helper()
	for _, w := range p.r.Works {
		if w.Title == title {
			return w.Pieces
		}
	}
	t.Fatalf("no work %s", title)
	return nil
}
