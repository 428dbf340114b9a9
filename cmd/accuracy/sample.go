package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"

	"dateline/record"
)

// runSample draws facts from a year of news, for reading and judging one by
// one. The same flags always draw the same.
func runSample(args []string, out io.Writer) error {
	f := flag.NewFlagSet("accuracy sample", flag.ContinueOnError)
	shared := f.String("shared", "../shared", "the shared folder")
	what := f.String("what", "statements", "what to draw: statements or events; of an archive meetings (those told more than once) or counted")
	file := f.String("archive", "", "the archive to draw meetings from")
	year := f.String("year", "2018", "the year of evening news")
	items := f.Int("items", 600, "how many items to read")
	n := f.Int("n", 50, "how many to draw")
	seed := f.Uint64("seed", 1, "the seed")
	around := f.Int("around", 80, "how many characters to print before and after")
	if err := f.Parse(args); err != nil {
		return err
	}
	if ledgerSamples[*what] != nil {
		return sampleLedger(out, *file, *what, *n, *seed, *around)
	}
	show := shown[*what]
	if show == nil {
		return fmt.Errorf("nothing is called %q to draw", *what)
	}
	all, err := yearItems(filepath.Join(*shared, "data", "xwlb", *year+".jsonl.gz"))
	if err != nil {
		return err
	}
	rng := rand.New(rand.NewPCG(*seed, 0))
	var lines []string
	for _, k := range rng.Perm(len(all))[:min(*items, len(all))] {
		found, err := all[k].draw(show, *around)
		if err != nil {
			return err
		}
		lines = append(lines, found...)
	}
	rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
	fmt.Fprintf(out, "%d %s in %d items\n", len(lines), *what, min(*items, len(all)))
	for i, l := range lines[:min(*n, len(lines))] {
		fmt.Fprintf(out, "%d. %s\n", i+1, l)
	}
	return nil
}

// item is one of the evening news.
type item struct {
	Day        string
	Num        int
	Title      string
	Paragraphs []string
}

func yearItems(path string) ([]item, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	in := bufio.NewScanner(z)
	in.Buffer(nil, 16<<20)
	var out []item
	for in.Scan() {
		var i item
		if err := json.Unmarshal(in.Bytes(), &i); err != nil {
			return nil, err
		}
		out = append(out, i)
	}
	return out, in.Err()
}

func (i item) name() string { return fmt.Sprintf("%s/%d", i.Day, i.Num) }

// read reads the item as a page, and gives the page too.
func (i item) read() (*record.Record, string, error) {
	text := i.Title + "\n　　" + strings.Join(i.Paragraphs, "\n　　") + "\n"
	published := ""
	if len(i.Day) == len("20060102") {
		published = i.Day[:4] + "-" + i.Day[4:6] + "-" + i.Day[6:]
	}
	rec, err := read(i.name(), []byte(text), published)
	return rec, text, err
}

// view prints parts of a page.
type view struct {
	text   []rune
	around int
}

// draw reads an item and gives a line for each fact.
func (i item) draw(show func(view, *record.Record) []string, around int) ([]string, error) {
	rec, text, err := i.read()
	if err != nil {
		return nil, err
	}
	lines := show(view{[]rune(text), around}, rec)
	for k := range lines {
		lines[k] = rec.Source.Name + " " + lines[k]
	}
	return lines, nil
}

// shown are the facts that can be drawn, with how they are printed.
var shown = map[string]func(view, *record.Record) []string{"statements": statementLines, "events": eventLines}

// at is a span with what stands around it.
func (v view) at(s record.Span) string {
	if len(s.Pieces) == 0 {
		return ""
	}
	i, j := s.Pieces[0][0], s.Pieces[len(s.Pieces)-1][1]
	before, after := v.text[max(0, i-v.around):i], v.text[j:min(len(v.text), j+v.around)]
	return fmt.Sprintf("%d-%d %s【%s】%s", i, j, flat(string(before)), flat(string(v.text[i:j])), flat(string(after)))
}

func flat(s string) string { return strings.ReplaceAll(s, "\n", "⏎") }

func statementLines(v view, rec *record.Record) []string {
	var out []string
	for _, s := range rec.Statements {
		var cues []string
		for _, c := range s.Cue {
			cues = append(cues, c.Text)
		}
		out = append(out, fmt.Sprintf("%s %s [%s] %s", s.Mode, s.Speaker.Name, strings.Join(cues, " "), v.at(s.Content)))
	}
	return out
}

func eventLines(v view, rec *record.Record) []string {
	var out []string
	for _, e := range rec.Events {
		var b strings.Builder
		fmt.Fprintf(&b, "%s %s\n   ", e.Kind, v.at(e.Trigger))
		for _, p := range e.Participants {
			b.WriteString(" " + p.Name)
			if p.Role != "" {
				fmt.Fprintf(&b, "(%s)", p.Role)
			}
		}
		if e.Time != nil {
			fmt.Fprintf(&b, " | %s %s", e.Time.Value, e.Time.Basis)
		}
		if e.Place != nil {
			b.WriteString(" | " + flat(e.Place.Text))
		}
		fmt.Fprintf(&b, " | %s", e.Status)
		out = append(out, b.String())
	}
	return out
}
