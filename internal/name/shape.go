package name

import "dateline/internal/lexicon"

// shape is how a name is built.
type shape uint8

const (
	odd      shape = iota // none of the others
	chinese               // surname and given name, of China, Korea or Viet Nam
	translit              // transliterated characters, with or without ·
	japanese              // Japanese surname, with or without a given name
	latin                 // Latin letters
)

// shapeOf says how the characters are built. More than one may fit: Chinese
// comes first.
func (p *page) shapeOf(r []rune) shape {
	switch {
	case p.isChinese(r):
		return chinese
	case p.isJapanese(r):
		return japanese
	case p.isTranslit(r):
		return translit
	case isLatin(r):
		return latin
	}
	return odd
}

// surnameLen is the length of the Chinese surname that r begins with, 0 where
// there is none.
func (p *page) surnameLen(r []rune) int {
	if len(r) > 2 && p.names.CompoundHead(r[0]) && p.names.Compound(string(r[:2])) {
		return 2
	}
	if len(r) > 1 && p.names.Trait(r[0])&(lexicon.Surname|lexicon.KoreanName|lexicon.VietName) != 0 {
		return 1
	}
	return 0
}

// isChinese: a surname and a given name of one or two characters; or a
// married name, two surnames and a given name (陈冯富珍).
func (p *page) isChinese(r []rune) bool {
	n := p.surnameLen(r)
	if n == 0 || !allHan(r) {
		return false
	}
	rest := len(r) - n
	if n == 1 && len(r) == 4 {
		return p.names.Trait(r[0])&p.names.Trait(r[1])&lexicon.CommonName != 0
	}
	return rest == 1 || rest == 2
}

func (p *page) isJapanese(r []rune) bool {
	if len(r) > 6 || !allHan(r) {
		return false
	}
	for n := min(3, len(r)); n >= 2 && p.names.JapaneseHead(r[0]); n-- {
		if p.names.Japanese(string(r[:n])) {
			return len(r)-n <= 3
		}
	}
	return len(r) >= 3 && len(r) <= 4 && p.names.Trait(r[0])&lexicon.JapaneseName != 0
}

// isTranslit: two characters or more of Xinhua's tables, with marks between
// parts.
func (p *page) isTranslit(r []rune) bool {
	n := 0
	for i, c := range r {
		if joins(c) && i > 0 && i+1 < len(r) {
			continue
		}
		if p.names.Trait(c)&lexicon.Translit == 0 && lexicon.ShapeOf(c) != lexicon.Latin {
			return false
		}
		n++
	}
	return n >= 2
}

// joins reports whether a mark stands between the parts of a name.
func joins(c rune) bool { return c == '·' || c == '-' || c == '—' }

func isLatin(r []rune) bool {
	for _, c := range r {
		if lexicon.ShapeOf(c) != lexicon.Latin && c != ' ' && c != '.' && c != '\'' && !joins(c) {
			return false
		}
	}
	return len(r) > 1
}

func allHan(r []rune) bool {
	for _, c := range r {
		if lexicon.ShapeOf(c) != lexicon.Han {
			return false
		}
	}
	return len(r) > 0
}

// lastPart is the part of a name after the last mark between parts.
func lastPart(s string) string {
	r := []rune(s)
	for i := len(r) - 1; i >= 0; i-- {
		if joins(r[i]) {
			return string(r[i+1:])
		}
	}
	return s
}

// dotted reports whether a name has parts.
func dotted(s string) bool {
	for _, c := range s {
		if joins(c) {
			return true
		}
	}
	return false
}
