package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"
	"strings"

	"dateline/internal/tagger"
)

// sample is a paragraph with its names, in characters.
type sample struct {
	text  string
	names []name
}

type name struct {
	start, end int
	kind       tagger.Kind
}

var kindOf = map[string]tagger.Kind{"PER": tagger.Person, "LOC": tagger.Place, "ORG": tagger.Body}

// open opens a file, unpacking one that ends in .gz.
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

// readPFR reads the paragraphs of the days [from, to].
func readPFR(file string, from, to int) ([]sample, error) {
	var out []sample
	err := jsonLines(file, func(line []byte) error {
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
		if _, err := fmt.Sscanf(a.Date, "199801%d", &day); err != nil {
			return err
		}
		for _, p := range a.Paragraphs {
			if day >= from && day <= to {
				out = append(out, sample{p.Text, outermost(p.Entities)})
			}
		}
		return nil
	})
	return out, err
}

// outermost keeps of nested names the outer ones.
func outermost(entities [][]any) []name {
	var all []name
	for _, e := range entities {
		kind, ok := kindOf[e[2].(string)]
		if ok {
			all = append(all, name{int(e[0].(float64)), int(e[1].(float64)), kind})
		}
	}
	sort.SliceStable(all, func(i, j int) bool {
		if all[i].start != all[j].start {
			return all[i].start < all[j].start
		}
		return all[i].end > all[j].end
	})
	var out []name
	for _, n := range all {
		last := len(out) - 1
		switch {
		case last >= 0 && surnameThenGiven(out[last], n):
			out[last].end = n.end
		case last < 0 || n.start >= out[last].end:
			out = append(out, n)
		}
	}
	return out
}

// surnameThenGiven reports whether two names are the surname and the given
// name of one person: PFR writes them as two words, and the derived file has
// put together only those with a common surname.
func surnameThenGiven(a, b name) bool {
	return a.kind == tagger.Person && b.kind == tagger.Person && a.end == b.start && a.end-a.start == 1 && b.end-b.start <= 2
}

// readSilver reads labels made by silver.py, up to a number of characters.
func readSilver(file string, most int) ([]sample, error) {
	var out []sample
	err := jsonLines(file, func(line []byte) error {
		var p struct {
			Text     string
			Entities [][]any
		}
		if most <= 0 {
			return nil
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		most -= len([]rune(p.Text))
		out = append(out, sample{p.Text, outermost(p.Entities)})
		return nil
	})
	return out, err
}

// readCLUENER reads the names of people of CLUENER: spans with both ends
// inside.
func readCLUENER(file string) ([]sample, error) {
	var out []sample
	err := jsonLines(file, func(line []byte) error {
		var p struct {
			Text  string
			Label map[string]map[string][][2]int
		}
		if err := json.Unmarshal(line, &p); err != nil {
			return err
		}
		s := sample{text: p.Text}
		for _, spans := range p.Label["name"] {
			for _, x := range spans {
				s.names = append(s.names, name{x[0], x[1] + 1, tagger.Person})
			}
		}
		out = append(out, s)
		return nil
	})
	return out, err
}

// readBIO reads one character and tag a line, sentences apart by empty lines.
func readBIO(file string) ([]sample, error) {
	r, err := open(file)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	var out []sample
	var text []rune
	var names []name
	in := bufio.NewScanner(r)
	for in.Scan() {
		f := strings.Fields(in.Text())
		if len(f) != 2 {
			if len(text) > 0 {
				out = append(out, sample{string(text), names})
			}
			text, names = nil, nil
			continue
		}
		if kind, ok := kindOf[strings.TrimLeft(f[1], "BI-")]; ok {
			if last := len(names) - 1; f[1][0] == 'I' && last >= 0 && names[last].end == len(text) && names[last].kind == kind {
				names[last].end++
			} else {
				names = append(names, name{len(text), len(text) + 1, kind})
			}
		}
		text = append(text, []rune(f[0])[0])
	}
	if len(text) > 0 {
		out = append(out, sample{string(text), names})
	}
	return out, in.Err()
}
