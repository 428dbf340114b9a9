package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
)

// Form is a way in which a page is spoilt. The facts stay what they were: a
// reader that finds them on the clean page should find the same on the spoilt
// one.
type Form struct {
	Name string
	// Wrap breaks every line longer than so many characters; 0 breaks none.
	Wrap int
	// Seed, where it is not 0, varies each line's width by up to two
	// characters.
	Seed uint32
	// Blank puts an empty line after every line, the broken ones included.
	Blank bool
	// Indent puts two ideographic spaces before each paragraph.
	Indent bool
	// CRLF makes line ends CR LF.
	CRLF bool
	// Digits makes digits full-width.
	Digits bool
	// Halfwidth makes ，：；？！（） half-width.
	Halfwidth bool
	// Spaces puts a space on both sides of every run of digits inside a
	// line, as some PDF readers leave it.
	Spaces bool
	// Furniture is a line that is put after every twelfth one.
	Furniture string
}

// Forms are the forms in which the pages are measured.
var Forms = []Form{
	{Name: "wrap38", Wrap: 38, Seed: 3},
	{Name: "wrap30+blank", Wrap: 30, Blank: true, Seed: 5},
	{Name: "crlf+indent", CRLF: true, Indent: true},
	{Name: "wide", Digits: true},
	{Name: "half", Halfwidth: true},
	{Name: "spaces", Spaces: true},
	{Name: "furniture", Wrap: 34, Blank: true, Furniture: "人民日报　2023年3月22日　第3版"},
}

// furnitureEvery is the number of lines between two of furniture.
const furnitureEvery = 12

// Apply spoils a page (its text without a byte-order mark) and moves its gold,
// as JSON, along.
func (f Form) Apply(page string, gold []byte) (string, []byte, error) {
	d := json.NewDecoder(bytes.NewReader(gold))
	d.UseNumber()
	var tree map[string]any
	if err := d.Decode(&tree); err != nil {
		return "", nil, fmt.Errorf("spoil a page: %w", err)
	}
	s := &spoiler{form: f, where: map[int]int{}, inserted: map[int]bool{}, eol: "\n"}
	if f.CRLF {
		s.eol = "\r\n"
	}
	if f.Seed != 0 {
		s.random = newTwister(f.Seed)
	}
	s.page(page, paragraphStarts(tree))
	s.walk(tree)
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	err := e.Encode(tree)
	return string(s.out), b.Bytes(), err
}

// spoiler writes the spoilt page. Offsets are code points.
type spoiler struct {
	form     Form
	eol      string
	random   *twister
	out      []rune
	where    map[int]int  // old offset to new one
	length   int          // of the page before
	inserted map[int]bool // the new offsets of what was put in
}

func (s *spoiler) put(text string, inserted bool) {
	for _, r := range text {
		if inserted {
			s.inserted[len(s.out)] = true
		}
		s.out = append(s.out, r)
	}
}

func (s *spoiler) lineBreak(inserted bool) {
	s.put(s.eol, inserted)
	if s.form.Blank {
		s.put(s.eol, true)
	}
}

func (s *spoiler) page(page string, starts map[int]bool) {
	at := 0
	s.length = len([]rune(page))
	for n, line := range strings.Split(page, "\n") {
		if n > 0 {
			s.lineBreak(false)
			if s.form.Furniture != "" && n%furnitureEvery == 0 {
				s.put(s.form.Furniture, true)
				s.lineBreak(true)
			}
		}
		if s.form.Indent && starts[at] {
			s.put("　　", true)
		}
		s.line([]rune(strings.TrimRight(line, "\r")), at, s.width())
		at += len([]rune(line)) + 1
	}
}

// width is the width of the next line, 0 for no limit.
func (s *spoiler) width() int {
	if s.form.Wrap == 0 || s.random == nil {
		return s.form.Wrap
	}
	return s.form.Wrap + s.random.below(5) - 2
}

func (s *spoiler) line(body []rune, at, width int) {
	for i, r := range body {
		if width > 0 && i > 0 && i%width == 0 {
			s.lineBreak(true)
		}
		if s.form.Spaces && i > 0 && isDigit(r) != isDigit(body[i-1]) && r != ' ' && body[i-1] != ' ' &&
			s.out[len(s.out)-1] != '\n' {
			s.out = append(s.out, ' ')
		}
		s.where[at+i] = len(s.out)
		s.out = append(s.out, s.form.spell(r))
	}
}

// spell is the character as the form prints it.
func (f Form) spell(r rune) rune {
	const full, half = "，：；？！（）", ",:;?!()"
	if f.Digits && r >= '0' && r <= '9' {
		return r - '0' + '０'
	}
	if i := strings.IndexRune(full, r); f.Halfwidth && i >= 0 {
		return rune(half[i/len("，")])
	}
	return r
}

// isDigit reports a digit of any script, and the raised, lowered and circled
// ones, which Python's isdigit counts too.
func isDigit(r rune) bool {
	return unicode.IsDigit(r) || strings.ContainsRune("²³¹⁰⁴⁵⁶⁷⁸⁹", r) || r >= '₀' && r <= '₉' || r >= '①' && r <= '⑨' ||
		r >= '⑴' && r <= '⑼' || r >= '⒈' && r <= '⒐' || r >= '❶' && r <= '❾'
}

// paragraphStarts are the first characters of all paragraphs of a gold.
func paragraphStarts(tree map[string]any) map[int]bool {
	out := map[int]bool{}
	articles, _ := tree["articles"].([]any)
	for _, a := range articles {
		m, _ := a.(map[string]any)
		paragraphs, _ := m["paragraphs"].([]any)
		for _, p := range paragraphs {
			q, _ := p.(map[string]any)
			if ps := piecesOf(q); len(ps) > 0 {
				out[ps[0][0]] = true
			}
		}
	}
	return out
}

// piecesOf are the pieces of an object, nil where it has none.
func piecesOf(o map[string]any) pieces {
	list, _ := o["pieces"].([]any)
	var out pieces
	for _, e := range list {
		pair, _ := e.([]any)
		if len(pair) != 2 {
			return nil
		}
		var p [2]int
		for i := range p {
			n, _ := pair[i].(json.Number)
			x, err := n.Int64()
			if err != nil {
				return nil
			}
			p[i] = int(x)
		}
		out = append(out, p)
	}
	return out
}

// walk moves every span under a value.
func (s *spoiler) walk(v any) {
	switch x := v.(type) {
	case map[string]any:
		if ps := piecesOf(x); len(ps) > 0 {
			s.moveSpan(x, ps)
		}
		for _, e := range x {
			s.walk(e)
		}
	case []any:
		for _, e := range x {
			s.walk(e)
		}
	}
}

func (s *spoiler) moveSpan(o map[string]any, ps pieces) {
	moved := s.move(ps)
	list := make([]any, len(moved))
	var text strings.Builder
	for i, p := range moved {
		list[i] = []any{p[0], p[1]}
		text.WriteString(string(s.out[p[0]:p[1]]))
	}
	o["pieces"] = list
	if _, ok := o["text"].(string); ok {
		o["text"] = text.String()
	}
}

// move gives the pieces of a span on the spoilt page. One piece goes on over
// a single space, and ends at a break that was put in.
func (s *spoiler) move(ps pieces) pieces {
	var out pieces
	for _, p := range ps {
		for i := max(p[0], 0); i < min(p[1], s.length); i++ {
			j, ok := s.where[i]
			if !ok {
				continue
			}
			if n := len(out); n > 0 && s.goesOn(out[n-1][1], j) {
				out[n-1][1] = j + 1
			} else {
				out = append(out, [2]int{j, j + 1})
			}
		}
	}
	return out
}

func (s *spoiler) goesOn(end, next int) bool {
	return next == end || next == end+1 && !s.inserted[end] && s.out[end] == ' '
}
