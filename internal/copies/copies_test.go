package copies_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/datadriven"
	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/internal/archive"
	"dateline/internal/archive/archivetest"
	"dateline/internal/archive/sqlite"
	"dateline/internal/copies"
	"dateline/record"
)

// memory is a temporary file in memory.
type memory struct{ bytes.Buffer }

func (m *memory) ReadAt(b []byte, at int64) (int, error) {
	return bytes.NewReader(m.Bytes()).ReadAt(b, at)
}
func (m *memory) Close() error { return nil }

func temp() (copies.Temp, error) { return &memory{}, nil }

// noTemp fails where a temporary file is asked for.
func noTemp() (copies.Temp, error) { return nil, errors.New("no room") }

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

// TestCases: "put" makes an archive (archivetest/testdata/README has the form
// of its sources), "copies" finds copies in it, "compare" compares two
// articles that are given as paragraphs with a line -- between them.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		var s *sqlite.Store
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "put":
				s = newArchive(t, d.Input)
				return "ok\n"
			case "copies":
				o := copies.Options{Temp: noTemp, Shortest: 15}
				var percent int
				if d.MaybeScanArgs(t, "least", &percent); percent != 0 {
					o.Least = float64(percent) / 100
				}
				d.MaybeScanArgs(t, "most", &o.Most)
				d.MaybeScanArgs(t, "shortest", &o.Shortest)
				d.MaybeScanArgs(t, "within", &o.Within)
				o.Papers = d.HasArg("papers")
				r, err := copies.Find(context.Background(), s, o)
				if err != nil {
					return "error: " + err.Error() + "\n"
				}
				return shown(t, s, r)
			case "compare":
				a, b, _ := strings.Cut(d.Input, "--\n")
				return compared(t, body("A", a), body("B", b))
			}
			return "unknown command\n"
		})
	})
}

// body is an article of paragraphs, a line each; ⏎ is a line's end that the
// page has in one.
func body(id, text string) *archive.Body {
	b := &archive.Body{ID: id}
	for line := range strings.Lines(text) {
		var p []record.Piece
		for part := range strings.SplitSeq(strings.TrimSpace(line), "⏎") {
			from := len(b.Runes)
			b.Runes = append(b.Runes, []rune(part)...)
			p = append(p, record.Piece{from, len(b.Runes)})
			b.Runes = append(b.Runes, '\n')
		}
		b.Paragraphs = append(b.Paragraphs, p)
	}
	return b
}

func shown(t *testing.T, s *sqlite.Store, r *copies.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d articles, %d short, %d formulas, %d pairs\n", r.Articles, r.Short, r.Formulas, r.Pairs)
	for _, g := range r.Groups {
		for i, m := range g.Members {
			source, inside := archive.SplitID(m.Article)
			x, err := s.Source(context.Background(), source)
			if err != nil {
				t.Fatal(err)
			}
			days := "?"
			if m.Days != nil {
				days = fmt.Sprint(*m.Days)
			}
			fmt.Fprintf(&b, "%s %s/%s %s %s: %d of %d, %.2f, %.2f, %s days\n", map[bool]string{true: "=", false: " "}[i == 0], x.Origin, inside, m.Day, m.Paper,
				m.Common, m.Chars, m.Share, m.OfEarliest, days)
		}
	}
	return b.String()
}

func compared(t *testing.T, a, b *archive.Body) string {
	c, err := copies.Compare(a, b)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var out strings.Builder
	fmt.Fprintf(&out, "same %d, otherwise %d, only a %d, only b %d\n", c.Same, c.Otherwise, c.OnlyA, c.OnlyB)
	for i, r := range c.Rows {
		fmt.Fprintf(&out, "%d %s %.2f", i, r.Kind, r.Likeness)
		if r.Moved != nil {
			fmt.Fprintf(&out, " moved %d", *r.Moved)
		}
		out.WriteByte('\n')
		for _, s := range []*copies.Sentence{r.A, r.B} {
			if s == nil {
				continue
			}
			fmt.Fprintf(&out, "  %v ", s.Pieces)
			if s.Parts == nil {
				out.WriteString(s.Text)
			}
			for _, p := range s.Parts {
				if p.Own {
					fmt.Fprintf(&out, "[%s]", p.Text)
				} else {
					out.WriteString(p.Text)
				}
			}
			out.WriteByte('\n')
		}
	}
	return out.String()
}

// drawBody draws an article of a few words.
func drawBody(t *rapid.T, id string) *archive.Body {
	return body(id, strings.Join(rapid.SliceOfN(rapid.StringOfN(rapid.RuneFrom([]rune("甲乙丙丁，。？” a1")), 0, 40, -1), 0, 6).Draw(t, id), "\n"))
}

// TestCompareKeeps: every character of both articles stands in one row, in
// order and with its place, and the parts of a sentence make its text.
func TestCompareKeeps(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawBody(t, "A"), drawBody(t, "B")
		c, err := copies.Compare(a, b)
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range []struct {
			of  *archive.Body
			get func(copies.Row) *copies.Sentence
		}{{a, func(r copies.Row) *copies.Sentence { return r.A }}, {b, func(r copies.Row) *copies.Sentence { return r.B }}} {
			var got, want strings.Builder
			for _, p := range x.of.Paragraphs {
				want.WriteString(archive.Fold(x.of.Text(p)))
			}
			for _, r := range c.Rows {
				s := x.get(r)
				if s == nil {
					continue
				}
				got.WriteString(archive.Fold(s.Text))
				if s.Text != x.of.Text(s.Pieces) {
					t.Errorf("%q at %v, there is %q", s.Text, s.Pieces, x.of.Text(s.Pieces))
				}
				parts := ""
				for _, p := range s.Parts {
					parts += p.Text
				}
				if (r.Kind == copies.Otherwise) != (s.Parts != nil) || s.Parts != nil && parts != s.Text {
					t.Errorf("%s: parts %v of %q", r.Kind, s.Parts, s.Text)
				}
			}
			if got.String() != want.String() {
				t.Errorf("%s: rows have %q, the article %q", x.of.ID, got.String(), want.String())
			}
		}
		if c.Same+c.Otherwise+c.OnlyA+c.OnlyB != len(c.Rows) {
			t.Errorf("%d rows", len(c.Rows))
		}
	})
}

// TestCompareItself: an article is the same as itself.
func TestCompareItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawBody(t, "A")
		c, err := copies.Compare(a, a)
		if err != nil || c.Same != len(c.Rows) {
			t.Fatalf("%+v, %v", c, err)
		}
	})
}

// many are articles in memory.
type many []*archive.Body

func (m many) Bodies(_ context.Context, ask archive.BodyAsk, each func(*archive.Body) error) error {
	for _, b := range m {
		if ask.IDs == nil || slices.Contains(ask.IDs, b.ID) {
			if err := each(b); err != nil {
				return err
			}
		}
	}
	return nil
}

func (many) Volumes(context.Context, archive.VolumeAsk) ([]archive.Volume, error) { return nil, nil }

// TestSpill: what goes to a temporary file is found as what stays in memory,
// and every two articles with a long stretch in common are found at all.
func TestSpill(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all many
		seed := rapid.IntRange(1, 1<<30).Draw(t, "seed")
		next := func() rune { // characters without any order
			seed = seed*1103515245 + 12345
			return rune(0x4e00 + seed>>8&0x1fff)
		}
		text := func(n int) string {
			var b strings.Builder
			for range n {
				b.WriteRune(next())
			}
			return b.String()
		}
		shared := text(60)
		want := []string{}
		for i := range 20 {
			own := text(100)
			if i%5 == 2 {
				at := rapid.IntRange(0, 99).Draw(t, "at")
				r := []rune(own[:len(own)/3])
				own = string(r[:at%len(r)]) + shared + string(r[at%len(r):])
				want = append(want, fmt.Sprint(i))
			}
			b := body(fmt.Sprint(i), own)
			b.N = i
			all = append(all, b)
		}
		o := copies.Options{Temp: noTemp, Least: 0.5}
		r, err := copies.Find(context.Background(), all, o)
		if err != nil {
			t.Fatal(err)
		}
		files := 0
		o.Temp, o.Memory = func() (copies.Temp, error) { files++; return temp() }, 1
		spilled, err := copies.Find(context.Background(), all, o)
		if err != nil {
			t.Fatal(err)
		}
		if files == 0 {
			t.Error("no temporary file was made")
		}
		if diff := cmp.Diff(r, spilled); diff != "" {
			t.Errorf("with a file (+): %s", diff)
		}
		got := []string{}
		for _, g := range r.Groups {
			for _, m := range g.Members {
				got = append(got, m.Article)
				if m.Common < 60 {
					t.Errorf("%s has %d characters in common", m.Article, m.Common)
				}
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

// TestNoRoom gives back the error of the temporary file.
func TestNoRoom(t *testing.T) {
	var all many
	for i := range 40 {
		b := body(fmt.Sprint(i), strings.Repeat(fmt.Sprintf("第%d条渡口的船都靠岸了，水位是%d米。", i, i*i*i), 30+i))
		for k := range b.Runes {
			b.Runes[k] += rune(k * i % 50)
		}
		b.N = i
		all = append(all, b)
	}
	_, err := copies.Find(context.Background(), all, copies.Options{Temp: noTemp, Memory: 1})
	if err == nil || !strings.Contains(err.Error(), "no room") {
		t.Errorf("%v", err)
	}
}

// TestLongest refuses what would take too long.
func TestLongest(t *testing.T) {
	long := body("long/a1", strings.Repeat("开。", copies.MostSentences+1))
	if _, err := copies.Compare(long, body("b", "开。")); err == nil || !strings.Contains(err.Error(), "2001 sentences") {
		t.Errorf("%v", err)
	}
}
