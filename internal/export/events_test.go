package export_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/export"
	"dateline/record"
)

// TestEvents runs the case files of testdata/events: page adds a page, write
// writes all of the file's pages so far in a format.
func TestEvents(t *testing.T) {
	datadriven.Walk(t, "testdata/events", func(t *testing.T, path string) {
		var pages []*export.Page
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "page":
				var id, origin string
				var g archive.Given
				d.ScanArgs(t, "id", &id)
				d.ScanArgs(t, "origin", &origin)
				d.MaybeScanArgs(t, "day", &g.Day)
				d.MaybeScanArgs(t, "publication", &g.Publication)
				for _, a := range d.CmdArgs {
					if a.Key == "url" {
						g.URL = strings.Join(a.Vals, ",")
					}
				}
				p := read(t, origin, d.Input+"\n", g)
				p.ID = id
				pages = append(pages, p)
				return ""
			case "write":
				var name string
				d.ScanArgs(t, "format", &name)
				return strings.ReplaceAll(written(t, name, pages), "\r\n", "\\r\n")
			}
			t.Fatalf("no command %q", d.Cmd)
			return ""
		})
	})
}

func written(t *testing.T, name string, pages []*export.Page) string {
	t.Helper()
	f, err := export.ByName(name)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := f.Write(&b, seq(pages)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// eventFormats are the formats of this file.
var eventFormats = []string{"followthemoney", "plover", "graphml", "gexf", "icalendar", "csl", "biblatex", "ris"}

// TestEventFormats: the same pages are the same bytes, no pages are a file
// that is whole, and an error of the pages is given back.
func TestEventFormats(t *testing.T) {
	pages, broken := examples(t), errors.New("broken")
	for _, name := range eventFormats {
		if a, b := written(t, name, pages), written(t, name, pages); a != b || a == "" {
			t.Errorf("%s: not the same twice", name)
		}
		written(t, name, nil)
		f, err := export.ByName(name)
		if err != nil {
			t.Fatal(err)
		}
		if len(f.Lost) == 0 || f.Ext == "" || f.MediaType == "" || f.Title == "" {
			t.Errorf("%s: says too little", name)
		}
		var sequence iter.Seq2[*export.Page, error] = func(yield func(*export.Page, error) bool) {
			if yield(pages[0], nil) {
				yield(nil, broken)
			}
		}
		if err := f.Write(&bytes.Buffer{}, sequence); !errors.Is(err, broken) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzEventFormats: whatever a record says, also one that does not hold, the
// formats are written and stay files: lines of a calendar are not over 75
// octets, XML and JSON are read.
func FuzzEventFormats(f *testing.F) {
	for _, text := range []string{
		"陆远舟会见哈尔文\n　　海通社望潮9月17日电　国家主席陆远舟17日下午在银桦宫会见瑟兰总统\n哈尔文。\n",
		"　　外交部长韩书宁16日同瑟兰总理托申娜通电话。\n"} {
		f.Add(encoded(f, text), "b7k2m4xq3d", "https://paper.example/1")
	}
	f.Add([]byte(`{"format":"dateline-record/1","articles":[{"id":"a1","paragraphs":[{"text":"甲。","pieces":[[-5,9000000000]]}]}],"events":[{"id":"e1","article":"a1","kind":"meet","status":"happened","trigger":{"text":"","pieces":[]},"time":{"value":"2030-01-01/2029-01-01"}}]}`), "\x00:", "a b\r\n")
	f.Add([]byte(`{"format":"dateline-record/1","articles":[{"id":"a1"}]}`), " ", "\n\x00\xb5b\x7f\n")
	f.Fuzz(func(t *testing.T, data []byte, id, url string) {
		r, err := record.Decode(bytes.NewReader(data))
		if err != nil {
			return
		}
		p := &export.Page{ID: id, Origin: id, Record: r, Given: archive.Given{URL: url}}
		for _, name := range eventFormats {
			hold(t, name, written(t, name, []*export.Page{p}))
		}
	})
}

// hold holds a file to what all readers of its format ask.
func hold(t *testing.T, name, s string) {
	t.Helper()
	switch name {
	case "icalendar":
		for _, l := range strings.Split(strings.TrimSuffix(s, "\r\n"), "\r\n") {
			if len(l) > 75 || strings.ContainsAny(l, "\r\n") || !utf8.ValidString(l) {
				t.Fatalf("line %q", l)
			}
		}
	case "graphml", "gexf":
		for d := xml.NewDecoder(strings.NewReader(s)); ; {
			if _, err := d.Token(); errors.Is(err, io.EOF) {
				return
			} else if err != nil {
				t.Fatal(err)
			}
		}
	case "plover", "followthemoney", "csl":
		for d := json.NewDecoder(strings.NewReader(s)); ; {
			var v any
			if err := d.Decode(&v); errors.Is(err, io.EOF) {
				return
			} else if err != nil {
				t.Fatal(err)
			}
		}
	}
}

// encoded is the record of a text as JSON.
func encoded(f *testing.F, text string) []byte {
	f.Helper()
	reader, err := dateline.New(dateline.WithPublished("2030-09-18"))
	if err != nil {
		f.Fatal(err)
	}
	r, err := reader.Read(f.Context(), dateline.Source{Name: "page", Data: strings.NewReader(text)})
	if err != nil {
		f.Fatal(err)
	}
	var b bytes.Buffer
	if err := record.Encode(&b, r, ""); err != nil {
		f.Fatal(err)
	}
	return b.Bytes()
}
