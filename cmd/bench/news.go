//go:build unix

package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// news writes the items of years of evening news as text: a title, then its
// paragraphs, a line each with an indent. It ends after the item with which
// limit bytes are written.
func news(shared, years string, limit int64, w io.Writer) (int64, error) {
	files, err := filepath.Glob(filepath.Join(shared, "data", "xwlb", years+".jsonl.gz"))
	if err != nil {
		return 0, err
	}
	if len(files) == 0 {
		return 0, os.ErrNotExist
	}
	var written int64
	for _, f := range files {
		n, err := year(f, limit-written, w)
		if written += n; err != nil || written >= limit {
			return written, err
		}
	}
	return written, nil
}

// year writes the items of one file.
func year(name string, limit int64, w io.Writer) (int64, error) {
	f, err := os.Open(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return 0, err
	}
	var written int64
	for d := json.NewDecoder(bufio.NewReader(z)); ; {
		var item struct {
			Title      string   `json:"title"`
			Paragraphs []string `json:"paragraphs"`
		}
		if err := d.Decode(&item); err == io.EOF {
			return written, nil
		} else if err != nil {
			return written, err
		}
		n, err := io.WriteString(w, item.Title+"\n　　"+strings.Join(item.Paragraphs, "\n　　")+"\n")
		if written += int64(n); err != nil || written >= limit {
			return written, err
		}
	}
}

// broken is a text with its lines broken at width characters, as a page
// breaks them.
func broken(text string, width int) string {
	var b strings.Builder
	n := 0
	for _, r := range text {
		if r == '\n' {
			n = 0
		} else if n == width {
			b.WriteByte('\n')
			n = 0
		}
		if r != '\n' {
			n++
		}
		b.WriteRune(r)
	}
	return b.String()
}
