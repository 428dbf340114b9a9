package source

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"
)

// shared gives a path outside the repository, in the folder of pages and data
// that every developer has. Where it is missing the test is skipped, and fails
// in continuous integration.
func shared(t testing.TB, path string) string {
	t.Helper()
	full := filepath.Join("..", "..", "..", "shared", path)
	if _, err := os.Stat(full); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("shared/%s is missing", path)
		}
		t.Skipf("shared/%s is missing: the pages and data of others are not in the repository", path)
	}
	return full
}

// evalTexts gives the pages, by name, and a sample of the broadcast texts as one.
func evalTexts(t *testing.T) map[string]string {
	texts := map[string]string{"xwlb": xwlb(t, 500)}
	pages, _ := filepath.Glob(filepath.Join(shared(t, "pages"), "*.txt"))
	for _, p := range pages {
		b, err := os.ReadFile(p)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(p)] = string(b)
	}
	return texts
}

// xwlb gives the paragraphs of n broadcast items, spread over a year.
func xwlb(t testing.TB, n int) string {
	f, err := os.Open(shared(t, "data/xwlb/2019.jsonl.gz"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	lines := bufio.NewReader(z)
	for i := 0; n > 0; i++ {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			break
		}
		var item struct {
			Title      string
			Paragraphs []string
		}
		if i%10 != 0 || json.Unmarshal(line, &item) != nil {
			continue
		}
		b.WriteString(item.Title + "\n" + strings.Join(item.Paragraphs, "\n") + "\n\n")
		n--
	}
	return b.String()
}

// snippets cuts a text at places spread over it into pieces that are size
// bytes in c, or up to seven less so that no character is cut. Pieces that c
// cannot write are left out.
func snippets(text string, c *charset, size int) (out []string) {
	const most = 150
	runes := []rune(text)
	for i := 0; i < len(runes); i += max(1, len(runes)/most) {
		raw := ""
		for n := 1; i+n <= len(runes); n += max(1, (size-len(raw))/4) {
			more, err := c.enc.NewEncoder().String(string(runes[i : i+n]))
			if err != nil || len(more) > size {
				break
			}
			raw = more
		}
		if len(raw) > size-8 {
			out = append(out, raw)
		}
	}
	return out
}

// TestAccuracy cuts the pages and the broadcast texts into snippets, writes
// them in each encoding and has them read back with nothing said. What is
// still wrong are pieces without Chinese: a line of language names, brackets
// and one character.
func TestAccuracy(t *testing.T) {
	texts := evalTexts(t)
	for _, c := range encodings {
		for _, size := range []int{24, 48, 100, 1000} {
			all, right := 0, 0
			for _, text := range texts {
				n, ok := readSnippets(t, c, snippets(text, c, size))
				all, right = all+n, right+ok
			}
			t.Logf("%-10s %4d bytes: %4d right of %4d", c.name, size, right, all)
			if all < 100 || float64(right) < 0.995*float64(all) {
				t.Errorf("%s, %d bytes: %d right of %d", c.name, size, right, all)
			}
		}
	}
}

// readSnippets gives how many snippets have more than ASCII, and how many of
// them are read as they were written.
func readSnippets(t *testing.T, c *charset, list []string) (all, right int) {
	for _, raw := range list {
		want := c.decode(raw)
		if !strings.ContainsFunc(want, func(r rune) bool { return r >= utf8.RuneSelf }) {
			continue
		}
		all++
		got, err := Open(context.Background(), "", strings.NewReader(raw), Options{})
		if err == nil && got.Text == want {
			right++
		} else if testing.Verbose() {
			t.Logf("%s: %q: %v", c.name, want, err)
		}
	}
	return all, right
}

// TestComplaint reads the line of complaint O22, a short text with two
// characters outside GB2312, from its GB18030 bytes.
func TestComplaint(t *testing.T) {
	b, err := os.ReadFile(shared(t, "cases/public-complaints.md"))
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(b), "\n## O22.")
	_, rest, _ = strings.Cut(rest, "```\n")
	want, _, found := strings.Cut(rest, "\n```")
	if !found {
		t.Fatal("O22 has no input")
	}
	for _, text := range []string{want, want + "\n", want + "\r\n"} {
		got, err := Open(context.Background(), "", bytes.NewReader(encode(t, &gb18030, text)), Options{})
		if err != nil || got.Text != text || got.Info.Encoding != "gb18030" || got.Info.Undecodable != 0 {
			t.Errorf("%q: %+v, %v", text, got, err)
		}
	}
}

// only is the text without what c cannot write.
func only(c *charset, text string) string {
	known := map[rune]bool{}
	return strings.Map(func(r rune) rune {
		ok, seen := known[r]
		if !seen {
			ok = len(writable(c, []rune{r})) == 1
			known[r] = ok
		}
		if !ok {
			return -1
		}
		return r
	}, text)
}

// TestDumpBroadcast reads a megabyte of broadcast items in parts, which cut
// where an item begins, and holds little more than a part.
func TestDumpBroadcast(t *testing.T) {
	text := xwlb(t, 1000)
	cut := func(text string) int { return max(0, strings.LastIndex(text, "\n\n")+2) }
	for _, c := range []*charset{&utf8Set, &gb18030, &utf16BE, &hz} {
		text := only(c, text)
		raw := encode(t, c, text)
		for _, size := range []int{1 << 10, 50_000} {
			if got := readDump(t, bytes.NewReader(raw), raw, size, cut); got != text {
				t.Errorf("%s, %d: parts are not the whole", c.name, size)
			}
		}
		d, err := NewDump("", bytes.NewReader(raw), Options{})
		if err != nil {
			t.Fatal(err)
		}
		d.partBytes = 1 << 10
		largest, held := int64(0), 0
		for {
			part, err := d.Next(context.Background(), cut)
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Fatal(err)
			}
			largest, held = max(largest, part.Info.Bytes), max(held, cap(d.kept))
		}
		if most := 4*int(largest) + d.partBytes; held > most {
			t.Errorf("%s: %d bytes held for a part of %d", c.name, held, largest)
		}
	}
}
