package slip

import (
	"strings"
	"unicode/utf8"

	"dateline/internal/lexicon"
	"dateline/internal/span"
)

// Finder finds the slips of one page. It knows what stands on the page more
// than once.
type Finder struct {
	bodies []string
	// three counts the runs of three characters with one in the middle that
	// looks like another, five holds those of five, both by hash: what they
	// show is looked up in the bodies before it is believed.
	three []uint8
	five  []uint64
	mask  uint32
	// runs are the places of the runs of three; last is by hash the number of
	// the last of them, and one more.
	runs []place
	last []int32
}

// place is where a character stands: its body and its byte there. before is
// the number of the place before it with the same hash, and one more.
type place struct{ body, at, before int32 }

// leastTold is how often a page must have a character between the same two
// neighbours for it to show a slip by itself; between the same four, once is
// enough.
const leastTold = 2

// largestPage is the size in bytes of the bodies above which a text is no
// page: what stands in one part of it shows nothing of another, and only the
// words of the list are looked for.
const largestPage = 1 << 18

// New reads the page: the bodies of its articles.
func New(bodies []string) *Finder {
	size := 0
	for _, b := range bodies {
		size += len(b)
	}
	if size > largestPage {
		return &Finder{}
	}
	n := 1 << 10
	for n < size {
		n <<= 1
	}
	f := &Finder{bodies: bodies, three: make([]uint8, n), five: make([]uint64, n/64), mask: uint32(n - 1), last: make([]int32, n)}
	looks := alike()
	for i, b := range bodies {
		windows(b, func(w window, at int) {
			if looks.of(w[2]) != nil {
				f.note(w, i, at)
			}
		})
	}
	return f
}

// note notes the character at a byte of a body, the middle of a window.
func (f *Finder) note(w window, body, at int) {
	h := hash3(w, w[2]) & f.mask
	if f.three[h] < leastTold {
		f.three[h]++
	}
	f.runs = append(f.runs, place{int32(body), int32(at), f.last[h]})
	f.last[h] = int32(len(f.runs))
	h = hash5(w, w[2]) & f.mask
	f.five[h>>6] |= 1 << (h & 63)
}

// window is a character with two neighbours on each side; 0 stands for none.
type window [5]rune

// windows calls f with each character of a text and its byte.
func windows(text string, f func(w window, at int)) {
	var w window
	var at [3]int
	push := func(r rune, i int) {
		copy(w[:], w[1:])
		copy(at[:], at[1:])
		w[4], at[2] = r, i
		if w[2] != 0 {
			f(w, at[0])
		}
	}
	for i, r := range text {
		push(r, i)
	}
	push(0, len(text))
	push(0, len(text))
}

func hash3(w window, c rune) uint32 {
	h := (uint32(w[1])*0x9E3779B1 ^ uint32(c)) * 0x85EBCA6B
	h = (h ^ h>>15 ^ uint32(w[3])) * 0xC2B2AE35
	return h ^ h>>13
}

func hash5(w window, c rune) uint32 {
	h := (hash3(w, c) ^ uint32(w[0])) * 0x9E3779B1
	h = (h ^ h>>15 ^ uint32(w[4])) * 0x85EBCA6B
	return h ^ h>>13
}

// onPage finds the characters of a text whose neighbours stand on the page
// elsewhere with another character that looks like it between, and nowhere
// else with this one.
func (f *Finder) onPage(text string) []Slip {
	if f.bodies == nil {
		return nil
	}
	var out []Slip
	looks := alike()
	windows(text, func(w window, at int) {
		for _, c := range looks.of(w[2]) {
			if f.may(w, c) && !inName(w) && !isWord(w) && f.told(w, c) {
				out = append(out, f.slip(w, c, at))
				return
			}
		}
	})
	return out
}

// may is the quick look: false is certain.
func (f *Finder) may(w window, c rune) bool {
	if f.three[hash3(w, c)&f.mask] >= leastTold {
		return true
	}
	h := hash5(w, c) & f.mask
	return f.five[h>>6]&(1<<(h&63)) != 0
}

// told reports that the page has c in the place of the character, and the
// character itself only here.
func (f *Finder) told(w window, c rune) bool {
	if !han(w[3]) || !han(w[1]) && !digit(w[1]) || f.count(w, 1, 2) != 1 {
		return false
	}
	v := w
	v[2] = c
	if f.count(v, 1, leastTold) >= leastTold {
		return true
	}
	return han(w[4]) && (han(w[0]) || digit(w[0])) && f.count(v, 2, 1) > 0
}

// count counts in the bodies the middle of a window with as many neighbours on
// each side as sides says, and stops at most. Runs that lie over each other
// are one.
func (f *Finder) count(w window, sides, most int) int {
	n, body, from := 0, int32(-1), 0
	left, right := string(w[2-sides:2]), string(w[2:3+sides])
	for k := f.last[hash3(w, w[2])&f.mask]; k > 0 && n < most; k = f.runs[k-1].before {
		p := &f.runs[k-1]
		b, at := f.bodies[p.body], int(p.at)
		if p.body == body && at+len(right) > from || !strings.HasSuffix(b[:at], left) || !strings.HasPrefix(b[at:], right) {
			continue
		}
		n, body, from = n+1, p.body, at-len(left)
	}
	return n
}

// slip makes the slip of the character at byte at: the word that it spoils,
// with the neighbour with which c makes a word, or the character alone.
func (f *Finder) slip(w window, c rune, at int) Slip {
	list := lexicon.Load()
	isWord := func(a, b rune) bool { return list.Class(lexicon.FoldString(string([]rune{a, b}))) != 0 }
	s := Slip{span.Span{Start: at, End: at + utf8.RuneLen(w[2])}, string(c), "slip/page"}
	switch {
	case han(w[1]) && isWord(w[1], c):
		s.Span.Start -= utf8.RuneLen(w[1])
		s.Reading = string([]rune{w[1], c})
	case !digit(w[1]) && isWord(c, w[3]):
		s.Span.End += utf8.RuneLen(w[3])
		s.Reading = string([]rune{c, w[3]})
	}
	return s
}

func han(r rune) bool { return r >= 0x4E00 && r < 0xA000 || r >= 0x3400 && r < 0x4DC0 }

func digit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' || r == ' ' }

// inName reports a character that may be of a person's name: a surname stands
// one or two characters before it.
func inName(w window) bool {
	names := lexicon.LoadNames()
	for _, r := range w[:2] {
		if names.Trait(lexicon.Fold(r))&lexicon.CommonName != 0 {
			return true
		}
	}
	return false
}

// isWord reports that the character as printed makes a word with a neighbour.
func isWord(w window) bool {
	list := lexicon.Load()
	return list.Class(lexicon.FoldString(string(w[1:3]))) != 0 || list.Class(lexicon.FoldString(string(w[2:4]))) != 0
}
