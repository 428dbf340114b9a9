package cite

import (
	"strings"
	"unicode/utf8"

	"dateline/record"
)

// titled takes the headline, and after it the decks. GB/T 7714 sets each
// 其他题名信息 apart by a colon; the kicker stands before the headline in print
// and is no part of the title.
func (c *Citation) titled(a *record.Article, g Given) {
	var main, decks []string
	var at []record.Piece
	for _, h := range a.Headlines {
		switch h.Role {
		case "main":
			main = append(main, line(h.Text))
		case "deck":
			decks = append(decks, line(h.Text))
		default:
			continue
		}
		at = append(at, h.Pieces...)
	}
	switch {
	case len(main) > 0:
		c.title = append([]string{strings.Join(main, " ")}, decks...)
	case len(decks) > 0:
		c.title = decks
	}
	switch {
	case len(c.title) > 0:
		c.from(Title, "headline", at)
	case g.Title != "":
		c.title = []string{g.Title}
		c.from(Title, "given", nil)
	default:
		c.untitled(a)
	}
	c.Item.Title = strings.Join(c.title, "：")
}

// firstWords is how many characters stand for a title that is not printed.
const firstWords = 24

// untitled puts the first words of the text, in the brackets that GB/T 7714
// has for what the citer supplies, in place of a title.
func (c *Citation) untitled(a *record.Article) {
	c.Missing = append(c.Missing, Title)
	if len(a.Paragraphs) == 0 {
		return
	}
	p := a.Paragraphs[0]
	words, cut := head(line(p.Text), firstWords)
	if words == "" {
		return
	}
	if cut {
		words = strings.TrimRight(words, "，、：,") + "…"
	}
	c.title = []string{"[" + words + "]"}
	c.from(Title, "first words", p.Pieces)
	c.Notes = append(c.Notes, "no headline is printed; the title in brackets is the first words of the text")
}

// head cuts s after n characters, or before the first mark after which a
// clause ends.
func head(s string, n int) (string, bool) {
	i := strings.IndexAny(s, "。！？；")
	if i < 0 {
		i = len(s)
	}
	if utf8.RuneCountInString(s[:i]) > n {
		i = len(string([]rune(s)[:n]))
	}
	return s[:i], i < len(strings.TrimRight(s, "。！？；"))
}

// house are the words by which a paper means itself; they name nobody.
var house = map[string]bool{"本报": true, "本報": true, "本刊": true, "本台": true, "本臺": true, "本社": true, "本网": true, "本網": true}

// authored takes who wrote it: who the user says, else who signed, else the
// reporters of the dateline, else its agency.
func (c *Citation) authored(a *record.Article, g Given) {
	d := a.Dateline
	switch {
	case g.Author != "":
		c.by(strings.FieldsFunc(g.Author, func(r rune) bool { return r == ';' || r == '；' }))
		c.from(Author, "given", nil)
	case a.Byline != nil && signers(a.Byline.Text) != nil:
		c.by(signers(a.Byline.Text))
		c.from(Author, "byline", a.Byline.Pieces)
	case d != nil && len(d.Reporters) > 0:
		c.by(d.Reporters)
		c.from(Author, "dateline", d.Pieces)
	case d != nil && d.Agency != "" && !house[string(d.Agency)]:
		c.by([]string{string(d.Agency)})
		c.from(Author, "dateline", d.Pieces)
	}
}

func (c *Citation) by(names []string) {
	for _, n := range names {
		if n = line(n); n != "" {
			c.Item.Author = append(c.Item.Author, Name{Literal: n})
		}
	}
}

// posts are the words before the names of a byline.
var posts = []string{"本报记者", "本報記者", "本报", "本報", "特约记者", "特約記者", "记者", "記者", "通讯员", "通訊員", "特派员", "作者：", "作者:", "作者", "文/", "文／", "文："}

// signers are the names of a byline, without the posts before them.
func signers(s string) []string {
	var out []string
	for _, f := range strings.FieldsFunc(line(s), func(r rune) bool { return strings.ContainsRune(" 　、，,；;（）()", r) }) {
		for cut := true; cut; {
			cut = false
			for _, p := range posts {
				if rest, ok := strings.CutPrefix(f, p); ok {
					f, cut = rest, true
				}
			}
		}
		if f != "" {
			out = append(out, f)
		}
	}
	return out
}
