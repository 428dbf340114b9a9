package cli

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"dateline/internal/term"
)

// pages are the examples and, where they are at hand, the real pages.
func pages(t *testing.T) []string {
	t.Helper()
	examples, err := filepath.Glob("../../examples/*.txt")
	if err != nil || len(examples) == 0 {
		t.Fatalf("no examples: %v", err)
	}
	real, _ := filepath.Glob("../../../shared/pages/*.txt")
	if len(real) == 0 {
		if os.Getenv("CI") == "true" {
			t.Fatal("../shared/pages is missing")
		}
		t.Log("../shared/pages is missing: the examples only")
	}
	return append(examples, real...)
}

// command runs the command and gives its output.
func command(t *testing.T, columns string, in []byte, args ...string) []byte {
	t.Helper()
	var stdout, stderr bytes.Buffer
	getenv := func(name string) string { return map[string]string{"COLUMNS": columns}[name] }
	if code := run(t.Context(), args, streams{bytes.NewReader(in), &stdout, &stderr, getenv}); code != 0 {
		t.Fatalf("%v: code %d: %s%s", args, code, &stdout, &stderr)
	}
	return stdout.Bytes()
}

// TestPagesVerify holds the record of every page against the page, read whole
// and in parts.
func TestPagesVerify(t *testing.T) {
	for _, page := range pages(t) {
		for _, how := range []string{"--json", "--jsonl", "--stream"} {
			rec := command(t, "", nil, "read", how, page)
			if out := command(t, "", rec, "verify", "-", page); !bytes.HasPrefix(out, []byte("ok: ")) {
				t.Errorf("%s %s: %s", how, page, out)
			}
		}
	}
}

// TestPagesView holds the view of every page to its width and to clean lines,
// and holds that nothing of the page is lost in it: each Chinese
// character of the page stands in the view at least as often.
func TestPagesView(t *testing.T) {
	for _, page := range pages(t) {
		text, err := os.ReadFile(page)
		if err != nil {
			t.Fatal(err)
		}
		for _, width := range []int{40, 60, 80} {
			out := string(command(t, itoa(width), nil, "read", "--all", "--no-joins", page))
			for line := range strings.Lines(out) {
				line = strings.TrimSuffix(line, "\n")
				if n := term.Width(line); n > width {
					t.Errorf("%s at %d: %d columns: %s", page, width, n, line)
				}
				if strings.ContainsFunc(line, unicode.IsControl) || strings.TrimRightFunc(line, unicode.IsSpace) != line {
					t.Errorf("%s at %d: unclean line %q", page, width, line)
				}
			}
			shown := counts(out)
			for r, n := range counts(string(text)) {
				if shown[r] < n {
					t.Errorf("%s at %d: %q stands %d times on the page and %d times in the view", page, width, r, n, shown[r])
				}
			}
		}
	}
}

// counts counts the Chinese characters of a text.
func counts(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range s {
		if unicode.Is(unicode.Han, r) {
			out[r]++
		}
	}
	return out
}
