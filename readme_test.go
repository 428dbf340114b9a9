package dateline

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"
)

// blocks are the fenced parts of README in a language.
func blocks(t *testing.T, language string) []string {
	t.Helper()
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, m := range regexp.MustCompile("(?s)```"+language+"\n(.*?)```").FindAllStringSubmatch(string(b), -1) {
		out = append(out, m[1])
	}
	if len(out) == 0 {
		t.Fatalf("README has no part in %s", language)
	}
	return out
}

// TestReadmeTranscripts runs the commands that README shows and looks for the
// lines under them, in order; … alone stands for lines that are left out, at
// the end of a line for the rest of it.
func TestReadmeTranscripts(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the transcripts need a POSIX shell")
	}
	bin := t.TempDir()
	if out, err := exec.Command("go", "build", "-o", bin, "./cmd/dateline").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	for _, block := range blocks(t, "console") {
		for _, part := range strings.Split("\n"+block, "\n$ ")[1:] {
			command, want, _ := strings.Cut(part, "\n")
			t.Run(command, func(t *testing.T) { transcript(t, bin, command, want) })
		}
	}
}

// transcript holds the output of a command to what README shows of it.
func transcript(t *testing.T, bin, command, want string) {
	c := exec.Command("sh", "-c", command)
	c.Env = append(os.Environ(), "PATH="+bin+string(filepath.ListSeparator)+os.Getenv("PATH"), "COLUMNS=80", "NO_COLOR=1",
		"DATELINE_ARCHIVE="+filepath.Join(bin, "dateline.db"))
	out, err := c.Output()
	if err != nil {
		t.Fatal(err)
	}
	got, at, skip := strings.Split(string(out), "\n"), 0, false
	for line := range strings.Lines(want) {
		line = strings.TrimSuffix(line, "\n")
		if line == "…" {
			skip = true
			continue
		}
		for skip && at < len(got) && !shown(got[at], line) {
			at++
		}
		if at == len(got) || !shown(got[at], line) {
			t.Fatalf("README shows a line that the command does not print there: %q", line)
		}
		at, skip = at+1, false
	}
	if !skip && strings.Join(got[min(at, len(got)):], "") != "" {
		t.Errorf("the command prints more than README shows: %q", got[at])
	}
}

// shown reports whether README's line shows a line of output.
func shown(got, line string) bool {
	if start, ok := strings.CutSuffix(line, "…"); ok {
		return strings.HasPrefix(got, start)
	}
	return got == line
}

// TestReadmeExample holds README's Go code to the example that is compiled.
func TestReadmeExample(t *testing.T) {
	b, err := os.ReadFile("example_test.go")
	if err != nil {
		t.Fatal(err)
	}
	compiled := strings.ReplaceAll(string(b), "\n\t", "\n")
	for _, code := range blocks(t, "go") {
		if !strings.Contains(compiled, code) {
			t.Errorf("README has Go code that example_test.go has not:\n%s", code)
		}
	}
}

// TestReadmeLinks holds README to the files that it names.
func TestReadmeLinks(t *testing.T) {
	b, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range regexp.MustCompile(`\]\(([^)#]+)\)`).FindAllStringSubmatch(string(b), -1) {
		if _, err := os.Stat(filepath.FromSlash(m[1])); err != nil {
			t.Errorf("README links to %s, which is not there", m[1])
		}
	}
}
