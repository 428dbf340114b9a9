package source

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/fault"
)

// labels are the encodings that a fuzzed source can be told to be in.
var labels = []string{"", "utf-8", "gb18030", "big5", "hz-gb-2312", "utf-16le", "utf-16be", "shift_jis", "euc-jp", "euc-kr", "iso-2022-jp", "windows-1252"}

// seeds gives the inputs of the cases.
func seeds(f *testing.F) (out [][]byte) {
	t := &testing.T{}
	paths, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(paths) == 0 {
		f.Fatal("no cases", err)
	}
	for _, p := range paths {
		if info, err := os.Stat(p); err != nil || info.IsDir() {
			continue
		}
		b, err := os.ReadFile(p)
		if err != nil {
			f.Fatal(err)
		}
		datadriven.RunTestFromString(t, string(b), func(_ *testing.T, d *datadriven.TestData) string {
			out = append(out, input(t, d))
			return d.Expected
		})
	}
	return out
}

func FuzzOpen(f *testing.F) {
	for _, raw := range seeds(f) {
		f.Add(raw, uint8(0), uint16(0))
	}
	f.Add([]byte("a\x81\x30\x84\x31\xa4\x37"), uint8(2), uint16(0))
	f.Fuzz(func(t *testing.T, raw []byte, label uint8, max uint16) {
		o := Options{Encoding: labels[int(label)%len(labels)], MaxBytes: int64(max)}
		got, err := Open(context.Background(), "page.txt", bytes.NewReader(raw), o)
		if err != nil {
			checkRefusal(t, err, "page.txt")
			return
		}
		i := got.Info
		if i.Bytes != int64(len(raw)) || i.Bytes > o.limit() || i.SHA256 != sha(raw) || i.Part != nil {
			t.Errorf("%+v of %d bytes", i, len(raw))
		}
		checkText(t, got)
	})
}

// checkRefusal holds an error to have a meaning and to name its source.
func checkRefusal(t *testing.T, err error, name string) {
	t.Helper()
	if !errors.Is(err, fault.Empty) && !errors.Is(err, fault.TooLarge) && !errors.Is(err, fault.NotText) {
		t.Errorf("no meaning: %v", err)
	}
	if !strings.HasPrefix(err.Error(), name+": ") {
		t.Errorf("no name: %v", err)
	}
}

// checkText holds a text to its description.
func checkText(t *testing.T, got *Text) {
	t.Helper()
	i := got.Info
	if !utf8.ValidString(got.Text) {
		t.Error("not valid UTF-8")
	}
	if n := utf8.RuneCountInString(got.Text); i.Chars != n {
		t.Errorf("%d chars, has %d", i.Chars, n)
	}
	if n := strings.Count(got.Text, replacement); i.Undecodable < 0 || i.Undecodable > n {
		t.Errorf("%d undecodable, has %d U+FFFD", i.Undecodable, n)
	}
	if want := slowNewline(got.Text); i.Newline != want {
		t.Errorf("newline %s, want %s", i.Newline, want)
	}
	if (i.EncodingBasis == basisBOM) != i.BOM && i.Part == nil {
		t.Errorf("basis %s, bom %t", i.EncodingBasis, i.BOM)
	}
	if !slices.Contains([]string{basisBOM, basisValid, basisDetected, basisGiven}, i.EncodingBasis) {
		t.Errorf("basis %q", i.EncodingBasis)
	}
}

// slowNewline is newline in the plainest words.
func slowNewline(text string) string {
	kinds := map[string]bool{}
	text = strings.ReplaceAll(text, "\r\n", "\x00crlf")
	for name, end := range map[string]string{"crlf": "\x00crlf", "lf": "\n", "cr": "\r"} {
		if strings.Contains(text, end) {
			kinds[name] = true
		}
	}
	if len(kinds) > 1 {
		return "mixed"
	}
	for name := range kinds {
		return name
	}
	return "none"
}

func FuzzDump(f *testing.F) {
	for i, raw := range seeds(f) {
		f.Add(raw, uint8(0), uint8(i*7), uint16(0), uint64(i))
	}
	f.Fuzz(func(t *testing.T, raw []byte, label, size uint8, max uint16, cuts uint64) {
		o := Options{Encoding: labels[int(label)%len(labels)], MaxBytes: int64(max)}
		d, err := NewDump("dump.txt", bytes.NewReader(raw), o)
		if err != nil {
			checkRefusal(t, err, "dump.txt")
			return
		}
		d.partBytes = 1 + int(size)
		cut := cutAnywhere(cuts)
		for at := int64(0); ; at = d.part.Byte {
			part, err := d.Next(context.Background(), cut)
			if err == io.EOF {
				if at != int64(len(raw)) {
					t.Errorf("ends at byte %d of %d", at, len(raw))
				}
				return
			}
			if err != nil {
				checkRefusal(t, err, "dump.txt")
				if _, again := d.Next(context.Background(), cut); !errors.Is(err, fault.NotText) && again != err {
					t.Errorf("%v, then %v", err, again)
				}
				return
			}
			i := part.Info
			own := raw[at : at+i.Bytes]
			if i.Part.Byte != at || i.SHA256 != sha(own) || i.Bytes > o.limit() || i.Bytes == 0 {
				t.Fatalf("%+v at byte %d", i, at)
			}
			checkText(t, part)
			if d.finding.unit > 0 || d.finding.name == hz.name {
				checkAlone(t, own, part)
			}
		}
	})
}
