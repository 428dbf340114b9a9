package view

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/term"
	"dateline/record"
)

// why says what a kind of furniture is, where its name does not.
var why = map[string]string{
	"navigation":       "menus and links of a site",
	"page-head":        "head of a printed page",
	"page-number":      "number of a printed page",
	"section":          "name of a section of the paper",
	"common-heading":   "heading over several articles",
	"publication-line": "source and time of a web page",
	"mark":             "mark of a programme or a file",
	"image":            "stands for a picture",
	"tools":            "buttons and settings of a site",
	"related":          "headlines of other articles",
	"editor":           "line of the editors",
	"page-foot":        "foot of a page",
	"forum":            "remains of a forum",
	"script":           "remains of a page's program",
	"rule":             "a line drawn in characters",
	"repeat":           "stands on the page twice",
	"other":            "belongs to no article",
	unplaced:           "no article and no rule has it",
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

// group writes the furniture of one kind: whole with All, else as much of its
// beginning as fits on one line.
func (p *page) group(g group) {
	kind := g.kind
	if kind == "" {
		kind = "other"
	}
	say := counted(len(g.items), "place") + ", " + counted(g.chars, "character")
	if why[kind] != "" {
		say = why[kind] + "; " + say
	}
	if p.opt.All {
		p.whole(kind, say, g)
		return
	}
	p.wrap("", step, plain(kind), faint(": "+say))
	var all []string
	for _, f := range g.items {
		all = append(all, lines(f)...)
	}
	p.line(plain(step + beginning(all, p.opt.Width-len(step))))
}

// step is how far the furniture of a kind stands in.
const step = "  "

// beginning is as much of a list as fits in a line, and how much more there
// is. Of an entry that is too long alone its beginning and end are given.
func beginning(list []string, width int) string {
	const between = " / "
	out := ""
	for i, s := range list {
		if s = term.Clean(s); i > 0 {
			s = between + s
		}
		more := ""
		if left := len(list) - i - 1; left > 0 {
			more = fmt.Sprintf("%s… %d more", between, left)
		}
		if i == 0 {
			s = term.Clip(s, width-term.Width(more))
		}
		if term.Width(out+s+more) > width {
			return out + fmt.Sprintf("%s… %d more", between, len(list)-i)
		}
		out += s
	}
	return out
}

// whole writes the furniture of one kind line by line. The rule that found it
// stands above where it is one, else at each stretch.
func (p *page) whole(kind, say string, g group) {
	one := g.items[0].Rule
	for _, f := range g.items {
		if f.Rule != one {
			one = ""
		}
	}
	p.wrap("", step, plain(kind), faint(": "+say+inBrackets(one)))
	for _, f := range g.items {
		for _, line := range lines(f) {
			p.wrap(step, step+step, plain(line))
		}
		if one == "" && f.Rule != "" {
			p.wrap(step, step, faint(strings.TrimSpace(inBrackets(f.Rule))))
		}
	}
}

// inBrackets is the rule as it is added to a line.
func inBrackets(rule string) string {
	if rule == "" {
		return ""
	}
	return " (" + rule + ")"
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

// missing is the text that no span of the articles and the furniture holds:
// stretches with a letter or a digit in them. What else is between spans is
// white space, and brackets around what they hold.
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
		if slices.ContainsFunc(runes[at:end], word) {
			out = append(out, record.Furniture{Kind: unplaced, Span: record.Span{
				Text: string(runes[at:end]), Pieces: []record.Piece{{at, end}}}})
		}
		at = end
	}
	return out
}

func word(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }

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
