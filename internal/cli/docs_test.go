package cli

import (
	"io"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestDocs holds docs/cli.md to the commands, flags and exit codes of the
// program, and the other way round.
func TestDocs(t *testing.T) {
	text, err := os.ReadFile("../../docs/cli.md")
	if err != nil {
		t.Fatal(err)
	}
	commands, codes := documented(string(text))
	if diff := cmp.Diff(programmed(), commands); diff != "" {
		t.Errorf("program (-) and docs (+) differ in commands and flags:\n%s", diff)
	}
	want := map[string]bool{"0": true, "1": true}
	for _, x := range exits {
		want[itoa(x.code)] = true
	}
	if diff := cmp.Diff(slices.Sorted(maps.Keys(want)), codes); diff != "" {
		t.Errorf("program (-) and docs (+) differ in exit codes:\n%s", diff)
	}
}

// documented gives the flags of each command and the exit codes that the page
// has, both sorted.
func documented(page string) (commands map[string][]string, codes []string) {
	commands = map[string][]string{}
	section := ""
	row := regexp.MustCompile("^\\| (`[^|]*`|[0-9]+) \\|")
	flag := regexp.MustCompile(`--[a-z-]+`)
	for line := range strings.Lines(page) {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			section = strings.TrimSpace(name)
			if strings.HasPrefix(section, "dateline") {
				commands[section] = []string{}
			}
		}
		m := row.FindStringSubmatch(line)
		switch {
		case m == nil:
		case section == "Exit codes":
			codes = append(codes, m[1])
		default:
			commands[section] = append(commands[section], flag.FindString(m[1]))
		}
	}
	for _, flags := range commands {
		slices.Sort(flags)
	}
	slices.Sort(codes)
	return commands, codes
}

// programmed gives the flags of each command. --help is listed once, and so
// are those of the four shells of completion.
func programmed() map[string][]string {
	out := map[string][]string{}
	a := &app{streams: streams{out: io.Discard, err: io.Discard}}
	root := a.root()
	root.InitDefaultCompletionCmd("read")
	root.InitDefaultHelpCmd()
	root.InitDefaultVersionFlag()
	root.InitDefaultHelpFlag()
	var walk func(c *cobra.Command, name string)
	walk = func(c *cobra.Command, name string) {
		if out[name] == nil {
			out[name] = []string{}
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if flag := "--" + f.Name; !slices.Contains(out[name], flag) && (f.Name != "help" || c == root) {
				out[name] = append(out[name], flag)
			}
		})
		slices.Sort(out[name])
		for _, sub := range c.Commands() {
			if c == root {
				walk(sub, "dateline "+sub.Name())
			} else {
				walk(sub, name)
			}
		}
	}
	walk(root, "dateline")
	return out
}

// TestExitCodes holds the meanings to the codes that scripts rely on.
func TestExitCodes(t *testing.T) {
	for _, x := range exits {
		if got := exitCode(reported{usageOf(x.meaning)}); got != x.code {
			t.Errorf("%v: code %d, want %d", x.meaning, got, x.code)
		}
	}
}
