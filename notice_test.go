package dateline

import (
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// notice is the text of NOTICE.
func notice(t *testing.T) string {
	t.Helper()
	b, err := os.ReadFile("NOTICE")
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// embedded are the files that are compiled into the packages of the module.
func embedded(t *testing.T) []string {
	t.Helper()
	var out []string
	directive := regexp.MustCompile(`(?m)^//go:embed (.+)$`)
	err := filepath.WalkDir("internal", func(name string, d fs.DirEntry, err error) error {
		if err != nil || filepath.Ext(name) != ".go" || strings.HasSuffix(name, "_test.go") {
			return err
		}
		b, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		for _, m := range directive.FindAllStringSubmatch(string(b), -1) {
			for _, pattern := range strings.Fields(m[1]) {
				files, err := filepath.Glob(filepath.Join(filepath.Dir(name), pattern))
				if err != nil {
					return err
				}
				out = append(out, files...)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// TestNoticeNamesData holds NOTICE to the data that is compiled in: each file
// on a line of its own, and no line for a file that is gone.
func TestNoticeNamesData(t *testing.T) {
	named := map[string]bool{}
	for line := range strings.Lines(notice(t)) {
		if line = strings.TrimSpace(line); strings.HasPrefix(line, "internal/") && !strings.Contains(line, " ") {
			named[line] = true
			if _, err := os.Stat(filepath.FromSlash(line)); err != nil {
				t.Errorf("NOTICE names %s, which is not there", line)
			}
		}
	}
	files := embedded(t)
	if len(files) == 0 {
		t.Fatal("no embedded file found")
	}
	for _, f := range files {
		if !named[filepath.ToSlash(f)] {
			t.Errorf("NOTICE does not say where %s is from", f)
		}
	}
}

// TestNoticeNamesLicences holds NOTICE to the licence texts, both ways.
func TestNoticeNamesLicences(t *testing.T) {
	text := notice(t)
	for _, name := range regexp.MustCompile(`LICENSES/[\w.-]+\w`).FindAllString(text, -1) {
		if _, err := os.Stat(filepath.FromSlash(name)); err != nil {
			t.Errorf("NOTICE names %s, which is not there", name)
		}
	}
	files, err := os.ReadDir("LICENSES")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		if name := path.Join("LICENSES", f.Name()); !strings.Contains(text, name) {
			t.Errorf("NOTICE does not say what %s is for", name)
		}
	}
}

// TestNoticeNamesLibraries holds NOTICE to the modules that the program is
// linked from.
func TestNoticeNamesLibraries(t *testing.T) {
	out, err := exec.Command("go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}}{{end}}{{end}}", "./cmd/dateline").Output()
	if err != nil {
		t.Fatal("go list: ", err)
	}
	text := notice(t)
	modules := map[string]bool{}
	for _, m := range strings.Fields(string(out)) {
		modules[m] = true
	}
	if len(modules) == 0 {
		t.Fatal("go list names no module")
	}
	for m := range modules {
		if !strings.Contains(text, "    "+m+" ") {
			t.Errorf("NOTICE does not name %s, which is linked into the program", m)
		}
	}
}
