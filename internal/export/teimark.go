package export

import (
	"cmp"
	"slices"
	"strconv"
	"unicode/utf8"

	"dateline/record"
)

// marker marks what a page's record says in the text of its spans. The marks
// of a text may cross; elements may not: where they do, the inner one is cut
// in parts. How many parts a mark has, over the whole page, is found first,
// since the first names the second.
type marker struct {
	page  *Page
	marks []mark
	// reaches are the stretches of the marks in each block.
	reaches map[*record.Span][]reach
	// parts counts the parts of each mark that are written, all those there
	// are.
	parts, all []int
}

// mark is one element to be.
type mark struct {
	note    note
	element string
	attrs   []string
	// reading is that of a slip.
	reading string
}

func newMarker(p *Page) *marker {
	m := &marker{page: p, reaches: map[*record.Span][]reach{}}
	heard := m.statements()
	for n := range notes(p.Record) {
		if x, ok := m.mark(n, heard); ok {
			m.marks = append(m.marks, x)
		}
	}
	m.place()
	m.parts, m.all = make([]int, len(m.marks)), make([]int, len(m.marks))
	for s := range blocks(p.Record) {
		for _, e := range m.edges(s) {
			if e.open {
				m.all[e.mark]++
			}
		}
	}
	return m
}

// ref is a pointer to what has an id, "" for "".
func (m *marker) ref(id string) string {
	if id == "" {
		return ""
	}
	return "#" + xmlID(m.page.ID, id)
}

func (m *marker) statements() map[string]*record.Statement {
	out := map[string]*record.Statement{}
	for i := range m.page.Record.Statements {
		out[m.page.Record.Statements[i].ID] = &m.page.Record.Statements[i]
	}
	return out
}

// mark is the element for a note; parts of articles are elements already.
func (m *marker) mark(n note, heard map[string]*record.Statement) (mark, bool) {
	x := mark{note: n}
	switch n.kind {
	case "person":
		x.element, x.attrs = "persName", []string{"ref", m.ref(n.of)}
	case "title":
		x.element = "roleName"
	case "place":
		x.element, x.attrs = "placeName", []string{"ref", m.ref(n.of)}
	case "organization":
		x.element, x.attrs = "orgName", []string{"ref", m.ref(n.of)}
	case "work":
		x.element = "title"
	case "event":
		x.element, x.attrs = "rs", []string{"type", "event", "ref", m.ref(n.id)}
		x.note.id += ".rs" // the event itself has the id
	case "statement":
		x.element, x.attrs = "said", m.said(heard[n.id])
		x.note.span = heard[n.id].Content
	case "slip":
		x.element, x.reading = "sic", n.value
	default:
		return x, m.value(&x)
	}
	return x, true
}

// value fills in the element of a time or a figure.
func (m *marker) value(x *mark) bool {
	switch v := x.note.data.(type) {
	case *record.Time:
		name, value := teiWhen(v)
		x.element, x.attrs = "date", []string{name, value}
	case *record.Figure:
		x.element, x.attrs = "measure", []string{"type", v.Kind, "quantity", v.Value, "unit", string(v.Unit)}
	}
	return x.element != ""
}

func (m *marker) said(s *record.Statement) []string {
	out := []string{"direct", strconv.FormatBool(s.Mode == "direct"), "who", m.ref(string(s.Speaker.Person))}
	if s.Hearer != nil {
		out = append(out, "toWhom", m.ref(string(s.Hearer.Person)))
	}
	return out
}

// blocks goes over the spans that are elements with text, in the order in
// which they are written.
func blocks(r *record.Record) func(func(*record.Span) bool) {
	return func(yield func(*record.Span) bool) {
		for i := range r.Articles {
			for _, s := range blocksOf(&r.Articles[i]) {
				if !yield(s) {
					return
				}
			}
		}
	}
}

// blocksOf are those of an article; teiWriter.article writes the same ones.
func blocksOf(a *record.Article) (out []*record.Span) {
	for i := range a.Headlines {
		out = append(out, &a.Headlines[i].Span)
	}
	if a.Dateline != nil {
		out = append(out, &a.Dateline.Span)
	}
	for _, s := range []*record.Span{a.Byline, a.Credit} {
		if s != nil {
			out = append(out, s)
		}
	}
	for i := range a.ContinuedBy {
		out = append(out, &a.ContinuedBy[i].Span)
	}
	for i := range a.Paragraphs {
		out = append(out, &a.Paragraphs[i].Span)
	}
	return out
}

// edge is a tag: a part of the mark begins or ends before the code point at.
type edge struct {
	at, mark int
	open     bool
}

// reach is a stretch of a block that a mark has, in code points of the block.
type reach struct{ start, end, mark int }

// blockPiece is a piece of a block: its place in the page, and in the block of
// so many code points.
type blockPiece struct {
	record.Piece
	block *record.Span
	at    int
	chars int
}

// place finds which stretches of which blocks the marks have.
func (m *marker) place() {
	var all []blockPiece
	for s := range blocks(m.page.Record) {
		at, chars := 0, utf8.RuneCountInString(s.Text)
		for _, p := range s.Pieces {
			all = append(all, blockPiece{p, s, at, chars})
			at += p.End() - p.Start()
		}
	}
	slices.SortStableFunc(all, func(a, b blockPiece) int { return cmp.Compare(a.Start(), b.Start()) })
	for i := range m.marks {
		for _, p := range m.marks[i].note.span.Pieces {
			m.piece(i, p, all)
		}
	}
}

// piece adds what mark i has by one piece. What goes on where the page broke
// the block's lines is one stretch.
func (m *marker) piece(i int, p record.Piece, all []blockPiece) {
	first, _ := slices.BinarySearchFunc(all, p.Start(), func(b blockPiece, start int) int { return cmp.Compare(b.End(), start+1) })
	for _, b := range all[first:] {
		if b.Start() >= p.End() {
			return
		}
		r := reach{b.at + max(p.Start()-b.Start(), 0), min(b.at+min(p.End(), b.End())-b.Start(), b.chars), i}
		if r.start >= r.end {
			continue
		}
		list := m.reaches[b.block]
		if n := len(list); n > 0 && list[n-1].mark == i && list[n-1].end == r.start {
			list[n-1].end = r.end
			continue
		}
		m.reaches[b.block] = append(list, r)
	}
}

// edges are the tags of a block in the order in which they are written: the
// longer of two marks is outside, and of those that cross the inner one ends
// where the outer one does and begins again.
func (m *marker) edges(s *record.Span) (out []edge) {
	starts := slices.Clone(m.reaches[s])
	slices.SortStableFunc(starts, func(a, b reach) int { return cmp.Compare(a.start, b.start) })
	var stack []reach
	for len(starts) > 0 || len(stack) > 0 {
		at := next(starts, stack)
		var opening []reach
		if i := slices.IndexFunc(stack, func(r reach) bool { return r.end <= at }); i >= 0 {
			for _, r := range slices.Backward(stack[i:]) {
				out = append(out, edge{at, r.mark, false})
			}
			for _, r := range stack[i:] {
				if r.end > at {
					opening = append(opening, r)
				}
			}
			stack = stack[:i]
		}
		for len(starts) > 0 && starts[0].start == at {
			opening = append(opening, starts[0])
			starts = starts[1:]
		}
		slices.SortStableFunc(opening, func(a, b reach) int { return cmp.Compare(b.end, a.end) })
		for _, r := range opening {
			out = append(out, edge{at, r.mark, true})
		}
		stack = append(stack, opening...)
	}
	return out
}

// next is the next place where a mark begins or ends.
func next(starts, stack []reach) int {
	at := -1
	if len(starts) > 0 {
		at = starts[0].start
	}
	for _, r := range stack {
		if at < 0 || r.end < at {
			at = r.end
		}
	}
	return at
}

// write writes the text of a block with its marks and its broken lines.
func (m *marker) write(t *teiWriter, s *record.Span) {
	runes := []rune(s.Text)
	breaks := joins(s)
	edges := m.edges(s)
	for i := 0; i <= len(runes); i++ {
		for ; len(edges) > 0 && edges[0].at == i && !edges[0].open; edges = edges[1:] {
			m.close(t, edges[0].mark)
		}
		if len(breaks) > 0 && breaks[0] == i {
			t.raw("<lb/>")
			breaks = breaks[1:]
		}
		for ; len(edges) > 0 && edges[0].at == i; edges = edges[1:] {
			m.open(t, edges[0].mark)
		}
		to := len(runes)
		if len(edges) > 0 {
			to = min(to, edges[0].at)
		}
		if len(breaks) > 0 {
			to = min(to, breaks[0])
		}
		t.text(string(runes[i:to]))
		i = max(i, to-1)
	}
}

// joins are the places in a block at which the page breaks it.
func joins(s *record.Span) (out []int) {
	at := 0
	for i, p := range s.Pieces {
		if i > 0 {
			out = append(out, at)
		}
		at += p.End() - p.Start()
	}
	return out
}

// open begins the next part of mark i.
func (m *marker) open(t *teiWriter, i int) {
	x := &m.marks[i]
	m.parts[i]++
	if x.reading != "" && m.all[i] == 1 {
		t.raw("<choice>")
	}
	attrs := append([]string{"xml:id", m.part(i, m.parts[i])}, x.attrs...)
	if n := m.parts[i]; n > 1 {
		attrs = append(attrs, "prev", "#"+m.part(i, n-1))
	}
	if n := m.parts[i]; n < m.all[i] {
		attrs = append(attrs, "next", "#"+m.part(i, n+1))
	}
	t.open(x.element, attrs...)
}

// close ends a part; a slip that is in one part has its reading beside it.
func (m *marker) close(t *teiWriter, i int) {
	x := &m.marks[i]
	t.raw("</" + x.element + ">")
	if x.reading != "" && m.all[i] == 1 {
		t.element("corr", x.reading)
		t.raw("</choice>")
	}
}

// part is the id of part n of mark i: the note's own for the first.
func (m *marker) part(i, n int) string {
	id := xmlID(m.page.ID, m.marks[i].note.id)
	if n > 1 {
		id += "-" + strconv.Itoa(n)
	}
	return id
}
