package query

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/fault"
)

// TestQueries reads the cases, a query a line: "canonical" says the canonical
// form or the error with its hint, "tree" the nodes with their places.
func TestQueries(t *testing.T) {
	datadriven.Walk(t, "testdata/cases", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			var out strings.Builder
			for line := range strings.Lines(d.Input) {
				q := strings.TrimSuffix(line, "\n")
				n, err := Parse(q)
				switch {
				case err != nil:
					out.WriteString(sayError(t, q, err))
				case d.Cmd == "canonical":
					fmt.Fprintln(&out, String(n))
					again(t, q, n)
				case d.Cmd == "tree":
					tree(&out, []rune(q), n, "")
				default:
					d.Fatalf(t, "no such command")
				}
			}
			return out.String()
		})
	})
}

// sayError says an error as a command would, and holds it to its promises.
func sayError(t *testing.T, q string, err error) string {
	t.Helper()
	var e *Error
	if !errors.As(err, &e) || !errors.Is(err, fault.Invalid) {
		t.Errorf("%s: %T %v", q, err, err)
		return ""
	}
	if n := len([]rune(q)); e.Start < 0 || e.End < e.Start || e.End > n {
		t.Errorf("%s: place %v in %d characters", q, e.Place, n)
	}
	s := "error: " + err.Error() + "\n"
	if h := fault.Hint(err); h != "" {
		s += "hint: " + h + "\n"
	}
	return s
}

// tree writes a node a line, with the characters that it stands at.
func tree(out *strings.Builder, q []rune, n Node, indent string) {
	start, end := n.At()
	if start < 0 || end > len(q) || start > end {
		fmt.Fprintf(out, "%splace %d to %d\n", indent, start, end)
		return
	}
	at := fmt.Sprintf("[%d,%d) %s\n", start, end, string(q[start:end]))
	switch x := n.(type) {
	case And:
		children(out, q, "And", at, indent, x.Of)
	case Or:
		children(out, q, "Or", at, indent, x.Of)
	case Not:
		children(out, q, "Not", at, indent, []Node{x.Of})
	case Near:
		children(out, q, fmt.Sprintf("Near %d", x.Within), at, indent, []Node{x.A, x.B})
	case Phrase:
		fmt.Fprintf(out, "%sPhrase %q %s", indent, x.Text, at)
	case Field:
		fmt.Fprintf(out, "%sField %s %q %s", indent, x.Name, x.Text, at)
	case Range:
		fmt.Fprintf(out, "%sRange %s %q %q %s", indent, x.Name, x.From, x.To, at)
	default:
		fmt.Fprintf(out, "%s%T\n", indent, n)
	}
}

func children(out *strings.Builder, q []rune, what, at, indent string, of []Node) {
	fmt.Fprintf(out, "%s%s %s", indent, what, at)
	for _, n := range of {
		tree(out, q, n, indent+"  ")
	}
}

// shape is a tree without its places.
func shape(n Node) string {
	var b strings.Builder
	var walk func(Node)
	list := func(what string, of ...Node) {
		b.WriteString(what + "(")
		for _, n := range of {
			walk(n)
			b.WriteString(" ")
		}
		b.WriteString(")")
	}
	walk = func(n Node) {
		switch x := n.(type) {
		case And:
			list("and", x.Of...)
		case Or:
			list("or", x.Of...)
		case Not:
			list("not", x.Of)
		case Near:
			list(fmt.Sprintf("near%d", x.Within), x.A, x.B)
		case Phrase:
			fmt.Fprintf(&b, "%q", x.Text)
		case Field:
			fmt.Fprintf(&b, "%s:%q", x.Name, x.Text)
		case Range:
			fmt.Fprintf(&b, "%s:%q..%q", x.Name, x.From, x.To)
		default:
			fmt.Fprintf(&b, "%T", n)
		}
	}
	walk(n)
	return b.String()
}

// failer is a test or a rapid check.
type failer interface{ Fatalf(string, ...any) }

// again holds the canonical form to its promise: it makes the same tree.
func again(t failer, q string, n Node) {
	s := String(n)
	m, err := Parse(s)
	if len(s) > MaxBytes && err != nil {
		return // quoting made it longer than a query may be
	}
	if err != nil {
		t.Fatalf("%q: its form %q: %v", q, s, err)
	}
	if shape(n) != shape(m) {
		t.Fatalf("%q: its form %q makes %s, not %s", q, s, shape(m), shape(n))
	}
	if again := String(m); again != s {
		t.Fatalf("%q: its form %q has the form %q", q, s, again)
	}
}

// TestReference holds the tables of docs/query.md to the code: a row of a
// table headed "query" is a query and its canonical form or error, and the
// fields with their other names are all there are.
func TestReference(t *testing.T) {
	doc, err := os.ReadFile("../../docs/query.md")
	if err != nil {
		t.Fatal(err)
	}
	table, rows, told := "", 0, map[string]string{}
	for line := range strings.Lines(string(doc)) {
		c := cells(line)
		switch {
		case len(c) < 2:
			table = ""
		case table == "":
			table = c[0]
		case strings.HasPrefix(c[0], "---"):
		case table == "query":
			rows++
			checkRow(t, code(c[0]), code(c[1]))
		case table == "field":
			for _, a := range append([]string{code(c[0])}, strings.Fields(strings.ReplaceAll(c[1], "`", ""))...) {
				told[a] = code(c[0])
			}
		case table == "value":
			checkValue(t, c)
		}
	}
	if rows < 40 {
		t.Errorf("%d rows of queries", rows)
	}
	for _, n := range Names() {
		if told[n] != n {
			t.Errorf("field %s is not told", n)
		}
	}
	for a, n := range aliases {
		if told[a] != n {
			t.Errorf("%s is told to be %q, not %q", a, told[a], n)
		}
	}
	if len(told) != len(names)+len(aliases) {
		t.Errorf("%d names of fields are told, there are %d", len(told), len(names)+len(aliases))
	}
}

// cells are the cells of a row of a Markdown table.
func cells(line string) []string {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, "|") {
		return nil
	}
	var out []string
	for c := range strings.SplitSeq(strings.Trim(line, "|"), "|") {
		out = append(out, strings.TrimSpace(c))
	}
	return out
}

// code is what stands in backquotes.
func code(s string) string { return strings.TrimSuffix(strings.TrimPrefix(s, "`"), "`") }

// checkRow holds a query to its canonical form, or to the error that is told.
func checkRow(t *testing.T, q, want string) {
	t.Helper()
	n, err := Parse(q)
	got := ""
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "query: ")
	} else {
		got = String(n)
	}
	if got != want {
		t.Errorf("%s\n got %s\nwant %s", q, got, want)
	}
}

// checkValue holds a row of the table of closed values to the code: the word,
// the field, the other names.
func checkValue(t *testing.T, c []string) {
	t.Helper()
	if len(c) != 3 {
		t.Errorf("row %v", c)
		return
	}
	for _, v := range values[code(c[1])] {
		if v.word == code(c[0]) {
			if also := strings.ReplaceAll(c[2], "`", ""); also != v.also {
				t.Errorf("%s %s: %q is told, %q is so", c[1], v.word, also, v.also)
			}
			return
		}
	}
	t.Errorf("%s is no value of %s", c[0], c[1])
}
