package view

import (
	"fmt"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/term"
	"dateline/record"
)

// TestView sets out the pages of testdata. A page is written line by line: a
// word that says what the line is, then its text, in which ⏎ is a line end of
// the source. See builder.
func TestView(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		b := &builder{}
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "page":
				b = build(t, d.Input)
				return ""
			case "view":
				return b.view(t, d)
			}
			t.Fatalf("no command %q", d.Cmd)
			return ""
		})
	})
}

// view sets the page out and holds its lines to the width. Escape characters
// are written as ESC.
func (b *builder) view(t *testing.T, d *datadriven.TestData) string {
	opt := Options{Width: 40, Color: d.HasArg("color"), Joins: !d.HasArg("nojoins"), All: d.HasArg("all"),
		Margin: d.HasArg("margin"), Facts: d.HasArg("facts")}
	d.MaybeScanArgs(t, "width", &opt.Width)
	text := b.text.String()
	if d.HasArg("notext") {
		text = ""
	}
	var out strings.Builder
	if err := Write(&out, &b.rec, text, opt); err != nil {
		t.Fatal(err)
	}
	if !opt.Color {
		checkLines(t, out.String(), opt.Width)
	}
	return strings.ReplaceAll(out.String(), "\x1b", "ESC")
}

func checkLines(t *testing.T, out string, width int) {
	for line := range strings.Lines(out) {
		line = strings.TrimSuffix(line, "\n")
		if n := term.Width(line); n > width {
			t.Errorf("line of %d columns, width %d: %s", n, width, line)
		}
		if strings.ContainsFunc(line, unicode.IsControl) {
			t.Errorf("control character in %q", line)
		}
		if strings.TrimRight(line, " ") != line {
			t.Errorf("white space at the end of %q", line)
		}
	}
}

// builder makes a record and its source from the lines of a page.
type builder struct {
	rec  record.Record
	text strings.Builder
	n    int
	// facts counts the facts, for their ids.
	facts int
}

func build(t *testing.T, page string) *builder {
	b := &builder{rec: record.Record{Format: record.Format}}
	for line := range strings.Lines(page) {
		word, rest, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		if err := b.add(word, strings.NewReplacer(`\e`, "\x1b", `\t`, "\t").Replace(rest)); err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	b.rec.Source.Chars = b.n
	for _, p := range record.Verify(&b.rec, b.text.String()) {
		t.Error(p)
	}
	return b
}

// add reads one line of a page.
func (b *builder) add(word, rest string) error {
	if b.head(word, rest) || b.place(word, rest) {
		return nil
	}
	a := &b.rec.Articles[len(b.rec.Articles)-1]
	switch word {
	case "kicker", "main", "deck":
		a.Headlines = append(a.Headlines, record.Headline{Span: b.span(rest), Role: word})
	case "sub":
		n := len(a.Paragraphs)
		a.Headlines = append(a.Headlines, record.Headline{Span: b.span(rest), Role: word, Before: &n})
	case "p":
		a.Paragraphs = append(a.Paragraphs, record.Paragraph{Span: b.span(rest)})
	case "dateline":
		f := strings.Split(rest+"|||||", "|")
		a.Dateline = &record.Dateline{Span: b.span(f[0]), Agency: record.Nullable(f[1]), Place: record.Nullable(f[2]),
			Date: record.Nullable(f[3]), Form: record.Nullable(f[4])}
		if f[5] != "" {
			a.Dateline.Reporters = strings.Split(f[5], "、")
		}
	case "dispatch", "jump", "from":
		f := strings.Split(rest+"||||", "|")
		a.ContinuedBy = append(a.ContinuedBy, record.Continuation{Span: b.span(f[0]), Kind: word, Before: len(a.Paragraphs),
			Agency: record.Nullable(f[1]), Place: record.Nullable(f[2]), Date: record.Nullable(f[3]), Form: record.Nullable(f[4])})
	case "by":
		s := b.span(rest)
		a.Byline = &s
	case "credit":
		s := b.span(rest)
		a.Credit = &s
	case "of":
		a.BelongsTo = record.Nullable(rest)
	case "begins-mid":
		a.BeginsMid = true
	case "ends-mid":
		a.EndsMid = true
	default:
		return fmt.Errorf("no word %q", word)
	}
	return nil
}

// head reads the lines that are of the page.
func (b *builder) head(word, rest string) bool {
	switch word {
	case "source":
		b.rec.Source.Name, b.rec.Source.Encoding = rest, "utf-8"
	case "undecodable":
		if _, err := fmt.Sscan(rest, &b.rec.Source.Undecodable); err != nil {
			panic(err)
		}
	case "part":
		b.rec.Source.Part = &record.Part{}
		if _, err := fmt.Sscan(rest, &b.rec.Source.Part.Index, &b.rec.Source.Part.Byte, &b.rec.Source.Part.Char); err != nil {
			panic(err)
		}
	case "published":
		f := strings.SplitN(rest+"||", "|", 3)
		b.rec.Published = record.Published{Value: record.Nullable(f[0]), Basis: record.Nullable(f[1]),
			Note: record.Nullable(strings.TrimRight(f[2], "|"))}
	default:
		return false
	}
	return true
}

// place reads the lines that begin an article, are in none, or name a fact in
// the one before.
func (b *builder) place(word, rest string) bool {
	switch word {
	case "article":
		id, kind, _ := strings.Cut(rest, " ")
		b.rec.Articles = append(b.rec.Articles, record.Article{ID: id, Kind: kind})
	case "left":
		kind, text, _ := strings.Cut(rest, " ")
		kind, rule, _ := strings.Cut(kind, ":")
		b.rec.Furniture = append(b.rec.Furniture, record.Furniture{Span: b.span(text), Kind: kind, Rule: rule})
	case "nowhere":
		b.span(rest)
	case "slip":
		f := strings.SplitN(rest, " ", 3)
		s := record.Slip{Fact: b.fact(f[0]), Reading: f[1]}
		if len(f) == 3 {
			s.Note = record.Nullable(f[2])
		}
		b.rec.Slips = append(b.rec.Slips, s)
	case "work":
		b.rec.Works = append(b.rec.Works, record.Work{Fact: b.fact(rest)})
	case "time":
		f := strings.Split(rest+"||", "|")
		b.rec.Times = append(b.rec.Times, record.Time{Fact: b.fact(f[0]), Type: "date", Value: record.Nullable(f[1]), Mod: record.Nullable(f[2])})
	default:
		return b.told(word, strings.Split(rest+"||||", "|"))
	}
	return true
}

// told reads the lines of facts with several parts.
func (b *builder) told(word string, f []string) bool {
	switch word {
	case "figure":
		b.rec.Figures = append(b.rec.Figures, record.Figure{Fact: b.fact(f[0]), Kind: f[1], Value: f[2], Unit: record.Nullable(f[3]),
			Bound: record.Nullable(f[4])})
	case "says":
		s := record.Statement{Fact: b.fact(f[3]), Mode: f[2], Content: b.fact(f[3]).Span}
		s.Speaker.Name = record.Nullable(f[0])
		if f[1] != "" {
			s.Cue = []record.Span{b.fact(f[1]).Span}
		}
		b.rec.Statements = append(b.rec.Statements, s)
	case "event":
		e := record.Event{Fact: b.fact(f[1]), Kind: f[0], Trigger: b.fact(f[1]).Span, Status: f[4]}
		for name := range strings.SplitSeq(f[2], "、") {
			name, role, _ := strings.Cut(name, "/")
			e.Participants = append(e.Participants, record.Participant{Name: name, Role: record.Nullable(role)})
		}
		if f[3] != "" {
			e.Time = &record.When{Value: record.Nullable(f[3])}
		}
		b.rec.Events = append(b.rec.Events, e)
	case "person":
		x := b.fact(f[0])
		p := record.Person{ID: "p" + x.ID, Name: f[0], Mentions: []record.Mention{{Span: x.Span, Article: x.Article}}}
		if f[1] != "" {
			p.Titles = []record.Title{{Span: b.fact(f[1]).Span, Article: x.Article, At: record.Nullable(f[2])}}
		}
		b.rec.People = append(b.rec.People, p)
	case "body":
		x := b.fact(f[0])
		b.rec.Organizations = append(b.rec.Organizations, record.Organization{ID: "o" + x.ID, Name: f[0], Mentions: []record.Mention{{Span: x.Span, Article: x.Article}}})
	case "check":
		c := record.Check{ID: fmt.Sprintf("c%d", len(b.rec.Checks)+1), Kind: f[0], Say: f[3]}
		for text := range strings.FieldsSeq(f[2]) {
			c.Evidence = append(c.Evidence, b.id(text))
		}
		if yes := f[1] == "holds"; yes || f[1] == "fails" {
			c.Holds = &yes
		}
		b.rec.Checks = append(b.rec.Checks, c)
	default:
		return false
	}
	return true
}

// id is the id of the time or figure with a text.
func (b *builder) id(text string) string {
	for _, t := range b.rec.Times {
		if t.Text == text {
			return t.ID
		}
	}
	for _, f := range b.rec.Figures {
		if f.Text == text {
			return f.ID
		}
	}
	return text
}

// span puts text on a line of its own at the end of the source.
func (b *builder) span(text string) record.Span {
	var s record.Span
	for piece := range strings.SplitSeq(text, "⏎") {
		n := utf8.RuneCountInString(piece)
		if n > 0 {
			s.Text += piece
			s.Pieces = append(s.Pieces, record.Piece{b.n, b.n + n})
		}
		b.text.WriteString(piece + "\n")
		b.n += n + 1
	}
	return s
}

// fact finds the last place of text in the source.
func (b *builder) fact(text string) record.Fact {
	all := b.text.String()
	at := strings.LastIndex(all, text)
	if at < 0 {
		return record.Fact{}
	}
	from := utf8.RuneCountInString(all[:at])
	b.facts++
	id := fmt.Sprintf("x%d", b.facts)
	return record.Fact{ID: id, Article: b.rec.Articles[len(b.rec.Articles)-1].ID, Span: record.Span{
		Text: text, Pieces: []record.Piece{{from, from + utf8.RuneCountInString(text)}}}}
}
