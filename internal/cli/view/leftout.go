package view

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/term"
	"dateline/record"
)

// why says what a kind of furniture is.
var why = map[string]string{
	"navigation":  "menus and links of a site",
	"page-head":   "head of a printed page",
	"page-number": "number of a page",
	"section":     "common heading of several articles",
	"mark":        "mark of a programme or a file",
	"tools":       "buttons and settings of a site",
	"related":     "headlines of other articles",
	"editor":      "line of the editors",
	"page-foot":   "foot of a page",
	"repeat":      "stands twice",
	"other":       "belongs to no article",
	unplaced:      "no article and no rule has it",
}

// unplaced is the kind of text that the record does not mention.
const unplaced = "unplaced"

// group is the furniture of one kind.
type group struct {
	kind  string
	items []record.Furniture
	chars int
}

// leftOut writes what is in no article, kind by kind.
func (p *page) leftOut(text string) {
	groups := grouped(append(p.rec.Furniture[:len(p.rec.Furniture):len(p.rec.Furniture)], missing(p.rec, text)...))
	if len(groups) == 0 {
		return
	}
	p.line()
	p.rule("-", "left out", "")
	for _, g := range groups {
		p.group(g)
	}
}

// grouped puts furniture together by kind, in the order of the first of each.
func grouped(all []record.Furniture) []group {
	var out []group
	at := map[string]int{}
	for _, f := range all {
		i, ok := at[f.Kind]
		if !ok {
			i = len(out)
			at[f.Kind] = i
			out = append(out, group{kind: f.Kind})
		}
		out[i].items = append(out[i].items, f)
		out[i].chars += utf8.RuneCountInString(f.Text)
	}
	return out
}

// group writes the furniture of one kind: whole with All, else from its
// beginning and its end what fits on one line.
func (p *page) group(g group) {
	count := fmt.Sprintf("%s, %s", counted(len(g.items), "place"), counted(g.chars, "character"))
	if say := why[g.kind]; say != "" {
		count = say + ": " + count
	}
	p.field(kindOf(g.kind), faint(count))
	if p.opt.All {
		for _, f := range g.items {
			p.whole(f)
		}
		return
	}
	var words []string
	for _, f := range g.items {
		words = append(words, lines(f)...)
	}
	p.field("", plain(term.Clip(term.Clean(strings.Join(words, " / ")), p.opt.Width-gutter)))
}

func kindOf(kind string) string {
	if kind == "" {
		return "other"
	}
	return kind
}

// whole writes one stretch of furniture, line by line, and its rule.
func (p *page) whole(f record.Furniture) {
	list := lines(f)
	for i, line := range list {
		runs := []term.Run{plain(line)}
		if i == len(list)-1 && f.Rule != "" {
			runs = append(runs, faint("  ("+f.Rule+")"))
		}
		p.field("", runs...)
	}
}

// lines are the lines of a stretch: its pieces, and inside them what the page
// sets on lines of its own.
func lines(f record.Furniture) []string {
	var out []string
	rest := []rune(f.Text)
	for _, piece := range f.Pieces {
		n := max(0, min(len(rest), piece.End()-piece.Start()))
		for line := range strings.FieldsFuncSeq(string(rest[:n]), newline) {
			if line = strings.TrimSpace(line); line != "" {
				out = append(out, line)
			}
		}
		rest = rest[n:]
	}
	return out
}

func newline(r rune) bool { return r == '\n' || r == '\r' }

// missing is the text that no span of the articles and the furniture holds,
// white space aside.
func missing(r *record.Record, text string) []record.Furniture {
	if text == "" {
		return nil
	}
	runes := []rune(text)
	held := held(r, len(runes))
	var out []record.Furniture
	for at := 0; at < len(runes); {
		if held[at] || unicode.IsSpace(runes[at]) {
			at++
			continue
		}
		end := at
		for i := at; i < len(runes) && !held[i]; i++ {
			if !unicode.IsSpace(runes[i]) {
				end = i + 1
			}
		}
		out = append(out, record.Furniture{Kind: unplaced, Span: record.Span{
			Text: string(runes[at:end]), Pieces: []record.Piece{{at, end}}}})
		at = end
	}
	return out
}

// held says of each of n characters whether an article or furniture holds it.
func held(r *record.Record, n int) []bool {
	out := make([]bool, n)
	places := record.Record{Articles: r.Articles, Furniture: r.Furniture}
	for _, s := range places.Spans() {
		for _, p := range s.Pieces {
			for i := max(0, p.Start()); i < min(n, p.End()); i++ {
				out[i] = true
			}
		}
	}
	return out
}
