package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/eval"
	"dateline/internal/eval/compose"
)

// differ prints the differences of one layer.
type differ struct {
	layer, page string
	composed    bool
	out         io.Writer
}

// runDiff prints what is missing and what is too many in a layer.
func runDiff(args []string, out io.Writer) error {
	d := differ{out: out}
	f := flag.NewFlagSet("diff", flag.ContinueOnError)
	shared := f.String("shared", "../shared", "the shared folder")
	form := f.String("form", "", "a spoilt form of the gold pages")
	n := f.Int("n", 200, "how many composed pages")
	seed := f.Uint64("seed", 1, "the seed of the composed pages")
	natural := f.Bool("natural", false, "composed pages with line ends as they fall")
	f.StringVar(&d.layer, "layer", "", "the layer")
	f.StringVar(&d.page, "page", "", "only pages whose name begins with this")
	f.BoolVar(&d.composed, "composed", false, "composed pages in place of the gold pages")
	if err := f.Parse(args); err != nil {
		return err
	}
	layers := eval.Layers()
	if d.composed {
		layers = eval.StructureLayers()
	}
	if !slices.Contains(layers, d.layer) {
		return fmt.Errorf("diff: -layer is one of %s", strings.Join(layers, ", "))
	}
	if d.composed {
		return d.composedPages(*shared, *n, *seed, compose.Options{Natural: *natural})
	}
	return d.goldPages(*shared, *form)
}

func (d differ) goldPages(shared, form string) error {
	pages, err := eval.LoadGold(filepath.Join(shared, "pages"), filepath.Join(shared, "gold"))
	if err != nil {
		return err
	}
	i := slices.IndexFunc(eval.Forms, func(f eval.Form) bool { return f.Name == form })
	if form != "" && i < 0 {
		return errors.New("diff: no such form")
	}
	for _, p := range pages {
		if form != "" {
			if p, err = p.Spoil(eval.Forms[i]); err != nil {
				return err
			}
		}
		if err := d.show(p); err != nil {
			return err
		}
	}
	return nil
}

func (d differ) composedPages(shared string, n int, seed uint64, o compose.Options) error {
	pool, err := compose.Load(shared)
	if err != nil {
		return err
	}
	pages, err := pool.Pages(n, seed, o)
	if err != nil {
		return err
	}
	for _, p := range pages {
		gold, err := p.GoldJSON()
		if err != nil {
			return err
		}
		if err := d.show(eval.GoldPage{Name: p.Name, Text: p.Text, Gold: gold}); err != nil {
			return err
		}
	}
	return nil
}

// show prints the differences on one page.
func (d differ) show(p eval.GoldPage) error {
	if !strings.HasPrefix(p.Name, d.page) {
		return nil
	}
	m, err := p.Measure(read)
	if err != nil {
		return err
	}
	differences := eval.Differences
	if d.composed {
		differences = eval.StructureDifferences
	}
	missing, extra := differences(d.layer, m.Gold, m.Mine)
	text := []rune(p.Text)
	for _, k := range missing {
		fmt.Fprintf(d.out, "%s missing %s %s\n", p.Name, k, around(text, k))
	}
	for _, k := range extra {
		fmt.Fprintf(d.out, "%s extra   %s %s\n", p.Name, k, around(text, k))
	}
	return nil
}

var digits = regexp.MustCompile(`\d+`)

// around is the text of the page around the first offset in a key.
func around(text []rune, key string) string {
	at, err := strconv.Atoi(digits.FindString(key))
	if err != nil || at > len(text) {
		return ""
	}
	return fmt.Sprintf("%q ‸ %q", string(text[max(at-20, 0):at]), string(text[at:min(at+40, len(text))]))
}
