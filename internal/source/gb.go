package source

import (
	"strings"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"
)

// gbEncoding is GB18030 by the tables of x/text. Its decoder lacks the
// private-use characters of two bytes and what GB18030-2022 put in their
// place, takes 0x3A to 0x3F for a second byte, and makes a digit of a
// truncated character of four bytes; this one does as the WHATWG Encoding
// Standard, 10.2.1, says.
type gbEncoding struct{}

func (gbEncoding) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: &gbDecoder{pairs: pairsGB(), long: simplifiedchinese.GB18030.NewDecoder()}}
}

func (gbEncoding) NewEncoder() *encoding.Encoder { return simplifiedchinese.GB18030.NewEncoder() }

// gbDecoder decodes GB18030.
type gbDecoder struct {
	transform.NopResetter
	pairs *pairTable
	long  *encoding.Decoder // characters of four bytes
	out   [utf8.UTFMax]byte // what long gives
}

// Transform implements transform.Transformer.
func (d *gbDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		c := src[nSrc]
		if c < utf8.RuneSelf && nDst < len(dst) {
			dst[nDst] = c
			nDst, nSrc = nDst+1, nSrc+1
			continue
		}
		if len(dst)-nDst < utf8.UTFMax {
			return nDst, nSrc, transform.ErrShortDst
		}
		n := sizeGB(src[nSrc:])
		if n == 0 && !atEOF {
			return nDst, nSrc, transform.ErrShortSrc
		}
		nDst += utf8.EncodeRune(dst[nDst:], d.char(src[nSrc:], n))
		if n == 0 {
			n = len(src) - nSrc // what there is of the last character is one error
		}
		nSrc += n
	}
	return nDst, nSrc, nil
}

// char is the character of n bytes at the start of src.
func (d *gbDecoder) char(src []byte, n int) rune {
	switch {
	case n == 2:
		return d.pairs[int(src[0]-firstLead)*trails+int(src[1]-firstTrail)]
	case n == 4:
		m, _, _ := d.long.Transform(d.out[:], src[:4], true)
		r, _ := utf8.DecodeRune(d.out[:m])
		return r
	case n == 1 && src[0] == 0x80:
		return '€' // as code page 936 has it
	}
	return utf8.RuneError
}

// The bytes of a pair.
const (
	firstLead, lastLead   = 0x81, 0xFE
	firstTrail, lastTrail = 0x40, 0xFE
	trails                = lastTrail - firstTrail + 1
)

// pairTable has the character of each pair, lead by lead.
type pairTable [(lastLead - firstLead + 1) * trails]rune

// pairsGB is the table of GB18030.
var pairsGB = sync.OnceValue(func() *pairTable {
	var t pairTable
	dec := simplifiedchinese.GB18030.NewDecoder()
	for i := range t {
		pair := [2]byte{byte(firstLead + i/trails), byte(firstTrail + i%trails)}
		var dst [2 * utf8.UTFMax]byte
		n, _, _ := dec.Transform(dst[:], pair[:], true)
		t[i], _ = utf8.DecodeRune(dst[:n])
		if t[i] == utf8.RuneError {
			t[i] = missingGB(uint16(pair[0])<<8 | uint16(pair[1]))
		}
	}
	return &t
})

// printedFFFD is U+FFFD in GB18030.
const printedFFFD = "\x84\x31\xa4\x37"

// sizeGB is the length in bytes of the GB18030 character at the start of raw,
// 1 where the bytes are none (the standard's decoder goes on at the next byte
// then, or after two where only the pair is not assigned); 0 where the bytes
// begin a character and end too early.
func sizeGB[T string | []byte](raw T) int {
	if b := raw[0]; b <= 0x80 || b == 0xFF {
		return 1
	}
	if len(raw) < 2 {
		return 0
	}
	switch b := raw[1]; {
	case b < 0x30 || b == 0x7F || b == 0xFF:
		return 1
	case b >= 0x40:
		return 2
	case b > 0x39:
		return 1
	case len(raw) < 3:
		return 0
	case raw[2] < 0x81 || raw[2] == 0xFF:
		return 1
	case len(raw) < 4:
		return 0
	case raw[3] < 0x30 || 0x39 < raw[3]:
		return 1
	}
	return 4
}

// printedGB counts the U+FFFD that the bytes hold.
func printedGB(raw string) int {
	if !strings.Contains(raw, printedFFFD) {
		return 0
	}
	count := 0
	for i := 0; i < len(raw); {
		if strings.HasPrefix(raw[i:], printedFFFD) {
			count++
		}
		i += max(1, sizeGB(raw[i:]))
	}
	return count
}

// missingGB gives the character of a pair that is not in the table of x/text.
func missingGB(pair uint16) rune {
	if r, ok := addedGB[pair]; ok {
		return r
	}
	high, low := rune(pair>>8), rune(pair&0xFF)
	switch {
	case 0xAA <= high && high <= 0xAF && low >= 0xA1:
		return 0xE000 + (high-0xAA)*94 + low - 0xA1
	case 0xF8 <= high && low >= 0xA1:
		return 0xE234 + (high-0xF8)*94 + low - 0xA1
	case 0xA1 <= high && high <= 0xA7 && low < 0x7F:
		return 0xE4C6 + (high-0xA1)*96 + low - 0x40
	case 0xA1 <= high && high <= 0xA7 && low <= 0xA0:
		return 0xE4C6 + (high-0xA1)*96 + low - 0x41
	}
	for _, g := range gapsGB {
		if g.from <= pair && pair <= g.to {
			return g.first + rune(pair-g.from)
		}
	}
	return utf8.RuneError
}

// addedGB has the pairs that were private use in GB18030-2000 and are
// characters of Unicode in GB18030-2022 (and in the index of the WHATWG
// Encoding Standard).
var addedGB = map[uint16]rune{
	0xA6D9: '\uFE10', 0xA6DA: '\uFE12', 0xA6DB: '\uFE11', 0xA6DC: '\uFE13', 0xA6DD: '\uFE14', 0xA6DE: '\uFE15',
	0xA6DF: '\uFE16', 0xA6EC: '\uFE17', 0xA6ED: '\uFE18', 0xA6F3: '\uFE19', 0xA8BC: '\u1E3F', 0xFE51: '\U00020087',
	0xFE52: '\U00020089', 0xFE53: '\U000200CC', 0xFE59: '\u9FB4', 0xFE61: '\u9FB5', 0xFE66: '\u9FB6', 0xFE67: '\u9FB7',
	0xFE6C: '\U000215D7', 0xFE6D: '\u9FB8', 0xFE76: '\U0002298F', 0xFE7E: '\u9FB9', 0xFE90: '\u9FBA',
	0xFE91: '\U000241FE', 0xFEA0: '\u9FBB',
}

// gapsGB has the places without a character in the rows of GB2312 and GBK,
// which GB18030 gives to private use in the order of the code.
var gapsGB = []struct {
	from, to uint16
	first    rune
}{
	{0xA2AB, 0xA2B0, 0xE766}, {0xA2E4, 0xA2E4, 0xE76D}, {0xA2EF, 0xA2F0, 0xE76E}, {0xA2FD, 0xA2FE, 0xE770},
	{0xA4F4, 0xA4FE, 0xE772}, {0xA5F7, 0xA5FE, 0xE77D}, {0xA6B9, 0xA6C0, 0xE785}, {0xA6F6, 0xA6FE, 0xE797},
	{0xA7C2, 0xA7D0, 0xE7A0}, {0xA7F2, 0xA7FE, 0xE7AF}, {0xA896, 0xA8A0, 0xE7BC}, {0xA8C1, 0xA8C4, 0xE7C9},
	{0xA8EA, 0xA8FE, 0xE7CD}, {0xA958, 0xA958, 0xE7E2}, {0xA95B, 0xA95B, 0xE7E3}, {0xA95D, 0xA95F, 0xE7E4},
	{0xA997, 0xA9A3, 0xE7F4}, {0xA9F0, 0xA9FE, 0xE801}, {0xD7FA, 0xD7FE, 0xE810},
}
