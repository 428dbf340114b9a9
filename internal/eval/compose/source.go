package compose

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
)

// raw is an article as its corpus has it, lines trimmed and empty ones left
// out.
type raw struct {
	corpus, id, date string // date as 2006-01-02
	headlines        []string
	paragraphs       []string
}

// The two corpora, by their folders under data/ of the shared folder.
const (
	pfr = "pfr-199801"
	cpc = "cpcnews-2020"
)

// readAll reads both corpora under shared/data, in a fixed order.
func readAll(shared string) ([]raw, error) {
	a, err := readFile(filepath.Join(shared, "data", pfr, "articles.jsonl.gz"), readPFR)
	if err != nil {
		return nil, err
	}
	files, err := filepath.Glob(filepath.Join(shared, "data", cpc, "*.csv.gz"))
	if err != nil || len(files) == 0 {
		return nil, errors.Join(err, fmt.Errorf("no files of %s under %s", cpc, shared))
	}
	slices.Sort(files)
	for _, f := range files {
		b, err := readFile(f, readCPC)
		if err != nil {
			return nil, err
		}
		a = append(a, b...)
	}
	return a, nil
}

// readFile reads one compressed file of articles.
func readFile(path string, read func(io.Reader) ([]raw, error)) ([]raw, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	a, err := read(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	for i := range a {
		if a[i].id == "" {
			a[i].id = fmt.Sprintf("%s:%d", filepath.Base(path), i+1)
		}
	}
	return a, nil
}

// firstDay is the first day of the January corpus that pages are made from:
// the days before are left to those who train on them.
const firstDay = "19980129"

// readPFR reads one JSON object a line. The first paragraphs of an article, up
// to one that is a sentence or a byline, are the lines of its headline.
func readPFR(r io.Reader) ([]raw, error) {
	var out []raw
	d := json.NewDecoder(r)
	for {
		var a struct {
			ID, Date   string
			Paragraphs []struct{ Text string }
		}
		if err := d.Decode(&a); errors.Is(err, io.EOF) {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		if a.Date < firstDay || len(a.Date) != 8 {
			continue
		}
		w := raw{corpus: pfr, id: a.ID, date: a.Date[:4] + "-" + a.Date[4:6] + "-" + a.Date[6:]}
		for i, p := range a.Paragraphs {
			if t := strings.TrimSpace(p.Text); len(w.paragraphs) == 0 && i < maxHeadlines && !ended(t) && !isByline(t) {
				w.headlines = append(w.headlines, withoutPictures(t))
			} else if t != "" {
				w.paragraphs = append(w.paragraphs, t)
			}
		}
		out = append(out, w)
	}
}

// withoutPictures takes the archive's remark on pictures off a headline:
// （附图片２张） was not printed.
func withoutPictures(t string) string {
	if i := strings.Index(t, "（附图片"); i > 0 && strings.HasSuffix(t, "）") {
		return t[:i]
	}
	return t
}

// readCPC reads a table of title, date and body. A title's parts are set apart
// by spaces, a body's paragraphs by line ends and tabs.
func readCPC(r io.Reader) ([]raw, error) {
	rows, err := csv.NewReader(r).ReadAll()
	if err != nil {
		return nil, err
	}
	var out []raw
	for i, row := range rows {
		if i == 0 || len(row) != 3 {
			continue
		}
		a := raw{corpus: cpc, date: row[1], headlines: strings.FieldsFunc(row[0], unicode.IsSpace)}
		for line := range strings.Lines(row[2]) {
			if t := strings.TrimSpace(line); t != "" {
				a.paragraphs = append(a.paragraphs, t)
			}
		}
		out = append(out, a)
	}
	return out, nil
}
