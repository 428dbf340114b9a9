package source

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/fault"
	"dateline/record"
)

// TestCases runs testdata/cases. Each input line is an encoding, a space and text
// with the escapes of a Go string; its bytes in that encoding are put behind
// those of the line before. "hex" takes the bytes as they are.
//
//	open [enc=LABEL] [max=N] [rep=N] [drop=N]
//	dump part=N [enc=LABEL] [max=N] [drop=N]
//
// rep repeats the input, drop takes bytes from its end. A dump is cut where
// the last line begins that starts with ◆.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata/cases", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			raw := input(t, d)
			o := Options{MaxBytes: int64(number(t, d, "max"))}
			d.MaybeScanArgs(t, "enc", &o.Encoding)
			if d.Cmd == "open" {
				got, err := Open(context.Background(), "page.txt", bytes.NewReader(raw), o)
				if err != nil {
					return showError(err)
				}
				return fmt.Sprintf("%s\n%s", show(got.Info), quote(got.Text))
			}
			return dumpCase(t, d, raw, o)
		})
	})
}

func dumpCase(t *testing.T, d *datadriven.TestData, raw []byte, o Options) string {
	dump, err := NewDump("dump.txt", bytes.NewReader(raw), o)
	if err != nil {
		return showError(err)
	}
	dump.partBytes = number(t, d, "part")
	var b strings.Builder
	for {
		part, err := dump.Next(context.Background(), lastMark)
		if err == io.EOF {
			return b.String() + "end"
		}
		if err != nil {
			b.WriteString(showError(err))
			if !errors.Is(err, fault.NotText) {
				return b.String()
			}
			continue
		}
		p := part.Info.Part
		fmt.Fprintf(&b, "part %d byte %d char %d: %s\n%s\n", p.Index, p.Byte, p.Char, show(part.Info), quote(part.Text))
	}
}

// lastMark is the cut of the tests: the last line that starts with ◆.
func lastMark(text string) int { return max(0, strings.LastIndex(text, "\n◆")+1) }

func number(t *testing.T, d *datadriven.TestData, key string) (n int) {
	t.Helper()
	d.MaybeScanArgs(t, key, &n)
	return n
}

func input(t *testing.T, d *datadriven.TestData) []byte {
	t.Helper()
	var raw []byte
	for line := range strings.Lines(d.Input) {
		enc, text, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		raw = append(raw, encodeLine(t, enc, text)...)
	}
	raw = bytes.Repeat(raw, max(1, number(t, d, "rep")))
	return raw[:len(raw)-number(t, d, "drop")]
}

func encodeLine(t *testing.T, enc, text string) []byte {
	t.Helper()
	if enc == "hex" {
		b, err := hex.DecodeString(strings.ReplaceAll(text, " ", ""))
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	s, err := strconv.Unquote(`"` + text + `"`)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if enc == "utf-8" {
		return []byte(s)
	}
	c, err := lookup(enc)
	if err != nil {
		t.Fatal(err)
	}
	b, err := c.enc.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("%s in %s: %v", s, enc, err)
	}
	return b
}

func show(i record.Source) string {
	s := fmt.Sprintf("%s %s, newline %s, %d bytes, %d chars", i.Encoding, i.EncodingBasis, i.Newline, i.Bytes, i.Chars)
	if i.BOM {
		s += ", bom"
	}
	if i.Undecodable > 0 {
		s += fmt.Sprintf(", %d undecodable", i.Undecodable)
	}
	return s
}

// quote shows letters as they are and what is not seen as escapes.
func quote(s string) string {
	if r := []rune(s); len(r) > 120 {
		s = string(r[:120]) + "…"
	}
	return strconv.Quote(s)
}

func showError(err error) string {
	meaning := "none"
	for _, m := range []error{fault.Empty, fault.TooLarge, fault.NotText, fault.Usage} {
		if errors.Is(err, m) {
			meaning = m.Error()
		}
	}
	s := fmt.Sprintf("error (%s): %v\n", meaning, err)
	if h := fault.Hint(err); h != "" {
		s += "hint: " + h + "\n"
	}
	return s
}

func TestDigest(t *testing.T) {
	got, err := Open(context.Background(), "a", strings.NewReader("abc"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	// The example of FIPS 180-2, appendix B.1.
	const want = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
	if got.Info.SHA256 != want {
		t.Errorf("digest of abc is %s", got.Info.SHA256)
	}
	if got.Info.MediaType != "text/plain" || got.Info.Part != nil {
		t.Errorf("media type %q, part %v", got.Info.MediaType, got.Info.Part)
	}
}

func TestReadError(t *testing.T) {
	broken := errors.New("disk on fire")
	r := io.MultiReader(strings.NewReader("前三行"), iotest.ErrReader(broken))
	_, err := Open(context.Background(), "page.txt", r, Options{})
	if !errors.Is(err, broken) || !strings.Contains(err.Error(), "page.txt") {
		t.Errorf("Open: %v", err)
	}
	r = io.MultiReader(strings.NewReader("前三行\n"), iotest.ErrReader(broken))
	if _, err = NewDump("page.txt", r, Options{}); !errors.Is(err, broken) {
		t.Errorf("NewDump: %v", err)
	}
	r = io.MultiReader(strings.NewReader(strings.Repeat("前三行\n", survey)), iotest.ErrReader(broken))
	d, err := NewDump("page.txt", r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if _, err := d.Next(context.Background(), lastMark); !errors.Is(err, broken) || !strings.Contains(err.Error(), "page.txt") {
			t.Errorf("Next: %v", err)
		}
	}
}

// cancelAfter cancels a context once n bytes were read.
type cancelAfter struct {
	r      io.Reader
	n      int
	cancel func()
}

func (c *cancelAfter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	if c.n -= n; c.n <= 0 {
		c.cancel()
	}
	return n, err
}

func TestCancel(t *testing.T) {
	text := strings.Repeat("雨下了一夜。\n", 50_000)
	ctx, cancel := context.WithCancel(context.Background())
	in := &cancelAfter{strings.NewReader(text), 100_000, cancel}
	if _, err := Open(ctx, "page.txt", in, Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("Open: %v", err)
	}
	if in.n < -2*chunk {
		t.Errorf("Open went on for %d bytes", -in.n)
	}
}

// TestCancelDump cancels in the middle of a part: a later call goes on where
// it was left, and nothing is lost.
func TestCancelDump(t *testing.T) {
	text := strings.Repeat("◆雨下了一夜。\n", 50_000)
	ctx, cancel := context.WithCancel(context.Background())
	d, err := NewDump("dump.txt", &cancelAfter{strings.NewReader(text), 300_000, cancel}, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Next(ctx, lastMark); !errors.Is(err, context.Canceled) {
		t.Fatalf("Next: %v", err)
	}
	var all strings.Builder
	for {
		part, err := d.Next(context.Background(), lastMark)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(part.Text)
	}
	if all.String() != text {
		t.Errorf("%d bytes of %d came out", all.Len(), len(text))
	}
}

func TestReadsNoMoreThanTheLimit(t *testing.T) {
	in := strings.NewReader(strings.Repeat("晴", 1000))
	_, err := Open(context.Background(), "page.txt", io.MultiReader(in), Options{MaxBytes: 100})
	if !errors.Is(err, fault.TooLarge) {
		t.Errorf("%v", err)
	}
	if read := 3000 - in.Len(); read != 101 {
		t.Errorf("%d bytes were read", read)
	}
}

func TestNoLimit(t *testing.T) {
	o := Options{MaxBytes: math.MaxInt64}
	if got, err := Open(context.Background(), "", strings.NewReader("晴"), o); err != nil || got.Text != "晴" {
		t.Errorf("Open: %v, %v", got, err)
	}
	d, err := NewDump("", strings.NewReader("晴"), o)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := d.Next(context.Background(), lastMark); err != nil || got.Text != "晴" {
		t.Errorf("Next: %v, %v", got, err)
	}
}

func TestSizeHint(t *testing.T) {
	f, err := os.Open("source_test.go")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	if got := sizeHint(f); got != info.Size() {
		t.Errorf("file: %d, want %d", got, info.Size())
	}
	if got := sizeHint(strings.NewReader("晴")); got != 3 {
		t.Errorf("reader: %d", got)
	}
	if got := sizeHint(io.MultiReader()); got != 0 {
		t.Errorf("unknown: %d", got)
	}
}

func sha(raw []byte) string { return fmt.Sprintf("%x", sha256.Sum256(raw)) }
