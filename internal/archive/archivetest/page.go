// Package archivetest has the tests that every archive must pass: cases in
// text files, and a plain model that finds by looking at every article. A
// package that keeps archives calls [Run] from a test of its own.
//
// In: a function that opens a new, empty archive. Out: failures of the test.
// The cases are in testdata, read from beside the calling package.
package archivetest

import (
	"crypto/sha256"
	"fmt"
	"strings"

	"dateline/internal/archive"
	"dateline/record"
)

// broken stands for a place where the page breaks a line inside a paragraph.
const broken = "⏎"

// maker makes a source of a text in the form of the cases: see
// testdata/README.
type maker struct {
	item     archive.Item
	runes    []rune
	rec      *record.Record
	article  int // the index of the article that is being made, -1 before the first
	promises []string
}

// Items reads the sources of a case.
func Items(input string) ([]archive.Item, error) {
	var out []archive.Item
	for part := range strings.SplitSeq(input, "---\n") {
		if strings.TrimSpace(part) == "" {
			continue
		}
		m := maker{rec: &record.Record{Format: record.Format, Rules: "r1"}, article: -1}
		head, rest, _ := strings.Cut(part, "\n")
		if err := m.head(head); err != nil {
			return nil, err
		}
		for line := range strings.Lines(rest) {
			if err := m.line(strings.TrimSpace(line)); err != nil {
				return nil, fmt.Errorf("%s: %w", line, err)
			}
		}
		item, err := m.done()
		if err != nil {
			return nil, err
		}
		out = append(out, item)
	}
	return out, nil
}

// head reads the first line: the origin and what is given.
func (m *maker) head(line string) error {
	for i, f := range strings.Fields(line) {
		k, v, ok := strings.Cut(f, "=")
		switch {
		case i == 0:
			m.item.Origin = f
		case ok && k == "day":
			m.item.Given.Day = v
		case ok && k == "publication":
			m.item.Given.Publication = v
		case ok && k == "rules":
			m.rec.Rules = v
		default:
			return fmt.Errorf("unknown %q", f)
		}
	}
	return nil
}

func (m *maker) line(line string) error {
	word, rest, _ := strings.Cut(line, " ")
	switch word {
	case "":
		return nil
	case "#":
		m.article++
		a := record.Article{ID: fmt.Sprintf("a%d", m.article+1), Kind: "report", Rule: "test"}
		a.Headlines = []record.Headline{{Span: m.write(rest), Role: "main"}}
		m.rec.Articles = append(m.rec.Articles, a)
		return nil
	case "person", "place", "organization", "says", "event", "work", "figure", "dateline", "title", "check":
		m.promises = append(m.promises, fmt.Sprintf("%d %s", max(m.article, 0), line))
		return nil
	}
	if m.article < 0 {
		m.article = 0
		m.rec.Articles = append(m.rec.Articles, record.Article{ID: "a1", Kind: "brief", Rule: "test"})
	}
	a := &m.rec.Articles[m.article]
	a.Paragraphs = append(a.Paragraphs, record.Paragraph{Span: m.write(line)})
	return nil
}

// write puts a line at the end of the text.
func (m *maker) write(line string) record.Span {
	s := record.Span{}
	for i, part := range strings.Split(line, broken) {
		if i > 0 {
			m.runes = append(m.runes, '\n')
		}
		from := len(m.runes)
		if part == "" {
			continue
		}
		m.runes = append(m.runes, []rune(part)...)
		s.Pieces = append(s.Pieces, record.Piece{from, len(m.runes)})
		s.Text += part
	}
	m.runes = append(m.runes, '\n', '\n')
	return s
}

// done adds the facts and gives the source.
func (m *maker) done() (archive.Item, error) {
	for _, p := range m.promises {
		var article int
		if _, err := fmt.Sscan(p, &article); err != nil {
			return m.item, err
		}
		_, line, _ := strings.Cut(p, " ")
		if err := m.fact(article, line); err != nil {
			return m.item, fmt.Errorf("%s: %s: %w", m.item.Origin, line, err)
		}
	}
	m.item.Text = string(m.runes)
	m.rec.Source = record.Source{Name: m.item.Origin, Encoding: "utf-8", Chars: len(m.runes)}
	m.rec.Fill()
	m.item.Record = m.rec
	m.item.SHA256 = sha256.Sum256([]byte(m.item.Text))
	return m.item, nil
}

// fact adds one fact of an article.
func (m *maker) fact(article int, line string) error {
	if article >= len(m.rec.Articles) {
		return fmt.Errorf("there is no article")
	}
	word, rest, _ := strings.Cut(line, " ")
	a := &m.rec.Articles[article]
	f := strings.Fields(rest)
	if len(f) == 0 {
		return fmt.Errorf("nothing is said")
	}
	next := func(prefix string, n int) string { return fmt.Sprintf("%s%d", prefix, n+1) }
	switch word {
	case "dateline":
		d := &record.Dateline{Span: record.Span{Text: "", Pieces: []record.Piece{}}, Agency: record.Nullable(f[0])}
		if len(f) > 1 {
			d.Date = record.Nullable(f[1])
		}
		d.Span = m.find(a, f[0])
		a.Dateline = d
		return m.need(d.Span, f[0])
	case "person":
		forms := strings.Split(f[0], "|")
		p := record.Person{ID: next("p", len(m.rec.People)), Name: forms[0], Aliases: forms[1:]}
		for _, form := range forms {
			p.Mentions = append(p.Mentions, m.mentions(a, form)...)
		}
		for _, title := range f[1:] {
			s := m.find(a, title)
			p.Titles = append(p.Titles, record.Title{Span: s, Article: a.ID})
			if err := m.need(s, title); err != nil {
				return err
			}
		}
		m.rec.People = append(m.rec.People, p)
		return needMention(p.Mentions, f[0])
	case "place":
		p := record.Place{ID: next("l", len(m.rec.Places)), Name: f[0], Mentions: m.mentions(a, f[0])}
		m.rec.Places = append(m.rec.Places, p)
		return needMention(p.Mentions, f[0])
	case "check":
		return m.check(f)
	case "organization":
		o := record.Organization{ID: next("o", len(m.rec.Organizations)), Name: f[0], Mentions: m.mentions(a, f[0])}
		m.rec.Organizations = append(m.rec.Organizations, o)
		return needMention(o.Mentions, f[0])
	}
	last := m.find(a, f[len(f)-1])
	fact := record.Fact{Article: a.ID, Span: last, Rule: "test"}
	o := optionsOf(f)
	switch word {
	case "says":
		fact.ID = next("s", len(m.rec.Statements))
		s := record.Statement{Fact: fact, Mode: "indirect", Content: last, Speaker: record.Speaker{Span: m.find(a, f[0]), Name: record.Nullable(f[0])}}
		for _, p := range m.rec.People {
			if p.Name == f[0] {
				s.Speaker.Person = record.Nullable(p.ID)
			}
		}
		if o["to"] != "" {
			s.Hearer = &record.Speaker{Span: m.find(a, o["to"]), Name: o.null("to"), Person: m.personOf(o["to"])}
		}
		m.rec.Statements = append(m.rec.Statements, s)
	case "event":
		fact.ID = next("e", len(m.rec.Events))
		m.rec.Events = append(m.rec.Events, m.event(a, fact, f[0], o))
	case "work":
		fact.ID = next("w", len(m.rec.Works))
		m.rec.Works = append(m.rec.Works, record.Work{Fact: fact, Title: f[0], Kind: "document"})
	case "figure":
		fact.ID = next("f", len(m.rec.Figures))
		m.rec.Figures = append(m.rec.Figures, m.figure(fact, f[0], o))
	}
	return m.need(last, f[len(f)-1])
}

func needMention(all []record.Mention, what string) error {
	if len(all) == 0 {
		return fmt.Errorf("%q is not in the article", what)
	}
	return nil
}

func (m *maker) need(s record.Span, what string) error {
	if len(s.Pieces) == 0 {
		return fmt.Errorf("%q is not in the article", what)
	}
	return nil
}

// find is the first place of characters in an article, over broken lines.
func (m *maker) find(a *record.Article, what string) record.Span {
	all := m.mentions(a, what)
	if len(all) == 0 {
		return record.Span{Pieces: []record.Piece{}}
	}
	return all[0].Span
}

// mentions are all places of characters in an article.
func (m *maker) mentions(a *record.Article, what string) []record.Mention {
	var out []record.Mention
	parts := []record.Span{}
	for _, h := range a.Headlines {
		parts = append(parts, h.Span)
	}
	for _, p := range a.Paragraphs {
		parts = append(parts, p.Span)
	}
	want := []rune(what)
	for _, part := range parts {
		var at []int // where each character of the part stands
		for _, p := range part.Pieces {
			for i := p.Start(); i < p.End(); i++ {
				at = append(at, i)
			}
		}
		text := []rune(part.Text)
		for i := 0; i+len(want) <= len(text); i++ {
			if string(text[i:i+len(want)]) != what {
				continue
			}
			s := record.Span{Text: what, Pieces: archive.Within(record.Piece{at[i], at[i+len(want)-1] + 1}, part.Pieces)}
			out = append(out, record.Mention{Span: s, Article: a.ID, Rule: "test"})
		}
	}
	return out
}
