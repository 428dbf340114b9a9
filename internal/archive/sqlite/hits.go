package sqlite

import (
	"encoding/json"
	"slices"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
	"dateline/record"
)

// hits makes what is shown of articles.
func (l look) hits(found []scored, q query.Node) ([]archive.Hit, error) {
	m := archive.NewMatcher(q)
	out := make([]archive.Hit, 0, len(found))
	for _, x := range found {
		h, err := l.hit(x.id, m)
		if err != nil {
			return nil, err
		}
		out = append(out, h)
	}
	return out, nil
}

func (l look) hit(id int64, m *archive.Matcher) (archive.Hit, error) {
	var h archive.Hit
	var sid int64
	var name, where, given string
	err := l.one("SELECT a.sid, a.name, a.kind, a.day, a.head, s.id, s.origin, s.given FROM article a JOIN source s USING (sid) WHERE a.id = ?", []any{id},
		&sid, &name, &h.Kind, &h.Day, &where, &h.SourceID, &h.Origin, &given)
	if err != nil {
		return h, err
	}
	h.ID = h.SourceID + "/" + name
	var parts head
	if json.Unmarshal([]byte(where), &parts) != nil || json.Unmarshal([]byte(given), &h.Given) != nil {
		return h, &fault.Error{Meaning: fault.Damaged, Say: "the row of article " + h.ID + " cannot be read"}
	}
	w, err := l.window(sid, parts.pieces())
	if err != nil {
		return h, err
	}
	for _, x := range parts.Headlines {
		h.Headlines = append(h.Headlines, record.Headline{Span: w.span(x.Pieces), Role: x.Role, Before: x.Before})
	}
	h.Dateline = parts.Dateline
	w.mark(&h, &parts, m)
	return h, nil
}

// pieces are those of headlines and paragraphs, in the order of the source.
func (h *head) pieces() []record.Piece {
	var out []record.Piece
	for _, x := range h.Headlines {
		out = append(out, x.Pieces...)
	}
	for _, p := range h.Paragraphs {
		out = append(out, p...)
	}
	slices.SortFunc(out, func(a, b record.Piece) int { return a[0] - b[0] })
	return out
}

// window is the part of a source's text that an article stands in, from a
// code point on.
type window struct {
	from  int
	runes []rune
	all   []record.Piece
}

// window reads the parts of a text that pieces lie in.
func (l look) window(sid int64, pieces []record.Piece) (*window, error) {
	w := &window{all: pieces}
	if len(pieces) == 0 {
		return w, nil
	}
	end := 0
	for _, p := range pieces {
		end = max(end, p.End())
	}
	first := pieces[0].Start() / partRunes
	b, err := l.parts(sid, first, (end-1)/partRunes+1)
	w.from, w.runes = first*partRunes, []rune(string(b))
	return w, err
}

// shift moves pieces by so many code points.
func shift(pieces []record.Piece, by int) []record.Piece {
	out := make([]record.Piece, len(pieces))
	for i, p := range pieces {
		out[i] = record.Piece{p[0] + by, p[1] + by}
	}
	return out
}

// span is the text of pieces.
func (w *window) span(pieces []record.Piece) record.Span {
	text, _ := record.Slice(w.runes, shift(pieces, -w.from))
	return record.Span{Text: text, Pieces: pieces}
}

// units cuts the text of stretches, in the offsets of the window.
func (w *window) units(stretches [][]record.Piece) []archive.Unit {
	cut := make([][]archive.Unit, len(stretches))
	for i, s := range stretches {
		cut[i] = archive.Units(w.runes, shift(s, -w.from))
	}
	return archive.JoinUnits(cut...)
}

// mark fills in the marks and the excerpt of a hit.
func (w *window) mark(h *archive.Hit, parts *head, m *archive.Matcher) {
	var ranges []record.Piece
	if !m.Empty() {
		heads := make([][]record.Piece, len(parts.Headlines))
		for i, x := range parts.Headlines {
			heads[i] = x.Pieces
		}
		ranges = shift(m.Ranges(archive.Parts{Headline: w.units(heads), Body: w.units(parts.Paragraphs), Said: w.units(parts.Said)}), w.from)
	}
	for _, r := range ranges {
		if p := archive.Within(r, w.all); len(p) > 0 {
			h.Marks = append(h.Marks, w.span(p))
		}
	}
	h.Excerpt = w.span(excerpt(parts.Paragraphs, ranges))
}

// What an excerpt shows of a paragraph, in code points.
const (
	excerptBefore = 30
	excerptLength = 120
)

// excerpt cuts the paragraph with the first mark around it, or the beginning
// of the first paragraph.
func excerpt(paragraphs [][]record.Piece, marks []record.Piece) []record.Piece {
	for _, m := range marks {
		for _, p := range paragraphs {
			if len(archive.Within(m, p)) > 0 {
				return cut(p, max(0, lengthBefore(p, m.Start())-excerptBefore), excerptLength)
			}
		}
	}
	if len(paragraphs) == 0 {
		return []record.Piece{}
	}
	return cut(paragraphs[0], 0, excerptLength)
}

// lengthBefore is how many code points of pieces lie before an offset.
func lengthBefore(pieces []record.Piece, at int) int {
	n := 0
	for _, p := range pieces {
		n += max(0, min(p.End(), at)-p.Start())
	}
	return n
}

// cut takes so many code points of pieces, from one on.
func cut(pieces []record.Piece, from, n int) []record.Piece {
	out := []record.Piece{}
	for _, p := range pieces {
		size := p.End() - p.Start()
		if from < size && n > 0 {
			take := min(n, size-from)
			out = append(out, record.Piece{p.Start() + from, p.Start() + from + take})
			n -= take
		}
		from = max(0, from-size)
	}
	return out
}
