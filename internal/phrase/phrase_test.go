package phrase_test

import (
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"

	"dateline/internal/archive"
	"dateline/internal/archive/archivetest"
	"dateline/internal/archive/sqlite"
	"dateline/internal/phrase"
	"dateline/internal/query"
	"dateline/record"
)

// newArchive is an archive with the sources of a case; archivetest/testdata/
// README has their form.
func newArchive(t testing.TB, input string) *sqlite.Store {
	t.Helper()
	items, err := archivetest.Items(input)
	if err != nil {
		t.Fatal(err)
	}
	s, err := sqlite.Open(context.Background(), filepath.Join(t.TempDir(), "a.db"), sqlite.Options{Write: true, Create: true,
		Now: func() time.Time { return time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	if _, err := s.Put(context.Background(), items); err != nil {
		t.Fatal(err)
	}
	return s
}

// TestCases: "put" makes an archive, "phrase" counts a phrase a line in it,
// with the options of the command line, "plot" and "svg" draw the same.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		var s *sqlite.Store
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			if d.Cmd == "put" {
				s = newArchive(t, d.Input)
				return "ok\n"
			}
			r, err := phrase.Find(context.Background(), s, options(t, d))
			if err != nil {
				return "error: " + err.Error() + "\n"
			}
			switch d.Cmd {
			case "phrase":
				return shown(r)
			case "plot":
				o := phrase.PlotOptions{Width: 40, Height: 3, ASCII: d.HasArg("ascii")}
				d.MaybeScanArgs(t, "width", &o.Width)
				return phrase.Plot(r, o)
			case "svg":
				return phrase.SVG(r)
			}
			return "unknown command\n"
		})
	})
}

func options(t *testing.T, d *datadriven.TestData) phrase.Options {
	o := phrase.Options{Phrases: strings.Split(strings.TrimSpace(d.Input), "\n"), Speakers: d.HasArg("speakers"), Papers: d.HasArg("papers"), Variants: d.HasArg("variants")}
	d.MaybeScanArgs(t, "by", &o.By)
	d.MaybeScanArgs(t, "least", &o.Least)
	d.MaybeScanArgs(t, "modifier", &o.Modifier)
	var q string
	if d.MaybeScanArgs(t, "query", &q); q != "" {
		n, err := query.Parse(q)
		if err != nil {
			t.Fatal(err)
		}
		o.Query = n
	}
	return o
}

// shown is a report in lines.
func shown(r *phrase.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "by %s from %q to %q: %d articles, %d characters\n", r.By, r.From, r.To, r.Articles, r.Chars)
	for _, p := range r.Phrases {
		fmt.Fprintf(&b, "%s: %d uses in %d articles, %s, %d undated\n", p.Text, p.Uses, p.Articles, rateOf(p.PerMillion), p.Undated)
		for _, u := range []*phrase.Use{p.First, p.Last} {
			if u != nil {
				fmt.Fprintf(&b, "  %s %v %s[%s]%s\n", u.Day, u.Pieces, u.Before, u.Text, u.After)
			}
		}
		for _, x := range p.Periods {
			fmt.Fprintf(&b, "  %s: %d in %d of %d, %s\n", x.Period, x.Uses, x.Articles, x.Chars, rateOf(x.PerMillion))
		}
		for _, x := range p.Speakers {
			fmt.Fprintf(&b, "  by %q: %d, direct %d, indirect %d, act %d, carried %d\n", x.Name, x.Uses, x.Direct, x.Indirect, x.Act, x.Carried)
		}
		for _, x := range p.Papers {
			fmt.Fprintf(&b, "  in %q: %d in %d, %s, %s to %s\n", x.Name, x.Uses, x.Articles, rateOf(x.PerMillion), x.First, x.Last)
		}
		fmt.Fprint(&b, variants("longer", p.Variants), variants("before", p.Before), variants("after", p.After))
		if m := p.Modifier; m != nil {
			fmt.Fprintf(&b, "  %s with %s: %d, without: %d", m.Bare, m.Text, m.With, m.Without)
			fmt.Fprint(&b, "\n", variants("form", m.Forms))
			for _, x := range m.Periods {
				fmt.Fprintf(&b, "    %s: %d, %d\n", x.Period, x.With, x.Without)
			}
		}
	}
	return b.String()
}

func variants(name string, all []phrase.Variant) string {
	var b strings.Builder
	for _, v := range all {
		fmt.Fprintf(&b, "  %s %s: %d\n", name, v.Text, v.Uses)
	}
	return b.String()
}

func rateOf(r *float64) string {
	if r == nil {
		return "no text"
	}
	return fmt.Sprintf("%.1f", *r)
}

// plain is an archive of bodies in memory that answers every query with all.
type plain []string

func (p plain) Bodies(_ context.Context, ask archive.BodyAsk, each func(*archive.Body) error) error {
	for i, text := range p {
		if ask.IDs != nil && !slices.Contains(ask.IDs, fmt.Sprint(i)) {
			continue
		}
		n := len([]rune(text))
		b := &archive.Body{N: i, ID: fmt.Sprint(i), Day: fmt.Sprintf("20%02d", i), Runes: []rune(text), Paragraphs: [][]record.Piece{{{0, n}}}}
		if err := each(b); err != nil {
			return err
		}
	}
	return nil
}

func (p plain) Volumes(context.Context, archive.VolumeAsk) ([]archive.Volume, error) {
	var out []archive.Volume
	for i, text := range p {
		out = append(out, archive.Volume{Month: fmt.Sprintf("20%02d", i), Articles: 1, Chars: int64(len([]rune(text)))})
	}
	return out, nil
}

// TestCounts holds all counts to strings: of every place of a phrase, of
// every longer stretch, with and without a modifier.
func TestCounts(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("甲乙丙，")), 0, 30, -1), 1, 5).Draw(t, "texts")
		p := rapid.StringOfN(rapid.RuneFrom([]rune("甲乙")), 1, 3, -1).Draw(t, "phrase")
		r, err := phrase.Find(context.Background(), plain(texts), phrase.Options{Phrases: []string{p}, Variants: true, Least: 1, Top: 1000, Modifier: "丙"})
		if err != nil {
			t.Fatal(err)
		}
		all := strings.Join(texts, "。")
		got := r.Phrases[0]
		if want := places(all, p); got.Uses != want {
			t.Errorf("%d uses, want %d", got.Uses, want)
		}
		for i, x := range got.Periods {
			if want := places(texts[i], p); x.Uses != want {
				t.Errorf("%s: %d uses, want %d", x.Period, x.Uses, want)
			}
		}
		for _, v := range got.Variants {
			if n := places(all, v.Text); n < v.Uses || n == 0 || !strings.Contains(v.Text, p) {
				t.Errorf("variant %s: %d, in the text %d", v.Text, v.Uses, n)
			}
		}
		for _, v := range got.Before {
			if want := places(all, v.Text+p); v.Uses != want {
				t.Errorf("%s before %s: %d, want %d", v.Text, p, v.Uses, want)
			}
		}
		for _, v := range got.After {
			if want := places(all, p+v.Text); v.Uses != want {
				t.Errorf("%s after %s: %d, want %d", v.Text, p, v.Uses, want)
			}
		}
		m := got.Modifier
		if m.With+m.Without != got.Uses || m.With != places(all, "丙"+p)+places(all, p+"丙")-places(all, "丙"+p+"丙") {
			t.Errorf("with %d, without %d of %d", m.With, m.Without, got.Uses)
		}
	})
}

// places counts a string, also where its places overlap.
func places(s, sub string) int {
	n := 0
	for i := range s {
		if strings.HasPrefix(s[i:], sub) {
			n++
		}
	}
	return n
}

// FuzzSVG: whatever a phrase is, the drawing is XML without script.
func FuzzSVG(f *testing.F) {
	for _, s := range []string{"港口", "<script>alert(1)</script>", `"onload="x`, "a&b", "\x00\x1b[2J", "\xff", "]]>"} {
		f.Add(s, 1.5)
	}
	f.Fuzz(func(t *testing.T, text string, v float64) {
		r := &phrase.Report{By: "year", From: "2020", To: "2022", Phrases: []phrase.Phrase{{Text: text, Periods: []phrase.Period{{Period: "2020", Count: phrase.Count{PerMillion: &v}}, {Period: text}}}}}
		d := xml.NewDecoder(strings.NewReader(phrase.SVG(r)))
		for {
			tok, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			if e, ok := tok.(xml.StartElement); ok {
				if !strings.Contains(" svg title path text ", " "+e.Name.Local+" ") {
					t.Errorf("element %s", e.Name.Local)
				}
				for _, a := range e.Attr {
					if strings.HasPrefix(a.Name.Local, "on") || a.Name.Local == "href" {
						t.Errorf("attribute %s", a.Name.Local)
					}
				}
			}
		}
		if _, err := json.Marshal(phrase.Plot(r, phrase.PlotOptions{Width: 60})); err != nil {
			t.Error(err)
		}
	})
}
