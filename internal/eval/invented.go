package eval

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"dateline/record"
)

// Invented is what a reader made of a text that is no news.
type Invented struct {
	// Name is the text's file.
	Name string
	// Refused says that the reader gave an error in place of a record.
	Refused bool
	// Articles is how many articles it made of the text. Paragraphs of a
	// text are no fact that could be false.
	Articles int
	// Facts is how many facts it found: datelines, bylines, headlines,
	// credits, mentions, times, figures, statements, events, works, slips.
	Facts int
	// False are those of them that the text does not hold, each as its layer
	// and its words.
	False []string
}

// MeasureInvented reads every text of a folder that is no news and judges what
// was found in it. A text NAME may have a list NAME.true beside it, a line for
// each thing that is truly in it: the layer, a space, the words; "#" begins a
// remark.
func MeasureInvented(dir fs.FS, read Read) ([]Invented, error) {
	files, err := fs.Glob(dir, "*")
	if err != nil {
		return nil, err
	}
	slices.Sort(files)
	var out []Invented
	for _, f := range files {
		if path.Ext(f) == ".true" {
			continue
		}
		data, err := fs.ReadFile(dir, f)
		if err != nil {
			return nil, err
		}
		truly, err := trueFacts(dir, f+".true")
		if err != nil {
			return nil, err
		}
		out = append(out, judge(f, data, truly, read))
	}
	return out, nil
}

// trueFacts reads a list of what a text holds; one that is not there is empty.
func trueFacts(dir fs.FS, name string) (map[string]bool, error) {
	out := map[string]bool{}
	if _, err := fs.Stat(dir, name); err != nil {
		return out, nil
	}
	data, err := fs.ReadFile(dir, name)
	if err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(bytes.NewReader(data))
	for lines.Scan() {
		if l := strings.TrimSpace(lines.Text()); l != "" && l[0] != '#' {
			out[l] = true
		}
	}
	return out, lines.Err()
}

func judge(name string, data []byte, truly map[string]bool, read Read) Invented {
	out := Invented{Name: name}
	r, err := read(name, data, "")
	if err != nil {
		out.Refused = true
		return out
	}
	out.Articles = len(r.Articles)
	for _, f := range facts(r) {
		out.Facts++
		if !truly[f] {
			out.False = append(out.False, f)
		}
	}
	return out
}

// facts are all facts of a record, as their layer and words.
func facts(r *record.Record) []string {
	var out []string
	add := func(layer, text string) { out = append(out, layer+" "+text) }
	for _, a := range r.Articles {
		if a.Dateline != nil {
			add("dateline", a.Dateline.Text)
		}
		for _, h := range a.Headlines {
			add("headline", h.Text)
		}
		for layer, s := range map[string]*record.Span{"byline": a.Byline, "credit": a.Credit} {
			if s != nil {
				add(layer, s.Text)
			}
		}
	}
	for _, p := range r.People {
		add("person", p.Name)
	}
	for _, p := range r.Places {
		add("place", p.Name)
	}
	for _, p := range r.Organizations {
		add("organization", p.Name)
	}
	for path, f := range r.Facts() {
		layer, _, _ := strings.Cut(path, "s[")
		add(layer, cmp.Or(f.Text, fmt.Sprint(f.Pieces)))
	}
	slices.Sort(out)
	return out
}
