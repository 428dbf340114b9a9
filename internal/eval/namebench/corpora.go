package namebench

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/internal/lexicon"
	"dateline/internal/name"
)

// Kinds are the kinds of names in the test sets of others.
var Kinds = []string{"PER", "LOC", "ORG"}

// Sample is a text of a test set with its names, in characters.
type Sample struct {
	Text  string
	Names []Span
}

// Span is a name: the characters [Start, End) are of the kind.
type Span struct {
	Start, End int
	Kind       string
}

func open(file string) (io.ReadCloser, error) {
	f, err := os.Open(file)
	if err != nil || !strings.HasSuffix(file, ".gz") {
		return f, err
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return struct {
		io.Reader
		io.Closer
	}{z, f}, nil
}

func jsonLines(file string, do func([]byte) error) error {
	r, err := open(file)
	if err != nil {
		return err
	}
	defer r.Close()
	in := bufio.NewScanner(r)
	in.Buffer(nil, 16<<20)
	for in.Scan() {
		if err := do(in.Bytes()); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return in.Err()
}

// PFR reads the articles of the days [from, to] of January 1998, one sample
// an article.
func PFR(data string, from, to int) ([]Sample, error) {
	var out []Sample
	err := jsonLines(filepath.Join(data, "pfr-199801", "articles.jsonl.gz"), func(line []byte) error {
		var a struct {
			Date       string
			Paragraphs []struct {
				Text     string
				Entities [][]any
			}
		}
		if err := json.Unmarshal(line, &a); err != nil {
			return err
		}
		var day int
		if _, err := fmt.Sscanf(a.Date, "199801%d", &day); err != nil || day < from || day > to {
			return err
		}
		var s Sample
		var parts []string
		at := 0
		for _, p := range a.Paragraphs {
			for _, n := range outermost(p.Entities) {
				if family(p.Text, n) {
					continue
				}
				s.Names = append(s.Names, Span{n.Start + at, n.End + at, n.Kind})
			}
			parts = append(parts, p.Text)
			at += len([]rune(p.Text)) + 1
		}
		s.Text = strings.Join(parts, "\n")
		out = append(out, s)
		return nil
	})
	return out, err
}

// family reports whether a name is the surname of a family (赵家), which PFR
// marks as a person and a record does not.
func family(text string, n Span) bool {
	r := []rune(text)
	return n.Kind == "PER" && n.End-n.Start == 1 && n.End < len(r) && r[n.End] == '家'
}

// outermost keeps of nested names the outer ones, and puts surname and given
// name together, which PFR writes as two words.
func outermost(entities [][]any) []Span {
	var all []Span
	for _, e := range entities {
		if k := e[2].(string); k != "TIME" {
			all = append(all, Span{int(e[0].(float64)), int(e[1].(float64)), k})
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].Start != all[j].Start {
			return all[i].Start < all[j].Start
		}
		return all[i].End > all[j].End
	})
	var out []Span
	for _, n := range all {
		last := len(out) - 1
		switch {
		case last >= 0 && out[last].Kind == "PER" && n.Kind == "PER" && out[last].End == n.Start && out[last].End-out[last].Start == 1 && n.End-n.Start <= 2:
			out[last].End = n.End
		case last < 0 || n.Start >= out[last].End:
			out = append(out, n)
		}
	}
	return out
}

// MSRA reads the test set, so many sentences to a sample: the sentences
// follow each other as in the paper, so that a page's names can be known
// again.
func MSRA(data string, sentences int) ([]Sample, error) {
	r, err := open(filepath.Join(data, "msra-ner", "msra_test_bio.txt.gz"))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []Sample
	var text []rune
	var names []Span
	n := 0
	flush := func() {
		if len(text) > 0 {
			out = append(out, Sample{string(text), names})
		}
		text, names, n = nil, nil, 0
	}
	in := bufio.NewScanner(r)
	for in.Scan() {
		f := strings.Fields(in.Text())
		if len(f) != 2 {
			if n++; n >= sentences {
				flush()
			} else {
				text = append(text, '\n')
			}
			continue
		}
		if kind := strings.TrimLeft(f[1], "BI-"); f[1] != "O" {
			if last := len(names) - 1; f[1][0] == 'I' && last >= 0 && names[last].End == len(text) && names[last].Kind == kind {
				names[last].End++
			} else {
				names = append(names, Span{len(text), len(text) + 1, kind})
			}
		}
		text = append(text, []rune(f[0])[0])
	}
	flush()
	return out, in.Err()
}

// CLUENER reads the dev set, with the given labels as the given kinds
// (position has none of ours; name is PER).
func CLUENER(data string, kinds map[string]string) ([]Sample, error) {
	var out []Sample
	err := jsonLines(filepath.Join(data, "cluener", "dev.json"), func(line []byte) error {
		var p struct {
			Text  string
			Label map[string]map[string][][2]int
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		s := Sample{Text: p.Text}
		for label, words := range p.Label {
			for _, spans := range words {
				for _, x := range spans {
					if k := kinds[label]; k != "" {
						s.Names = append(s.Names, Span{x[0], x[1] + 1, k})
					}
				}
			}
		}
		sort.Slice(s.Names, func(i, j int) bool { return s.Names[i].Start < s.Names[j].Start })
		out = append(out, s)
		return nil
	})
	return out, err
}

// PFRStyle leaves out what PFR does not mark as names of these kinds: countries
// by one character and other short forms (its tag j), papers (its tag nz),
// people and bodies inside other words, places inside names of bodies.
func PFRStyle(rule string) bool {
	switch rule {
	case "short-country", "region", "in-term", "nested", "of-government", "in-title", "congress", "short-body":
		return true
	}
	return false
}

// MSRAStyle leaves out what MSRA does not mark: places inside names of
// bodies, and governments, of which it marks the country.
func MSRAStyle(rule string) bool {
	return rule == "nested" || rule == "nested-title" || rule == "government"
}

// ScoreSamples counts by kind. Rules of mentions for which skip is true are
// left out: test sets differ in what is a name (see docs/names.md).
func ScoreSamples(samples []Sample, skip func(rule string) bool, show func(string)) map[string]Tally {
	by := map[string]Tally{}
	for _, s := range samples {
		scoreSample(s, by, skip, show)
	}
	return by
}

func scoreSample(s Sample, by map[string]Tally, skip func(string) bool, show func(string)) {
	at := codePoints(s.Text)
	left := map[Span]bool{}
	for _, n := range s.Names {
		left[Span{at[n.Start], at[n.End], n.Kind}] = true
		t := by[n.Kind]
		t.Gold++
		by[n.Kind] = t
	}
	r := name.Find([]name.Text{{Article: "a", Body: s.Text}})
	for k, list := range [][]name.Entity{r.People, r.Places, r.Organizations} {
		for _, e := range list {
			for _, m := range e.Mentions {
				if skip != nil && skip(m.Rule) {
					continue
				}
				n := Span{m.Span.Start, m.Span.End, Kinds[k]}
				if m.Rule == "ordinal" && skip != nil && skip("congress") {
					n.Start += strings.IndexAny(s.Text[n.Start:n.End], "届次") + len("届")
				}
				if m.Rule == "surname-title" {
					n.End = n.Start + surnameBytes(s.Text[n.Start:n.End])
				}
				t := by[n.Kind]
				t.Found++
				if left[n] {
					t.Hit++
					delete(left, n)
				} else {
					show("extra " + n.Kind + " " + m.Rule + " …" + around(s.Text, m.Span) + "…")
				}
				by[n.Kind] = t
			}
		}
	}
	for n := range left {
		show("missing " + n.Kind + " …" + aroundBytes(s.Text, n.Start, n.End) + "…")
	}
}

// surnameBytes is the length of the surname that a name with title begins
// with, which test sets mark without the title.
func surnameBytes(s string) int {
	r := []rune(s)
	if len(r) > 2 && lexicon.LoadNames().Compound(string(r[:2])) {
		return len(string(r[:2]))
	}
	return len(string(r[:1]))
}
