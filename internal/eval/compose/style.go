package compose

import (
	"math/rand/v2"
	"slices"
)

// The sorts of page, by which the scores are given.
const (
	Wrapped   = "wrapped"   // lines broken at a width, no empty lines inside an article
	Blank     = "blank"     // lines broken at a width, an empty line after every line
	Unwrapped = "unwrapped" // a line a paragraph
	Furniture = "furniture" // any of these, with page heads, page numbers and captions
)

// Sorts are the sorts of page, in the order in which pages are made.
var Sorts = []string{Wrapped, Blank, Unwrapped, Furniture}

// style is how one page looks.
type style struct {
	sort string
	// width is the longest line in columns of a full-width character, 0 for
	// no wrapping. Each line differs from it by up to ragged columns.
	width, ragged int
	// kinsoku keeps marks from the start of a line and numbers whole.
	kinsoku bool
	// halves counts a half-width character as half a column.
	halves bool
	// indent is put before a paragraph, headIndent before a headline.
	indent, headIndent string
	// blank puts an empty line after every line.
	blank bool
	// parGap, headGap and artGap are the empty lines between paragraphs,
	// between headline and body, and between articles.
	parGap, headGap, artGap int
	// oneLine puts the parts of a headline on one line, set apart by it; ""
	// puts each part on a line.
	oneLine string
	// openingLine puts the dateline on a line of its own; brackets prints
	// one without reporters in 【】; openingGap is what stands after it.
	openingLine, brackets bool
	openingGap            string
	// late is how many of the articles with a dateline are to have their
	// headline after the body, in tenths.
	late int
	// natural takes line ends as they fall ([Options].Natural).
	natural bool
	// furniture: every so many lines (0: never) a page ends; heads and feet
	// are forms of the line; captions is how many captions a page gets.
	pageLines  int
	head, foot string
	captions   int
	gap        int  // the empty lines around heads and feet
	stated     bool // the page's date stands in its head, and is not given
}

// pick is one of a few values.
func pick[T any](r *rand.Rand, of ...T) T { return of[r.IntN(len(of))] }

// newStyle draws the look of a page of a sort.
func newStyle(sort string, r *rand.Rand) style {
	s := style{sort: sort, artGap: pick(r, 0, 1, 2), headGap: pick(r, 0, 0, 1),
		indent: pick(r, "", "　　"), headIndent: pick(r, "", "", "", "　　　　　　"),
		oneLine: pick(r, "", "", " ", "　"), openingGap: pick(r, "", "", " ", "　"),
		openingLine: r.IntN(5) == 0, brackets: r.IntN(8) == 0, late: pick(r, 0, 0, 4, 10)}
	wrap := sort == Wrapped || sort == Blank || sort == Furniture && r.IntN(3) > 0
	if wrap {
		s.width, s.ragged = pick(r, 24, 28, 30, 34, 36, 38, 40, 45, 60, 72), pick(r, 0, 0, 2)
		s.kinsoku, s.halves = r.IntN(2) == 0, r.IntN(2) == 0
	}
	s.blank = sort == Blank || sort == Furniture && wrap && r.IntN(3) == 0
	if !s.blank {
		s.parGap = pick(r, 0, 0, 1)
		s.artGap = max(s.artGap, s.parGap)
	}
	if sort == Furniture {
		s.pageLines, s.captions = 16+r.IntN(30), r.IntN(3)
		s.head, s.foot, s.gap = pick(r, heads...), pick(r, feet...), pick(r, 0, 1)
		if s.head == "" && s.foot == "" {
			s.foot = feet[1]
		}
		s.stated = slices.Contains(dated, s.head) && r.IntN(2) == 0
	} else if r.IntN(5) == 0 {
		s.captions = 1
	}
	return s
}

// marked reports whether the page shows where a paragraph begins by an indent
// or an empty line.
func (s style) marked() bool { return s.indent != "" || s.parGap > 0 && !s.blank }

// The forms of page heads and feet: paper, date, weekday and page are filled
// in; an empty form is none.
var (
	heads = []string{"", "{paper}　{date}　第{page}版", "{paper} {date} {weekday} 第{page}版", "第{page}版", "{date}　{weekday}",
		"第{page}版　综合", "{paper}　　{page}"}
	dated = []string{heads[1], heads[2], heads[4]}
	feet  = []string{"", "— {page} —", "- {page} -", "{page}", "第 {page} 页"}
	// papers are names of no newspaper that the corpora were taken from.
	papers = []string{"江湾日报", "临海新报", "北原晚报"}
)
