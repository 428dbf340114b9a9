package page

import (
	"strings"
	"unicode/utf8"
)

// pruneWeb takes off a web page what is around its article: lines that are
// neither paragraphs nor the headline are menus, lists of other headlines
// and remains of the site. The headline is the block just above the line
// that says when the page was published, or else just above the first
// paragraph.
func (s *segmenter) pruneWeb() {
	first, last := s.core()
	if first < 0 {
		return
	}
	from, to := s.webHead(first)
	var kept []segment
	for i, g := range s.segs {
		switch {
		case g.kind == segWeb:
		case i >= from && i < to, g.kind != segHead && i >= first && i <= last, g.kind == segHead && i > first && i < last && s.between(i):
			kept = append(kept, g)
		case g.kind == segDateline || g.kind == segBreak || g.kind == segByline:
			kept = append(kept, g)
		case i < first:
			s.leave(fNavigation, "web-before", g.pieces)
		default:
			s.leave(fRelated, "web-after", g.pieces)
		}
	}
	s.segs = kept
}

// core gives the first and the last paragraph of the web page's article.
func (s *segmenter) core() (first, last int) {
	first, last = -1, -1
	for i, g := range s.segs {
		if g.kind != segPara || g.end == openEnd && !strings.Contains(g.text, "。") {
			continue
		}
		if first < 0 {
			first = i
		}
		last = i
	}
	return first, last
}

// webHead gives the block of headlines of the article whose first paragraph
// is segment first: [from, to).
func (s *segmenter) webHead(first int) (from, to int) {
	to = first
	if from = s.blockAbove(to); from < to {
		return from, to
	}
	for i := first - 1; i >= 0; i-- {
		if s.segs[i].kind == segWeb && s.segs[i].furniture == fPublished && s.headBefore(i) {
			to = i
			break
		}
	}
	for to > 0 && s.segs[to-1].kind != segHead {
		to--
	}
	return s.blockAbove(to), to
}

// shortestHead is the length in characters below which a line right above a
// web page's text is a remain of a menu.
const shortestHead = 6

// blockAbove gives where the block of headlines begins that ends before
// segment to; to itself where there is none.
func (s *segmenter) blockAbove(to int) int {
	from, longest := to, 0
	for from > 0 && (s.segs[from-1].kind == segHead || s.segs[from-1].kind == segDateline) {
		from--
		if s.segs[from].kind == segHead {
			longest = max(longest, utf8.RuneCountInString(s.segs[from].text))
		}
	}
	if longest < shortestHead {
		return to
	}
	return from
}

// headBefore reports that a headline stands somewhere before segment i.
func (s *segmenter) headBefore(i int) bool {
	for i--; i >= 0; i-- {
		if s.segs[i].kind == segHead {
			return true
		}
	}
	return false
}

// between reports a headline with a paragraph right above and below: a
// sub-heading.
func (s *segmenter) between(i int) bool {
	up, down := i-1, i+1
	for up > 0 && s.segs[up].kind == segHead {
		up--
	}
	for down < len(s.segs)-1 && s.segs[down].kind == segHead {
		down++
	}
	return s.told(up) && s.told(down)
}

// told reports a paragraph or the mark of a dispatch.
func (s *segmenter) told(i int) bool {
	return s.segs[i].kind == segPara || s.segs[i].kind == segDispatch
}
