package export_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/export"
)

// outsideMissing is the exit code with which outside/read says that a program
// or a package is not installed.
const outsideMissing = 77

// TestOutside has programs of others read what is written of the examples and,
// where they are at hand, of 1,000 news items. What is not installed is
// skipped with its name, on a build machine too: with DATELINE_OUTSIDE=1 it
// fails. docs/exports.md says how to install them.
func TestOutside(t *testing.T) {
	pages := examples(t)
	var read []export.Format
	for _, f := range export.Formats() {
		t.Run("examples/"+f.Name, func(t *testing.T) {
			outside(t, f, pages)
			read = append(read, f)
		})
	}
	if len(read) == 0 || testing.Short() {
		return
	}
	if pages = items(t); len(pages) == 0 {
		return
	}
	for _, f := range read {
		t.Run("items/"+f.Name, func(t *testing.T) { outside(t, f, pages) })
	}
}

func outside(t *testing.T, f export.Format, pages []*export.Page) {
	dir := t.TempDir()
	args := []string{"outside/read", f.Name}
	args = append(args, writeAll(t, f, dir, pages)...)
	args = append(args, writePages(t, dir, pages))
	python := os.Getenv("DATELINE_PYTHON")
	if python == "" {
		python = "python3"
	}
	cmd := exec.Command(python, args...)
	var out, stderr bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &stderr
	err := cmd.Run()
	var exit *exec.ExitError
	missing := errors.Is(err, exec.ErrNotFound) || errors.As(err, &exit) && exit.ExitCode() == outsideMissing
	switch {
	case missing && os.Getenv("DATELINE_OUTSIDE") == "":
		t.Skipf("not read by others: %v %s", err, strings.TrimSpace(stderr.String()))
	case err != nil:
		t.Fatalf("%v\n%s%s", err, out.String(), stderr.String())
	}
	t.Log(strings.TrimSpace(out.String()))
}

// writeAll writes a format into dir and gives the files.
func writeAll(t *testing.T, f export.Format, dir string, pages []*export.Page) (files []string) {
	t.Helper()
	name := filepath.Join(dir, "out."+f.Ext)
	w, err := os.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	if err := f.Write(w, seq(pages)); err != nil {
		t.Fatal(err)
	}
	return []string{name}
}

// writePages writes the pages' ids, texts and records, which a reader can
// hold what it read against.
func writePages(t *testing.T, dir string, pages []*export.Page) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for _, p := range pages {
		if err := e.Encode(map[string]any{"id": p.ID, "text": p.Text, "record": p.Record}); err != nil {
			t.Fatal(err)
		}
	}
	name := filepath.Join(dir, "pages.jsonl")
	if err := os.WriteFile(name, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// seq gives pages as a sequence.
func seq(pages []*export.Page) iter.Seq2[*export.Page, error] {
	return func(yield func(*export.Page, error) bool) {
		for _, p := range pages {
			if !yield(p, nil) {
				return
			}
		}
	}
}

// read reads a text as a page.
func read(t testing.TB, origin, text string, given archive.Given) *export.Page {
	t.Helper()
	var options []dateline.Option
	if given.Day != "" {
		options = append(options, dateline.WithPublished(given.Day))
	}
	r, err := dateline.New(options...)
	if err != nil {
		t.Fatal(err)
	}
	rec, decoded, err := r.ReadText(t.Context(), dateline.Source{Name: filepath.Base(origin), Data: strings.NewReader(text)})
	if err != nil {
		t.Fatal(err)
	}
	id, _ := archive.SourceID(sha256.Sum256([]byte(origin+text)), func(string) (bool, error) { return false, nil })
	return &export.Page{ID: id, Origin: origin, Given: given, Text: decoded, Record: rec}
}

// examples are the pages of examples/.
func examples(t testing.TB) (out []*export.Page) {
	t.Helper()
	names, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(names) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	for _, n := range names {
		b, err := os.ReadFile(n)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, read(t, n, string(b), archive.Given{}))
	}
	return out
}

// items are the first of each year of a corpus of news items; none where it
// is missing.
func items(t *testing.T) (out []*export.Page) {
	t.Helper()
	names, _ := filepath.Glob("../../../shared/data/xwlb/*.jsonl.gz")
	if len(names) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("../shared/data/xwlb is missing")
		}
		t.Log("../shared/data/xwlb is missing: the examples only")
		return nil
	}
	slices.Sort(names)
	for _, n := range names {
		out = append(out, itemsOf(t, n, 1000/len(names)+1)...)
	}
	return out
}

// itemsOf reads the first n items of a file of JSON lines.
func itemsOf(t *testing.T, name string, n int) (out []*export.Page) {
	t.Helper()
	f, err := os.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	lines := bufio.NewReader(z)
	for i := range n {
		line, err := lines.ReadBytes('\n')
		if errors.Is(err, io.EOF) {
			break
		}
		var x struct {
			Day, Title string
			Paragraphs []string
		}
		if err := json.Unmarshal(line, &x); err != nil {
			t.Fatal(err)
		}
		text := x.Title + "\n\n" + strings.Join(x.Paragraphs, "\n\n") + "\n"
		out = append(out, read(t, fmt.Sprintf("%s#%d", name, i), text, archive.Given{Day: isoDay(x.Day), Headline: x.Title}))
	}
	return out
}

// isoDay turns 20190101 into 2019-01-01.
func isoDay(s string) string {
	if len(s) == 8 {
		return s[:4] + "-" + s[4:6] + "-" + s[6:]
	}
	return s
}
