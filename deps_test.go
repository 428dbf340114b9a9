package dateline

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// rooms are the packages of the module, each with the packages of ours and of
// others that it may import. A path without a dot in its first part is ours
// (without the module's name) or the standard library's. A stage is a package
// between the decoded text and the record: it does no I/O, and knows no clock
// and no chance. See docs and the package comments for what each room is for.
var rooms = map[string]struct {
	stage bool
	may   string
}{
	".":      {may: "internal/check internal/clause internal/event internal/fault internal/figure internal/lexicon internal/name internal/page internal/page/slip internal/source internal/span internal/statement internal/timex record"},
	"record": {stage: true},

	"internal/fault":      {stage: true},
	"internal/span":       {stage: true},
	"internal/han":        {stage: true, may: "internal/span"},
	"internal/lexicon":    {stage: true, may: "internal/han internal/span github.com/ikawaha/kagome-dict/dict/trie"},
	"internal/tagger":     {stage: true, may: "internal/fault internal/han internal/lexicon internal/span"},
	"internal/page":       {stage: true, may: "internal/han internal/lexicon internal/page/runon internal/span"},
	"internal/page/runon": {stage: true},
	"internal/page/slip":  {stage: true, may: "internal/han internal/lexicon internal/span"},
	"internal/timex":      {stage: true, may: "internal/han internal/lexicon internal/span"},
	"internal/figure":     {stage: true, may: "internal/han internal/lexicon internal/span"},
	"internal/name":       {stage: true, may: "internal/han internal/lexicon internal/span internal/tagger"},
	"internal/clause":     {stage: true, may: "internal/han internal/lexicon internal/span"},
	"internal/statement":  {stage: true, may: "internal/clause internal/han internal/lexicon internal/span"},
	"internal/event":      {stage: true, may: "internal/clause internal/han internal/lexicon internal/span"},
	"internal/check":      {stage: true, may: "internal/han internal/span"},
	"internal/query":      {stage: true, may: "internal/fault"},

	"internal/archive":             {may: "internal/fault internal/han internal/lexicon internal/query record"},
	"internal/archive/archivetest": {may: "internal/archive internal/fault internal/query record github.com/cockroachdb/datadriven github.com/google/go-cmp/cmp pgregory.net/rapid"},
	"internal/archive/sqlite":      {may: "internal/archive internal/fault internal/query record github.com/klauspost/compress/zstd modernc.org/sqlite/..."},

	"internal/phrase": {may: "internal/archive internal/fault internal/lexicon internal/query record"},
	"internal/copies": {may: "internal/archive internal/fault internal/query record"},

	"internal/export": {may: "internal/archive internal/cite internal/fault record github.com/parquet-go/parquet-go/..."},

	"internal/cite":   {may: "internal/fault record"},
	"internal/ledger": {may: "internal/archive internal/fault internal/query record"},

	"internal/intake":   {may: "internal/fault internal/source golang.org/x/text/encoding/unicode golang.org/x/text/transform"},
	"internal/source":   {may: "internal/fault record golang.org/x/text/..."},
	"internal/term":     {may: "github.com/rivo/uniseg golang.org/x/text/width"},
	"internal/add":      {may: ". internal/archive internal/fault internal/intake record"},
	"internal/cli/view": {may: "internal/archive internal/term record github.com/jedib0t/go-pretty/v6/..."},
	"internal/cli":      {may: ". internal/add internal/archive internal/archive/sqlite internal/cite internal/cli/view internal/copies internal/fault internal/intake internal/ledger internal/phrase internal/query internal/term record github.com/spf13/cobra github.com/vbauerster/mpb/v8/... golang.org/x/term"},
	"cmd/dateline":      {may: "internal/cli"},

	"internal/eval":                {may: "record"},
	"internal/eval/compose":        {may: "internal/eval record"},
	"internal/eval/cec":            {may: "record"},
	"internal/eval/eventbench":     {may: "internal/eval internal/eval/cec internal/event record"},
	"internal/eval/figurebench":    {may: "internal/eval internal/figure internal/han internal/span record"},
	"internal/eval/namebench":      {may: "internal/eval internal/lexicon internal/name internal/span record"},
	"internal/eval/statementbench": {may: "internal/eval internal/eval/cec record"},
	"internal/eval/timexbench":     {may: "internal/eval internal/han internal/span internal/timex record"},
	"cmd/bench":                    {may: ". internal/page internal/source record"},
	"cmd/bench/pages":              {may: "internal/page"},
	"cmd/accuracy":                 {may: ". internal/archive internal/archive/sqlite internal/eval internal/eval/... internal/ledger record"},

	// What makes the tables and models.
	"cmd/train":               {may: "internal/lexicon internal/tagger"},
	"internal/figure/gen":     {},
	"internal/lexicon/gen":    {},
	"internal/page/runon/gen": {may: "internal/page/runon"},
	"internal/page/slip/gen":  {may: "internal/page/slip"},
	"internal/timex/lunargen": {may: "github.com/6tail/lunar-go/calendar"},
}

// testModules are what only tests may import.
var testModules = strings.Fields(`github.com/cockroachdb/datadriven github.com/google/go-cmp/cmp github.com/invopop/jsonschema
	github.com/rogpeppe/go-internal/testscript github.com/santhosh-tekuri/jsonschema/v6 github.com/spf13/pflag pgregory.net/rapid
	golang.org/x/text/encoding/...`)

// pure are the packages of the standard library that a stage may import:
// without files, network, clock, chance or signals.
var pure = strings.Fields(`bufio bytes cmp compress/gzip embed encoding/binary encoding/json errors fmt io iter maps math
	math/big math/bits reflect regexp slices sort strconv strings sync unicode unicode/utf8`)

// impure are the functions that stages do not call of the packages that they
// may import. Package time is for timex, and is a calendar there.
var impure = map[string]string{
	"fmt":  "Print Printf Println Scan Scanf Scanln",
	"time": "Now Since Until After AfterFunc Sleep Tick NewTimer NewTicker LoadLocation Local",
}

const module = "dateline"

// TestImports holds every package of the tree to the table above.
func TestImports(t *testing.T) {
	files, seen := token.NewFileSet(), map[string]bool{}
	for _, file := range goFiles(t) {
		dir := path.Dir(file)
		room, ok := rooms[dir]
		if !ok {
			if !seen[dir] {
				t.Errorf("%s: not in the table", dir)
			}
			seen[dir] = true
			continue
		}
		seen[dir] = true
		f, err := parser.ParseFile(files, file, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Error(err)
			continue
		}
		test := strings.HasSuffix(file, "_test.go")
		for _, i := range f.Imports {
			name, err := strconv.Unquote(i.Path.Value)
			if err != nil {
				t.Error(err)
			}
			if why := refused(name, dir, room.may, room.stage, test); why != "" {
				t.Errorf("%s imports %s: %s", file, name, why)
			}
		}
		if room.stage && !test {
			calls(t, files, f)
		}
	}
	for dir := range rooms {
		if !seen[dir] {
			t.Errorf("%s: in the table, not in the tree", dir)
		}
	}
}

// goFiles are the Go files of the module, by their slashed paths; tools is a
// module of its own.
func goFiles(t *testing.T) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(".", func(p string, d fs.DirEntry, err error) error {
		switch {
		case err != nil:
			return err
		case d.IsDir() && p != "." && (p == "tools" || strings.HasPrefix(d.Name(), ".") || strings.HasPrefix(d.Name(), "_") || d.Name() == "testdata"):
			return filepath.SkipDir
		case strings.HasSuffix(p, ".go"):
			out = append(out, filepath.ToSlash(p))
		}
		return nil
	})
	if err != nil || len(out) < 50 {
		t.Fatalf("%d files: %v", len(out), err)
	}
	return out
}

// refused says why a file of dir may not import a package, "" where it may.
func refused(name, dir, may string, stage, test bool) string {
	first, _, _ := strings.Cut(name, "/")
	switch {
	case first == module:
		own := strings.TrimPrefix(strings.TrimPrefix(name, module), "/")
		if own == "" {
			own = "."
		}
		if test && !strings.HasPrefix(own, "cmd/") || own == dir || among(may, own) {
			return ""
		}
		return "not a room that " + dir + " may enter"
	case strings.Contains(first, "."):
		if among(may, name) || test && among(strings.Join(testModules, " "), name) {
			return ""
		}
		return "not in its list"
	case test || !stage || slices.Contains(pure, name) || name == "time" && dir == "internal/timex":
		return ""
	}
	return "a stage does no I/O, and knows no clock and no chance"
}

// among reports a name that a list holds, or a path under one of its "/...".
func among(list, name string) bool {
	for _, x := range strings.Fields(list) {
		tree, ok := strings.CutSuffix(x, "/...")
		if x == name || ok && (name == tree || strings.HasPrefix(name, tree+"/")) {
			return true
		}
	}
	return false
}

// calls reports what a stage's file uses of the impure functions, and calls of
// panic: no input may end the program.
func calls(t *testing.T, files *token.FileSet, f *ast.File) {
	t.Helper()
	ast.Inspect(f, func(n ast.Node) bool {
		switch x := n.(type) {
		case *ast.SelectorExpr:
			if p, ok := x.X.(*ast.Ident); ok && slices.Contains(strings.Fields(impure[p.Name]), x.Sel.Name) {
				t.Errorf("%s: %s.%s in a stage", files.Position(n.Pos()), p.Name, x.Sel.Name)
			}
		case *ast.CallExpr:
			if p, ok := x.Fun.(*ast.Ident); ok && (p.Name == "panic" || p.Name == "print" || p.Name == "println") {
				t.Errorf("%s: %s in a stage", files.Position(n.Pos()), p.Name)
			}
		}
		return true
	})
}

// TestRefused: the rules above can refuse.
func TestRefused(t *testing.T) {
	for _, x := range []struct {
		name, dir   string
		stage, test bool
		want        bool
	}{
		{"os", "internal/page", true, false, true},
		{"os", "internal/page", true, true, false},
		{"os", "internal/cli", false, false, false},
		{"time", "internal/figure", true, false, true},
		{"time", "internal/timex", true, false, false},
		{"net/http", "internal/name", true, false, true},
		{"dateline/record", "internal/page", true, false, true},
		{"dateline", "internal/page", true, false, true},
		{"dateline/internal/span", "internal/page", true, false, false},
		{"dateline/cmd/accuracy", "internal/page", true, true, true},
		{"pgregory.net/rapid", "internal/span", true, false, true},
		{"pgregory.net/rapid", "internal/span", true, true, false},
		{"golang.org/x/text/encoding/unicode", "internal/source", false, false, false},
		{"golang.org/x/textual", "internal/source", false, false, true},
	} {
		if why := refused(x.name, x.dir, rooms[x.dir].may, x.stage, x.test); (why != "") != x.want {
			t.Errorf("%+v: %q", x, why)
		}
	}
}
