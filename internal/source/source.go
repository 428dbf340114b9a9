// Package source turns the bytes of a plain text into characters: bytes in,
// valid UTF-8 out, with what was found on the way (encoding, line ends,
// digest, lengths).
//
// The text is the decoded bytes and nothing else: no normalisation, line ends
// as they are, U+0000, zero-width and private-use characters kept; only a
// byte-order mark is left out. Bytes that stand for no character become
// U+FFFD, one for each maximal ill-formed part as the WHATWG Encoding Standard
// has it, and are counted. Byte offsets are of the source's bytes,
// lengths in Chars are code points of the text.
//
// [Open] reads one source whole, [Dump] a stream of many articles part by
// part. The encodings that are found without being told are UTF-8, UTF-16
// with and without a mark, GB18030 (with GBK and GB2312, which are parts of
// it), Big5 and HZ-GB-2312; [Options] can name any other of the WHATWG labels.
//
// The package does no I/O but to read the reader that it is given, and has no
// state but tables.
package source

import (
	"context"
	"io"
	"math"

	"dateline/record"
)

// DefaultMaxBytes is the limit for one source where the caller sets none: a
// year of a daily paper in plain text is a third of it.
const DefaultMaxBytes = 64 << 20

// Options say how to read a source. The zero value is ready.
type Options struct {
	// MaxBytes is the most bytes that one source, or one part of a [Dump],
	// may have; 0 is [DefaultMaxBytes].
	MaxBytes int64
	// Encoding is a WHATWG label (utf-8, gbk, big5, hz-gb-2312), "" to
	// find the encoding. A byte-order mark goes before it, as in the
	// standard's "decode".
	Encoding string
}

// limit is the most bytes that a source may have.
func (o Options) limit() int64 {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return min(o.MaxBytes, math.MaxInt64-1) // one more is read
}

// Text is a decoded source.
type Text struct {
	// Text is valid UTF-8 without the byte-order mark, otherwise unchanged.
	Text string
	// Info describes the source.
	Info record.Source
}

// Open reads r to its end and decodes it. An error with a meaning of package
// fault says why the bytes are not read: Empty, TooLarge, NotText, or Usage
// for an unknown encoding label. At most MaxBytes+1 bytes are read.
func Open(ctx context.Context, name string, r io.Reader, o Options) (*Text, error) {
	given, err := lookup(o.Encoding)
	if err != nil {
		return nil, err
	}
	raw, digest, err := readAll(ctx, name, r, o.limit()+1)
	if err != nil {
		return nil, err
	}
	if err := refuseRaw(name, raw, o.limit()); err != nil {
		return nil, err
	}
	f, ok := find(raw, given)
	if !ok {
		return nil, noEncoding(name, int64(firstHigh(raw)))
	}
	text := f.decode(raw[f.bom:])
	info, err := describe(name, raw, text, f, 0)
	if err != nil {
		return nil, err
	}
	info.SHA256 = digest
	return &Text{Text: text, Info: info}, nil
}

// describe measures a source or a part of one, which begins at byte offset of
// its stream, and with its description refuses what is not text. The digest is
// left to the caller.
func describe(name, raw, text string, f finding, offset int64) (record.Source, error) {
	m := measure(text)
	body := raw[f.bom:]
	m.undecodable = f.made(body, text)
	info := record.Source{
		Name:          name,
		Bytes:         int64(len(raw)),
		MediaType:     "text/plain",
		Encoding:      f.name,
		EncodingBasis: f.basis,
		Newline:       newline(text),
		BOM:           f.bom > 0,
		Chars:         m.chars,
		Undecodable:   m.undecodable,
	}
	return info, refuseText(name, body, text, f, m, offset+int64(f.bom))
}
