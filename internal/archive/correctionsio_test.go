package archive_test

import (
	"bytes"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/internal/archive"
)

// layerOf is a layer of entries of each kind about a page of the examples.
func layerOf(t testing.TB, layer []archive.Correction) (string, []archive.Correction) {
	t.Helper()
	at := time.Date(2031, 10, 8, 9, 10, 11, 12_000_000, time.FixedZone("", 8*3600))
	for i := range layer {
		layer[i].At, layer[i].Why = at.Add(time.Duration(i)*time.Second), "“因为”\n<&>"
	}
	layer = append(layer,
		archive.Correction{ID: "m1", Op: archive.Merge, By: "甲", At: at, People: []archive.Called{{Name: "段鹭"}, {Name: "段小鹭", Sources: []string{"x", "y"}}}},
		archive.Correction{ID: "m2", Op: archive.Split, By: "甲", At: at, People: []archive.Called{{Name: "段鹭", Sources: []string{"x"}}}},
		archive.Correction{ID: "m3", Op: archive.Undo, By: "乙", At: at, Undoes: "m1"})
	var b bytes.Buffer
	if err := archive.ExportCorrections(&b, layer); err != nil {
		t.Fatal(err)
	}
	return b.String(), layer
}

// TestCorrectionsExport: what is written reads back as the same entries.
func TestCorrectionsExport(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 3))
	for _, x := range sources(t)[:5] {
		out, layer := layerOf(t, draw(t, rng, x, 40))
		got, err := archive.ImportCorrections(strings.NewReader(out))
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(layer, got); diff != "" {
			t.Error(diff)
		}
	}
}

// FuzzImportCorrections: any bytes are an error or entries, which are written
// as they were read, and which a record can be laid under.
func FuzzImportCorrections(f *testing.F) {
	x := readText(f, "page", page, "2031-10-08")
	whole, _ := layerOf(f, draw(f, rand.New(rand.NewPCG(5, 6)), x, 30))
	f.Add(whole)
	for line := range strings.Lines(whole) {
		f.Add(`{"format":"dateline-corrections/1"}` + "\n" + line)
	}
	f.Add(`{"format":"dateline-corrections/1"}` + "\n" +
		`{"id":"a","op":"change","by":"b","at":"2031-01-02T03:04:05Z","target":{"source":"s","kind":"statement","quote":{"exact":"水","prefix":"","suffix":"","times":1,"halves":2},"pieces":[[0,1]],"text":""},"changes":[{"field":"content","old":"","new":"水"}]}`)
	f.Fuzz(func(t *testing.T, in string) {
		layer, err := archive.ImportCorrections(strings.NewReader(in))
		if err != nil {
			return
		}
		var b bytes.Buffer
		if err := archive.ExportCorrections(&b, layer); err != nil {
			return // a year that JSON cannot write
		}
		again, err := archive.ImportCorrections(&b)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(layer, again); diff != "" {
			t.Fatal(diff)
		}
		rec, all := archive.Corrected(x.rec, x.text, layer)
		for _, s := range all {
			if s.Fate == archive.Lost && s.Why == "" {
				t.Errorf("%+v", s)
			}
		}
		encoded(t, rec)
	})
}

// page is a page of our own.
const page = `渡口修好了
　　本报望潮10月8日电　渔业局局长段鹭昨天宣布，渡口修好了，从11月1日起每天多开3班船。
　　段鹭说：“船票不涨价，渡口会一直开下去。”她昨天在望潮会见了石堡市市长高帆，并出席《渡口条例》的签字仪式。
`
