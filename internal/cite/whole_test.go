package cite

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/record"
)

// TestForms: whatever the title, the author and the newspaper are, the braces
// of BibTeX match, RIS has a tag on every line, and a form of one line has one.
func TestForms(t *testing.T) {
	part := rapid.SampledFrom([]string{"桥", "{", "}", `\`, "%", "&", "\n", "\r\n", "\u2028", "“", "”", "\"", "～~", "^", "_$#", "A, B", " and ", "\x00", "é", "ER  - ", "，"})
	words := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(part, 0, 8).Draw(t, "words"), "") })
	tag := regexp.MustCompile(`^[A-Z][A-Z0-9]  - [^\r\n]*$`)
	rapid.Check(t, func(t *rapid.T) {
		title := words.Draw(t, "title")
		r := &record.Record{Articles: []record.Article{{ID: "a1", Headlines: []record.Headline{{Span: record.Span{Text: title}, Role: "main"}}}}}
		c, err := New(words.Draw(t, "id"), r, "a1", Given{Author: words.Draw(t, "author"), Publication: words.Draw(t, "paper"),
			Page: words.Draw(t, "page"), URL: words.Draw(t, "url"), Title: words.Draw(t, "given")})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{c.BibTeX(), c.BibLaTeX()} {
			if strings.Count(s, "{") != strings.Count(s, "}") || !balanced(s) {
				t.Fatalf("braces: %s", s)
			}
		}
		for _, l := range strings.Split(strings.TrimSuffix(c.RIS(), "\r\n"), "\r\n") {
			if !tag.MatchString(l) {
				t.Fatalf("line %q", l)
			}
		}
		for _, s := range Styles() {
			if s.Line && strings.ContainsAny(s.Write(c), "\r\n\u2028") {
				t.Fatalf("%s: %q", s.Name, s.Write(c))
			}
		}
	})
}

func balanced(s string) bool {
	depth := 0
	for _, c := range s {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth < 0 {
				return false
			}
		}
	}
	return depth == 0
}

// TestNothingMadeUp: of the real pages, whose readers say nothing of where
// they were printed, no citation has a newspaper, page or author that the page
// does not print, and no day but the page's own.
func TestNothingMadeUp(t *testing.T) {
	files, err := filepath.Glob("../../../shared/pages/*.txt")
	if err != nil {
		t.Fatal(err)
	}
	if len(files) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("no pages in ../shared/pages")
		}
		t.Skip("no pages in ../shared/pages")
	}
	n := 0
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		p := read(t, filepath.Base(f), string(b), "")
		for _, a := range p.r.Articles {
			c, err := New("s", p.r, a.ID, Given{})
			if err != nil {
				t.Fatal(err)
			}
			n++
			madeUp(t, f+" "+a.ID, p, c)
		}
	}
	t.Logf("%d articles of %d pages", n, len(files))
}

func madeUp(t *testing.T, at string, p page, c *Citation) {
	t.Helper()
	for _, s := range append([]Name{{Literal: c.Item.ContainerTitle}}, c.Item.Author...) {
		if !strings.Contains(p.text, s.Literal) {
			t.Errorf("%s: %q is not on the page", at, s.Literal)
		}
	}
	if c.Item.Issued != nil && (p.r.Published.Basis != "stated" || c.Item.Issued.iso() != string(p.r.Published.Value)) {
		t.Errorf("%s: day %s", at, c.Item.Issued.iso())
	}
	for _, s := range c.Sources {
		if len(s.Pieces) == 0 {
			t.Errorf("%s: %s from no characters", at, s.Part)
		}
	}
}
