package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/htmlindex"

	"dateline/internal/intake"
	"dateline/internal/term"
)

// TestMain makes the command dateline for the scripts.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"dateline": func() { os.Exit(Main()) }})
}

// TestScripts runs the scripts of testdata, with three commands more: "exits 3
// dateline read x" runs a command and wants that exit code, "encode gb18030 a
// b" writes a in another encoding, and "unescape a" turns the escapes of Go in
// a into what they stand for. With UPDATE=1 in the environment the outputs that
// cmp wants are written anew. $EXAMPLES are the example pages.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata",
		UpdateScripts: os.Getenv("UPDATE") != "",
		Setup: func(e *testscript.Env) error {
			e.Setenv("COLUMNS", "")
			e.Setenv("NO_COLOR", "")
			e.Setenv("TERM", "xterm")
			examples, err := filepath.Abs("../../examples")
			e.Setenv("EXAMPLES", examples)
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": wantExit, "encode": encode, "unescape": unescape,
		},
	})
}

// wantExit is the command exits of the scripts.
func wantExit(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	code := 0
	var exit *exec.ExitError
	if err := ts.Exec(args[1], args[2:]...); errors.As(err, &exit) {
		code = exit.ExitCode()
	} else {
		ts.Check(err)
	}
	if code != want {
		ts.Fatalf("exit code %d, want %d", code, want)
	}
}

// encode is the command encode of the scripts.
func encode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: encode LABEL FROM TO")
	}
	e, err := htmlindex.Get(args[0])
	ts.Check(err)
	out, err := e.NewEncoder().String(ts.ReadFile(args[1]))
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[2]), []byte(out), 0o600))
}

// unescape is the command unescape of the scripts.
func unescape(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: unescape FILE")
	}
	lines := strings.Split(ts.ReadFile(args[0]), "\n")
	for i, line := range lines {
		out, err := strconv.Unquote(`"` + line + `"`)
		ts.Check(err)
		lines[i] = out
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Join(lines, "\n")), 0o600))
}

func itoa(n int) string { return strconv.Itoa(n) }

// usageOf wraps a meaning as errors come from below.
func usageOf(meaning error) error { return fmt.Errorf("read x: %w", meaning) }

// writer gives an error of writing.
type writer struct{ err error }

func (w writer) Write(p []byte) (int, error) { return 0, w.err }

// blocked is a reader that never has anything.
type blocked struct{}

func (blocked) Read([]byte) (int, error) { select {} }

func none(string) string { return "" }

// TestClosedPipe reads on while nobody reads what is written.
func TestClosedPipe(t *testing.T) {
	for _, args := range [][]string{{"read", "-"}, {"read", "--jsonl", "-"}, {"help"}, {"version"}} {
		var stderr bytes.Buffer
		code := run(t.Context(), args, streams{strings.NewReader("港口开工\n"), writer{syscall.EPIPE}, &stderr, none})
		if code != 0 || stderr.Len() > 0 {
			t.Errorf("%v: code %d, %q", args, code, stderr.String())
		}
	}
}

// TestFullDisk fails to write.
func TestFullDisk(t *testing.T) {
	var stderr bytes.Buffer
	code := run(t.Context(), []string{"read", "-"}, streams{strings.NewReader("港口开工\n"), writer{syscall.ENOSPC}, &stderr, none})
	if code != 1 || !strings.HasPrefix(stderr.String(), "dateline: error: ") || strings.Count(stderr.String(), "\n") != 1 {
		t.Errorf("code %d, %q", code, stderr.String())
	}
}

// TestInterrupt stops commands that wait for standard input.
func TestInterrupt(t *testing.T) {
	for _, args := range [][]string{{"read", "-"}, {"read", "--stream", "-"}, {"verify", "-", "cli.go"}, {"verify", "cli.go", "-"}} {
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		var stdout, stderr bytes.Buffer
		code := run(ctx, args, streams{blocked{}, &stdout, &stderr, none})
		if code != 130 || stderr.String() != "dateline: error: interrupted\n" || stdout.Len() > 0 {
			t.Errorf("%v: code %d, %q", args, code, stderr.String())
		}
	}
}

// TestErrorsAreClean names a file after an escape sequence.
func TestErrorsAreClean(t *testing.T) {
	var stderr bytes.Buffer
	run(t.Context(), []string{"read", "no\x1b[2Jfile\n"}, streams{blocked{}, writer{}, &stderr, none})
	if got, want := stderr.String(), "dateline: error: no␛[2Jfile␊: there is no such file\n"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestWidth takes the width from the terminal, then COLUMNS, then 80, and
// keeps it below a line that reads well, with the margin beside it, or a table.
func TestWidth(t *testing.T) {
	bare, tables := readFlags{noMargin: true}, readFlags{facts: true}
	for _, c := range []struct {
		terminal int
		columns  string
		flags    readFlags
		want     int
	}{{0, "", bare, 80}, {0, "60", bare, 60}, {0, "x", bare, 80}, {0, "-3", bare, 80}, {0, "200", bare, 88}, {50, "60", bare, 50}, {120, "", bare, 88},
		{0, "", readFlags{}, 80}, {0, "200", readFlags{}, 127}, {100, "", readFlags{}, 100}, {120, "", tables, 120}, {200, "", tables, 160}} {
		a := &app{streams: streams{getenv: func(string) string { return c.columns }}, screen: screen{true, c.terminal}}
		if got := a.width(&c.flags); got != c.want {
			t.Errorf("terminal %d, COLUMNS %q: %d, want %d", c.terminal, c.columns, got, c.want)
		}
	}
}

// TestColor decides about colour.
func TestColor(t *testing.T) {
	for _, c := range []struct {
		when          colors
		terminal      bool
		noColor, term string
		want          bool
	}{
		{colorAuto, true, "", "xterm", true},
		{colorAuto, false, "", "xterm", false},
		{colorAuto, true, "1", "xterm", false},
		{colorAuto, true, "", "dumb", false},
		{colorAlways, false, "1", "dumb", true},
		{colorNever, true, "", "xterm", false},
	} {
		env := map[string]string{"NO_COLOR": c.noColor, "TERM": c.term}
		a := &app{streams: streams{getenv: func(k string) string { return env[k] }}, screen: screen{terminal: c.terminal}}
		if got := a.color(c.when); got != c.want {
			t.Errorf("%+v: %t", c, got)
		}
	}
}

// TestSize reads and writes sizes.
func TestSize(t *testing.T) {
	for _, c := range []struct {
		text string
		n    int64
		out  string
	}{
		{"4096", 4096, "4KiB"}, {"64MiB", 64 << 20, "64MiB"}, {"1GiB", 1 << 30, "1GiB"}, {"1.5GB", 15e8, "1500000000"},
		{"1.5KiB", 1536, "1536"}, {"10 mb", 1e7, "10000000"}, {"3b", 3, "3"}, {"2TiB", 2 << 40, "2TiB"},
	} {
		var s size
		if err := s.Set(c.text); err != nil || int64(s) != c.n || s.String() != c.out {
			t.Errorf("%s: %d, %q, %v", c.text, s, s.String(), err)
		}
	}
	for _, bad := range []string{"", "0", "-1", "MiB", "1e9", "1/2", "0x10", "1_000", "64MBit", "0.1", "9999999TiB", "1.2.3", "+5", "٣"} {
		var s size
		if err := s.Set(bad); err == nil {
			t.Errorf("%q is read as %d", bad, s)
		}
	}
}

// TestCaret shows where a query is wrong, as wide as a terminal shows what
// stands before it.
func TestCaret(t *testing.T) {
	long := strings.Repeat("港", 100)
	for _, c := range []struct {
		text       string
		start, end int
		line, mark string
	}{
		{"港区 OR", 5, 5, "  港区 OR", "         ^"},
		{"kind:meat", 5, 9, "  kind:meat", "       ^^^^"},
		{"（港\t区", 0, 1, "  （港 区", "  ^^"},
		{"港\x1b[2J*", 5, 6, "  港␛[2J*", "  " + strings.Repeat(" ", term.Width("港␛[2J")) + "^"},
		{long + "*" + long, 100, 101, "  " + long[:180] + "*" + long[:180], "  " + strings.Repeat(" ", 120) + "^"},
		{"", 7, 9, "  ", "  ^"},
	} {
		got := caret(c.text, c.start, c.end)
		if got[0] != c.line || got[1] != c.mark {
			t.Errorf("%q: %q, want %q and %q", c.text, got, c.line, c.mark)
		}
	}
}

// TestOriginOf names sources by where they were.
func TestOriginOf(t *testing.T) {
	for _, c := range []struct{ given, fields, home, origin, want string }{
		{"", "", "/home/x", "/home/x/pages/a.txt", "pages/a.txt"},
		{"", "", "/home/x", "/home/xy/a.txt", "/home/xy/a.txt"},
		{"", "", "/", "/home/a.txt", "home/a.txt"},
		{"", "", "/home/x", "/home/x/d.jsonl#7", "d.jsonl#7"},
		{"", "", "/home/x", "-", "-@0100000000000000"},
		{"", "", "/home/x", "-#7", "-@0100000000000000"},
		{"feed", "", "/home/x", "-#7", "feed#7"},
		{"feed", "", "/home/x", "-", "feed"},
		{"", "body=text, id=url", "/home/x", "-#k1", "-#k1"},
	} {
		f := addFlags{origin: c.given, fields: c.fields}
		if got := f.originOf(c.home)(intake.Item{Origin: c.origin}, [32]byte{1}); got != c.want {
			t.Errorf("%+v: %q", c, got)
		}
	}
}
