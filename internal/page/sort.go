package page

import (
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"

	"dateline/internal/span"
)

// sortFurniture marks the lines that are furniture: by their own words, and
// by standing on the page again and again.
func sortFurniture(text string, ls []line) {
	seen := map[string]int{}
	var again []stamped
	for i := range ls {
		l := &ls[i]
		s := l.span.In(text)
		if l.chars <= longestFurniture && (ordinary(s) || mark(s) > 0) {
			continue // a line of a sentence, or a headline
		}
		l.kind = furnitureOf(s, l)
		if l.kind == fNone && l.chars <= 40 && l.end == openEnd {
			k := stamp(s)
			seen[k]++
			again = append(again, stamped{i, k})
		}
	}
	first := map[string]int{}
	for _, a := range again {
		if n := seen[a.stamp]; n >= 2 {
			repeated(text, ls, a.line, n, first)
		}
	}
}

// stamped is a line that may stand on the page again.
type stamped struct {
	line  int
	stamp string
}

// repeated marks line i, which stands on the page n times: a running head
// where it stands three times or more with the numbers counting up, else the
// copies after the first.
func repeated(text string, ls []line, i, n int, first map[string]int) {
	s := ls[i].span.In(text)
	k := key(s)
	if _, ok := scanDateline(s); ok || beginsNew(s) {
		return
	}
	if n >= 3 && (strings.ContainsAny(k, "0123456789") || byNumber(ls, i)) {
		ls[i].kind = fPageHead
		return
	}
	if _, ok := first[k]; ok {
		if utf8.RuneCountInString(k) >= 6 {
			ls[i].kind = fRepeat
		}
		return
	}
	first[k] = i
}

// byNumber reports a line with a page number right above or below.
func byNumber(ls []line, i int) bool {
	return i > 0 && ls[i-1].kind == fPageNumber || i+1 < len(ls) && ls[i+1].kind == fPageNumber || i == 0
}

// stamp is a line's key with its numbers made equal.
func stamp(s string) string {
	k := key(s)
	if !strings.ContainsAny(k, "0123456789") {
		return k
	}
	var b strings.Builder
	for i := range len(k) {
		switch c := k[i]; {
		case c < '0' || c > '9':
			b.WriteByte(c)
		case i == 0 || k[i-1] < '0' || k[i-1] > '9':
			b.WriteByte('0')
		}
	}
	return b.String()
}

// leastWeb is how many lines there may be for each that only web pages have.
const leastWeb = 15

// isWeb reports a page that was a web page: several of its lines are what
// only web pages have.
func isWeb(ls []line) bool {
	n, menu, published := 0, false, false
	for i := range ls {
		if k := ls[i].kind; k.web() {
			n++
			menu = menu || k == fNavigation
			published = published || k == fPublished
		}
	}
	// A few such lines in a long text are chance, or of one of its articles.
	return (n >= 3 || menu && published) && leastWeb*n >= len(ls)
}

// isChronicle reports a page of dated entries: several lines begin with a
// day or with the mark △ of a further entry of the same day.
func isChronicle(runs []run) bool {
	days, marks, last, sorted := 0, 0, 0, true
	for i := range runs {
		if strings.HasPrefix(runs[i].text, "△") {
			marks++
		}
		if d := entryDay(runs[i].text); d > 0 {
			days++
			sorted = sorted && d >= last
			last = d
		}
	}
	return days >= 2 && marks >= 2 || days >= 4 && sorted && 2*days >= len(runs)
}

// cut cuts the runs into segments, with the furniture between them in its
// place.
func (s *segmenter) cut(all []line, runs []run) {
	s.headCount, s.sections = map[string]int{}, map[string]bool{}
	for i := range all {
		if all[i].kind == fPageHead {
			s.headCount[all[i].span.In(s.text)]++
		}
	}
	s.segs = make([]segment, 0, len(runs)+len(runs)/4+8)
	at := 0
	for i := range runs {
		start := runs[i].pieces.Start()
		for ; at < len(all) && all[at].span.Start < start; at++ {
			s.furnitureLine(&all[at])
		}
		s.last, s.next = i == len(runs)-1, nil
		if !s.last {
			s.next = &runs[i+1]
		}
		s.run(&runs[i])
	}
	for ; at < len(all); at++ {
		s.furnitureLine(&all[at])
	}
}

// furnitureLine sets one line of furniture aside. The heads and sections of a
// newspaper page end the article before them.
func (s *segmenter) furnitureLine(l *line) {
	if l.kind == fNone {
		return
	}
	text := l.span.In(s.text)
	s.leave(l.kind, string(l.kind), span.Pieces{l.span})
	switch l.kind {
	case fSection:
		s.put(segment{kind: segBreak})
		if _, name, ok := strings.Cut(key(text), ":"); ok && name != "" {
			s.sections[name] = true
		}
	case fPageHead:
		// A running head that stands on the page again and again says
		// nothing of the articles between.
		if d := dateIn(text); d != "" && d != s.pageDate && s.headCount[text] == 1 {
			if s.pageDate != "" {
				s.put(segment{kind: segBreak})
			}
			s.pageDate, s.ownDate = d, false
		}
	}
	s.state(l, text)
	if l.kind.web() {
		s.put(segment{kind: segWeb, furniture: l.kind, pieces: span.Pieces{l.span}})
	}
}

// state takes the date that the page prints of itself: on a web page the line
// that says when it was published, else the first head of a page, and running
// heads last.
func (s *segmenter) state(l *line, text string) {
	rank := 0
	switch {
	case l.kind == fPublished:
		rank = 3
	case l.kind == fPageHead && s.headCount[text] == 1:
		rank = 2
	case l.kind == fPageHead:
		rank = 1
	}
	if rank > 0 {
		s.states(rank, dateIn(text), span.Pieces{l.span})
	}
}

// states takes a date that the page prints of itself, if none of its rank or
// a higher one stands before it. A web page lists others' dates after its own.
func (s *segmenter) states(rank int, date string, at span.Pieces) {
	if rank > s.statedRank && date != "" {
		s.stated, s.statedAt, s.statedRank = date, at, rank
	}
}

var fullDate = regexp.MustCompile(`(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})`)

var hanDate = regexp.MustCompile(`([一二三四五六七八九〇零○]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日`)

// dateIn gives the first full date in a line in ISO 8601, "" where there is
// none.
func dateIn(s string) string {
	k := key(s)
	m := fullDate.FindStringSubmatch(k)
	if m == nil {
		m = hanDate.FindStringSubmatch(k)
	}
	if m != nil {
		return iso(number(m[1]), number(m[2]), number(m[3]))
	}
	return ""
}

// iso writes a day in ISO 8601, "" where there is no such day.
func iso(year, month, day int) string {
	if year < 1000 || month < 1 || month > 12 || day < 1 || day > 31 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", year, month, day)
}
