// Package cec reads the Chinese Emergency Corpus, news of accidents and
// disasters in which others marked every happening and every saying.
//
// In: the folder with the corpus, which is not part of this repository. Out:
// reports, and each as a page: the title, then its paragraphs, each indented
// by two ideographic spaces. The corpus counts code points of a paragraph; At
// turns them into code points of the page.
package cec

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"unicode/utf8"

	"dateline/record"
)

// Name is the folder of the corpus under data/ of the shared folder.
const Name = "cec"

const indent = "\u3000\u3000"

// Reader reads a page whose date is given in ISO form.
type Reader func(name, text, published string) (*record.Record, error)

// Report is an item of the corpus.
type Report struct {
	ID         string
	Title      string
	ReportTime string `json:"report_time"`
	Paragraphs []Paragraph
}

// Paragraph is a paragraph of a report.
type Paragraph struct {
	Text     string
	Elements []Element
}

// Element is an annotation: an event, or a part of one.
type Element struct {
	Tag, Text  string
	Start, End int
	Event      string
	Attrs      map[string]string
}

// Place is a stretch of a paragraph.
type Place struct {
	Par, Start, End int
	Text            string
}

// Saying is a statement of the corpus.
type Saying struct {
	Doc      string
	Cue      string
	CueType  string `json:"cue_type"`
	Speakers []string
	// Event is the clause of the cue, Content what is said, as a list of
	// happenings.
	Event   Place `json:"statement_event"`
	Content []Place
}

// Span is a stretch of the page, in code points.
type Span [2]int

// Over says whether a span of a record shares a character with s.
func (s Span) Over(o record.Span) bool { return s.Common(o) > 0 }

// Common is how many characters a span of a record shares with s.
func (s Span) Common(o record.Span) int {
	n := 0
	for _, p := range o.Pieces {
		n += max(0, min(p[1], s[1])-max(p[0], s[0]))
	}
	return n
}

// Reports reads the reports of the corpus in the shared folder.
func Reports(shared string) ([]Report, error) {
	f, err := os.Open(filepath.Join(shared, "data", Name, "cec.jsonl.gz"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return lines[Report](z)
}

// Sayings reads the statements of the corpus in the shared folder, by the id
// of their report.
func Sayings(shared string) (map[string][]Saying, error) {
	f, err := os.Open(filepath.Join(shared, "data", Name, "statements.jsonl"))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	all, err := lines[Saying](f)
	if err != nil {
		return nil, err
	}
	out := map[string][]Saying{}
	for _, s := range all {
		out[s.Doc] = append(out[s.Doc], s)
	}
	return out, nil
}

// lines reads one JSON value a line.
func lines[T any](r io.Reader) ([]T, error) {
	in := json.NewDecoder(bufio.NewReader(r))
	var out []T
	for {
		var one T
		err := in.Decode(&one)
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		out = append(out, one)
	}
}

// Page is the text of a report as a page.
func (r Report) Page() string {
	var b strings.Builder
	b.WriteString(r.Title + "\n")
	for _, p := range r.Paragraphs {
		b.WriteString(indent + p.Text + "\n")
	}
	return b.String()
}

// At is the code point of the page at which paragraph par begins.
func (r Report) At(par int) int {
	at := utf8.RuneCountInString(r.Title + "\n" + indent)
	for _, p := range r.Paragraphs[:par] {
		at += utf8.RuneCountInString(p.Text + "\n" + indent)
	}
	return at
}

// Published is the report's day in ISO form, "" where its time is of another
// form than 2008年04月05日 09:12.
func (r Report) Published() string {
	var y, m, d int
	if _, err := fmt.Sscanf(r.ReportTime, "%d年%d月%d日", &y, &m, &d); err != nil {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", y, m, d)
}
