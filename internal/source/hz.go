package source

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/transform"
)

// hzEncoding is HZ-GB-2312 (RFC 1843): lines of seven-bit bytes with GB2312
// between ~{ and ~}. Unlike the decoder of x/text, this one goes back to ASCII
// at each line end, as the RFC lets a line begin, and so a lost ~} spoils one
// line and no line end is taken for half a character.
type hzEncoding struct{}

func (hzEncoding) NewDecoder() *encoding.Decoder {
	return &encoding.Decoder{Transformer: &hzDecoder{pairs: simplifiedchinese.GBK.NewDecoder()}}
}

func (hzEncoding) NewEncoder() *encoding.Encoder { return simplifiedchinese.HZGB2312.NewEncoder() }

// hzDecoder decodes HZ.
type hzDecoder struct {
	gb    bool              // between ~{ and ~}
	pairs *encoding.Decoder // GB2312 with the high bits set
	in    [2]byte           // what pairs takes
	out   [utf8.UTFMax]byte // and what it gives
}

// Reset implements transform.Transformer.
func (d *hzDecoder) Reset() { d.gb = false }

// Transform implements transform.Transformer.
func (d *hzDecoder) Transform(dst, src []byte, atEOF bool) (nDst, nSrc int, err error) {
	for nSrc < len(src) {
		if len(dst)-nDst < utf8.UTFMax {
			return nDst, nSrc, transform.ErrShortDst
		}
		r, size, gb := d.next(src[nSrc:], atEOF)
		if size == 0 {
			return nDst, nSrc, transform.ErrShortSrc
		}
		d.gb = gb
		nSrc += size
		if r >= 0 {
			nDst += utf8.EncodeRune(dst[nDst:], r)
		}
	}
	return nDst, nSrc, nil
}

// next gives the character at the start of src, -1 where there is an escape
// that stands for none, the bytes it takes, 0 where they end too early, and
// the state after it.
func (d *hzDecoder) next(src []byte, atEOF bool) (r rune, size int, gb bool) {
	c := src[0]
	switch {
	case c == '\n' || c == '\r':
		return rune(c), 1, false
	case c >= utf8.RuneSelf:
		return utf8.RuneError, 1, d.gb
	case c != '~' && (!d.gb || c <= ' ' || c == 0x7F):
		return rune(c), 1, d.gb
	case len(src) < 2 && atEOF:
		return utf8.RuneError, 1, d.gb
	case len(src) < 2:
		return 0, 0, d.gb
	case c == '~':
		return d.escape(src[1])
	}
	return d.pair(c, src[1])
}

// escape gives what a tilde and the byte behind it stand for.
func (d *hzDecoder) escape(c byte) (r rune, size int, gb bool) {
	switch c {
	case '{':
		return -1, 2, true
	case '}':
		return -1, 2, false
	case '~':
		return '~', 2, d.gb
	case '\n': // a line that goes on
		return -1, 2, false
	}
	return utf8.RuneError, 1, d.gb
}

// pair gives the GB2312 character of two seven-bit bytes. A second byte that
// cannot be one is left to be read again.
func (d *hzDecoder) pair(a, b byte) (r rune, size int, gb bool) {
	if b <= ' ' || b >= 0x7F {
		return utf8.RuneError, 1, d.gb
	}
	d.in = [2]byte{a | 0x80, b | 0x80}
	n, _, _ := d.pairs.Transform(d.out[:], d.in[:], true)
	r, _ = utf8.DecodeRune(d.out[:n])
	return r, 2, d.gb
}
