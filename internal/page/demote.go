package page

import (
	"strings"
)

// longestBlock is how many lines in a row may be headlines; more are a list,
// a table or verse.
const longestBlock = 8

// demoteLists makes paragraphs of headlines that stand in long rows, or on a
// page without prose.
func (s *segmenter) demoteLists() {
	prose := s.prose()
	for i := 0; i < len(s.segs); {
		j := i
		lines := 0
		for j < len(s.segs) && (s.segs[j].kind == segHead && !s.segs[j].marked) {
			if !s.segs[j].inline {
				lines++
			}
			j++
		}
		if lines > longestBlock || !prose {
			for k := i; k < j; k++ {
				s.segs[k].kind = segPara
			}
		}
		i = max(j, i+1)
	}
}

// demoteSections makes paragraphs of the lines of a section of a newspaper
// page that has no other text, as verse and lists have: all but its first
// line.
func (s *segmenter) demoteSections() {
	for i := 0; i < len(s.segs); {
		j := i
		told, heads := false, 0
		for ; j < len(s.segs) && (j == i || s.segs[j].kind != segBreak); j++ {
			switch s.segs[j].kind {
			case segPara, segDateline:
				told = true
			case segHead:
				heads++
			}
		}
		if s.segs[i].kind == segBreak && !told && heads > 1 {
			for k := i; k < j; k++ {
				if s.segs[k].kind == segHead {
					s.segs[k].kind = segPara
				}
			}
			s.first(i, j)
		}
		i = j
	}
}

// first makes the first line of a section its headline again.
func (s *segmenter) first(i, j int) {
	for k := i; k < j; k++ {
		if s.segs[k].kind == segPara {
			s.segs[k].kind = segHead
			for k++; k < j && s.segs[k].inline; k++ {
				s.segs[k].kind = segHead
			}
			return
		}
	}
}

// prose reports a page on which something is told: it has a sentence, or a
// dateline. Lines of verse, code and menus are no headlines.
func (s *segmenter) prose() bool {
	for _, g := range s.segs {
		if g.kind == segDateline || g.kind == segPara && strings.ContainsAny(g.text, "。！？") {
			return true
		}
	}
	return false
}
