package eval

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// layer is a layer whose items have keys.
type layer struct {
	name string
	// needs is the key of the record that the gold must have.
	needs string
	keys  func(*Annotation) []string
}

// keyed are the layers with keys, in the order of the tables.
var keyed = []layer{
	{"articles", "articles", articleKeys},
	{"paragraphs", "articles", paragraphKeys},
	{"joins", "articles", joinKeys},
	{"headlines", "articles", headlineKeys},
	{"datelines", "articles", datelineKeys},
	{"captions", "articles", captionKeys},
	{"people", "people", func(a *Annotation) []string { return mentionKeys(a.people, true) }},
	{"places", "places", func(a *Annotation) []string { return mentionKeys(a.places, false) }},
	{"organizations", "organizations", func(a *Annotation) []string { return mentionKeys(a.bodies, false) }},
	{"times", "times", timeKeys},
	{"time_spans", "times", timeSpanKeys},
	{"figures", "figures", figureKeys},
	{"bounds", "figures", boundKeys},
	{"works", "works", workKeys},
	{"slips", "slips", slipKeys},
	{"checks", "checks", checkKeys},
}

// key puts the parts of a key together.
func key(parts ...any) string {
	var b strings.Builder
	for _, p := range parts {
		fmt.Fprintf(&b, "%v|", p)
	}
	return b.String()
}

// articleKeys: an article is right when it holds exactly its own paragraphs.
func articleKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		out = append(out, x.paragraphKey())
	}
	return out
}

func (x article) paragraphKey() string {
	var b strings.Builder
	for _, p := range x.Paragraphs {
		b.WriteString(key(p.Pieces))
	}
	return b.String()
}

// start is the first character of the article's paragraphs, -1 where it has
// none.
func (x article) start() int {
	least := math.MaxInt
	for _, p := range x.Paragraphs {
		least = min(least, p.Pieces.start())
	}
	if least == math.MaxInt {
		return -1
	}
	return least
}

func paragraphKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		for _, p := range x.Paragraphs {
			out = append(out, key(p.Pieces))
		}
	}
	return out
}

// joinKeys: where a paragraph goes on over a break, the end of one piece and
// the start of the next.
func joinKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		for _, p := range x.Paragraphs {
			for i := 1; i < len(p.Pieces); i++ {
				out = append(out, key(p.Pieces[i-1][1], p.Pieces[i][0]))
			}
		}
	}
	return out
}

// headlineKeys: a headline is right when its characters are, and it stands on
// the right article, known by its first character.
func headlineKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		for _, h := range x.headlines() {
			out = append(out, key(h.Pieces, x.start()))
		}
	}
	return out
}

func (x article) headlines() []stretch {
	if x.Headlines != nil {
		return *x.Headlines
	}
	return x.Headline
}

func datelineKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		if d := x.Dateline; d != nil {
			out = append(out, key(d.Pieces, d.Agency, d.Place, d.Date))
		}
	}
	return out
}

// captionKeys: a caption's paragraphs and the article that it belongs to.
func captionKeys(a *Annotation) []string {
	first := map[value]string{}
	for _, x := range a.articles {
		first[x.ID] = strconv.Itoa(x.start())
	}
	var out []string
	for _, x := range a.articles {
		if x.Kind.text() == "caption" {
			out = append(out, key(x.paragraphKey(), first[x.BelongsTo]))
		}
	}
	return out
}

// mentionKeys are the mentions of people (with the person's name), places or
// bodies (without).
func mentionKeys(list []named, withName bool) []string {
	var out []string
	for _, n := range list {
		name := n.Name
		if !withName {
			name = ""
		}
		for _, m := range n.Mentions {
			out = append(out, key(name, m.Pieces))
		}
	}
	return out
}

// vague are the values of times that are not scored.
var vague = map[string]bool{"PAST_REF": true, "PRESENT_REF": true, "FUTURE_REF": true}

func timeKeys(a *Annotation) []string {
	var out []string
	for _, t := range a.times {
		if !vague[t.Value.text()] {
			out = append(out, key(t.Pieces, t.Value))
		}
	}
	return out
}

func timeSpanKeys(a *Annotation) []string {
	var out []string
	for _, t := range a.times {
		if !vague[t.Value.text()] {
			out = append(out, key(t.Pieces))
		}
	}
	return out
}

func figureKeys(a *Annotation) []string {
	var out []string
	for _, f := range a.figures {
		out = append(out, key(f.Pieces, number(f.Value), f.Unit))
	}
	return out
}

// number spells a number in one way: 12, 12.0 and "12" are the same.
func number(v value) string {
	x, err := strconv.ParseFloat(strings.TrimSpace(v.text()), 64)
	if err != nil {
		return string(v)
	}
	return strconv.FormatFloat(x, 'g', -1, 64)
}

func boundKeys(a *Annotation) []string {
	var out []string
	for _, f := range a.figures {
		if f.Bound.text() != "" {
			out = append(out, key(f.Pieces, f.Bound))
		}
	}
	return out
}

func workKeys(a *Annotation) []string {
	var out []string
	for _, w := range a.works {
		out = append(out, key(w.Pieces))
	}
	return out
}

func slipKeys(a *Annotation) []string {
	var out []string
	for _, s := range a.slips {
		out = append(out, key(s.Pieces, s.Reading))
	}
	return out
}

func checkKeys(a *Annotation) []string {
	var out []string
	for _, c := range a.checks {
		out = append(out, key(c.Kind, c.Holds))
	}
	return out
}
