package eval

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strconv"
	"strings"
	"testing"
)

// arguments are the form as mess.py takes it.
func (f Form) arguments() []string {
	var out []string
	if f.Wrap > 0 {
		out = append(out, "--wrap", strconv.Itoa(f.Wrap))
	}
	if f.Seed > 0 {
		out = append(out, "--seed", strconv.Itoa(int(f.Seed)))
	}
	for _, x := range []struct {
		on   bool
		flag string
	}{{f.Blank, "--blank"}, {f.Indent, "--indent"}, {f.CRLF, "--crlf"}, {f.Digits, "--digits"},
		{f.Halfwidth, "--halfwidth"}, {f.Spaces, "--spaces"}} {
		if x.on {
			out = append(out, x.flag)
		}
	}
	if f.Furniture != "" {
		out = append(out, "--furniture", f.Furniture)
	}
	return out
}

// TestApplyEqualsScript holds every form of three gold pages, between them
// with wrapped lines, furniture and full-width text, equal to what mess.py
// makes.
func TestApplyEqualsScript(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a script many times")
	}
	py, script := python(t), shared(t, "eval", "mess.py")
	for _, name := range []string{"moscow-2023-03", "xwlb-2012-11-15", "shenbao-1949-05-26"} {
		page, gold := filepath.Join(shared(t, "pages"), name+".txt"), filepath.Join(shared(t, "gold"), name+".json")
		for _, f := range Forms {
			t.Run(name+"/"+f.Name, func(t *testing.T) {
				dir := t.TempDir()
				args := append([]string{script, page, gold, dir, "x"}, f.arguments()...)
				if out, err := exec.Command(py, args...).CombinedOutput(); err != nil {
					t.Fatalf("%v: %s", err, out)
				}
				text, moved, err := f.Apply(strings.TrimPrefix(read(t, page), "\ufeff"), []byte(read(t, gold)))
				if err != nil {
					t.Fatal(err)
				}
				if want := read(t, filepath.Join(dir, "x.txt")); text != want {
					t.Errorf("the page differs: %d characters, want %d", len(text), len(want))
				}
				if want := read(t, filepath.Join(dir, "x.json")); !reflect.DeepEqual(tree(t, string(moved)), tree(t, want)) {
					t.Error("the gold differs")
				}
			})
		}
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func tree(t *testing.T, s string) any {
	t.Helper()
	var v any
	if err := json.Unmarshal([]byte(s), &v); err != nil {
		t.Fatal(err)
	}
	return v
}
