package export_test

import (
	"bytes"
	"errors"
	"iter"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/archive"
	"dateline/internal/export"
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
