package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/internal/eval"
	"dateline/internal/eval/compose"
)

// settings are the flags of the measuring command.
type settings struct {
	shared, doc, only, date string
	texts                   string // the folder of texts that are no news
	pages                   int
	seed                    uint64
	print                   bool
}

// bench is one block of the document.
type bench struct {
	name    string
	measure func(settings) (string, error)
}

// benches are all blocks, in the order of the document.
func benches() []bench {
	out := []bench{
		{"gold", goldTable},
		{"composed", composedTable},
		{"left out", leftOutTable},
		{"invented", inventedTable},
	}
	for _, o := range others {
		out = append(out, o.bench())
	}
	return out
}

// runMeasure measures and rewrites the document, or prints.
func runMeasure(args []string, out io.Writer) error {
	var s settings
	f := flag.NewFlagSet("accuracy", flag.ContinueOnError)
	f.StringVar(&s.shared, "shared", "../shared", "the shared folder")
	f.StringVar(&s.doc, "doc", "docs/accuracy.md", "the document to put the tables into")
	f.StringVar(&s.texts, "texts", "internal/eval/testdata/nonnews", "the folder of texts that are no news")
	f.StringVar(&s.only, "only", "", "the tables to make, parted by commas; all by default")
	f.StringVar(&s.date, "date", time.Now().Format(time.DateOnly), "the date to write under a table")
	f.IntVar(&s.pages, "n", 200, "how many composed pages")
	f.Uint64Var(&s.seed, "seed", 1, "the seed of the composed pages")
	f.BoolVar(&s.print, "print", false, "print the tables and leave the document")
	if err := f.Parse(args); err != nil {
		return err
	}
	if f.NArg() > 0 {
		return fmt.Errorf("unknown command %q", f.Arg(0))
	}
	blocks, err := measure(s)
	if err != nil {
		return err
	}
	if s.print {
		for _, b := range blocks {
			fmt.Fprintf(out, "## %s\n\n%s\n", b.name, b.text)
		}
		return nil
	}
	return rewrite(s.doc, blocks)
}

// measure makes the tables that are asked for.
func measure(s settings) ([]block, error) {
	var names []string
	if s.only != "" {
		names = strings.Split(s.only, ",")
	}
	var out []block
	for _, b := range benches() {
		if len(names) > 0 && !slices.Contains(names, b.name) {
			continue
		}
		text, err := b.measure(s)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", b.name, err)
		}
		out = append(out, block{b.name, text})
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("no table is called %q", s.only)
	}
	return out, nil
}

// rewrite puts the tables into a document.
func rewrite(path string, blocks []block) error {
	old, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	doc, err := insert(string(old), blocks)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return os.WriteFile(path, []byte(doc), 0o644)
}

// under is the line under a table that says where its figures come from.
func (s settings) under(data string) string {
	return fmt.Sprintf("\nCommand: `go run ./cmd/accuracy`. Data: %s. Date: %s.\n", data, s.date)
}

// goldTable has the F1 of each layer on the gold pages, clean and in each
// spoilt form.
func goldTable(s settings) (string, error) {
	pages, err := eval.LoadGold(filepath.Join(s.shared, "pages"), filepath.Join(s.shared, "gold"))
	if err != nil {
		return "", err
	}
	t := table{head: []string{"layer", "items (clean)", "clean"}}
	forms := append([]eval.Form{{}}, eval.Forms...)
	scores := make([]eval.Scores, len(forms))
	last := []string{"spans that do not read", ""}
	for i, f := range forms {
		if i > 0 {
			t.head = append(t.head, f.Name)
		}
		sc, bad, err := eval.MeasureGold(pages, f, read)
		if err != nil {
			return "", fmt.Errorf("form %q: %w", f.Name, err)
		}
		scores[i] = sc
		last = append(last, strconv.Itoa(len(bad)))
	}
	for _, layer := range eval.Layers() {
		if _, ok := scores[0][layer]; !ok {
			continue
		}
		row := []string{layer, strconv.Itoa(scores[0][layer].Gold)}
		for _, sc := range scores {
			row = append(row, score(sc[layer].F1()))
		}
		t.add(row...)
	}
	t.add(last...)
	return t.String() + s.under(fmt.Sprintf("shared `pages` and `gold`, %d pages", len(pages))), nil
}

// composedTable has the F1 of each layer of structure on composed pages, by
// sort of page, and on pages with their line ends as they fall.
func composedTable(s settings) (string, error) {
	pool, err := compose.Load(s.shared)
	if err != nil {
		return "", err
	}
	t := table{head: []string{"layer", "items", "right"}}
	t.head = append(append(t.head, compose.Sorts...), "all", "natural")
	fair, unreadable, err := measureComposed(s, pool, compose.Options{})
	if err != nil {
		return "", err
	}
	natural, more, err := measureComposed(s, pool, compose.Options{Natural: true})
	if err != nil {
		return "", err
	}
	for _, layer := range eval.StructureLayers() {
		all := fair[compose.All][layer]
		row := []string{layer, strconv.Itoa(all.Gold), strconv.Itoa(all.Hit)}
		for _, sort := range compose.Sorts {
			row = append(row, measured(fair[sort][layer]))
		}
		t.add(append(row, score(all.F1()), measured(natural[compose.All][layer]))...)
	}
	t.add("spans that do not read", "", strconv.Itoa(unreadable), "", "", "", "", "", strconv.Itoa(more))
	return t.String() + s.under(fmt.Sprintf("%d pages of seed %d, composed of `pfr-199801` (29 to 31 January 1998) and `cpcnews-2020`; as many natural ones",
		s.pages, s.seed)), nil
}

// measured is the F1 of a layer that has items, else a dash.
func measured(c eval.Count) string {
	if c.Gold == 0 {
		return "–"
	}
	return score(c.F1())
}

func measureComposed(s settings, pool *compose.Pool, o compose.Options) (map[string]eval.Scores, int, error) {
	pages, err := pool.Pages(s.pages, s.seed, o)
	if err != nil {
		return nil, 0, err
	}
	scores, bad, err := compose.Measure(pages, read)
	return scores, len(bad), err
}

// leftOutTable says which articles of the corpora no page is made of, and why.
func leftOutTable(s settings) (string, error) {
	pool, err := compose.Load(s.shared)
	if err != nil {
		return "", err
	}
	t := table{head: []string{"why an article is left out (the first that holds)", "articles"}}
	for _, why := range compose.Reasons {
		t.add(why, strconv.Itoa(pool.Left[why]))
	}
	opened := 0
	for _, a := range pool.Articles {
		if a.Opening != nil {
			opened++
		}
	}
	t.add(fmt.Sprintf("kept (%d with a dateline)", opened), strconv.Itoa(len(pool.Articles)))
	t.add("all", strconv.Itoa(pool.Read))
	return t.String() + s.under("`pfr-199801` (29 to 31 January 1998) and `cpcnews-2020`"), nil
}

// inventedTable has what was found in texts that are no news.
func inventedTable(s settings) (string, error) {
	texts, err := eval.MeasureInvented(os.DirFS(s.texts), read)
	if err != nil {
		return "", err
	}
	t := table{head: []string{"text", " read", "articles", "facts", "false", " which"}}
	for _, x := range texts {
		how := "yes"
		if x.Refused {
			how = "refused"
		}
		t.add(x.Name, how, strconv.Itoa(x.Articles), strconv.Itoa(x.Facts), strconv.Itoa(len(x.False)), few(x.False))
	}
	return t.String() + s.under("`"+filepath.ToSlash(s.texts)+"`, our own"), nil
}

// few are the first of a list, for a cell of a table.
func few(list []string) string {
	const most = 4
	more := ""
	if len(list) > most {
		list, more = list[:most], ", …"
	}
	return strings.NewReplacer("|", "\\|", "\n", " ").Replace(strings.Join(list, ", ")) + more
}
