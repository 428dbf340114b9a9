package source

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/internal/fault"
	"dateline/record"
)

// PartBytes is how many bytes [Dump.Next] reads before it asks where the last
// article begins: enough that the article kept for the next part is a small
// share of it, few enough that many parts fit in memory.
const PartBytes = 1 << 20

// Dump is a stream of many articles that is read part by part. It holds no
// more than a part, the article behind it and what is read next.
type Dump struct {
	name      string
	r         io.Reader
	limit     int64
	partBytes int // PartBytes but in tests

	given   *charset
	finding finding
	found   bool // finding is set, and holds to the end unless it is open

	kept []byte // read and not yet given
	end  bool   // nothing is left to read
	err  error  // given again by every call
	part record.Part
}

// NewDump begins to read a stream and finds its encoding from its head. Where
// the head is all ASCII the encoding is found with the first part that is not.
func NewDump(name string, r io.Reader, o Options) (*Dump, error) {
	given, err := lookup(o.Encoding)
	if err != nil {
		return nil, err
	}
	head := make([]byte, survey)
	n, err := io.ReadFull(r, head)
	end := errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
	if err != nil && !end {
		return nil, fmt.Errorf("read %s: %w", label(name), err)
	}
	raw := string(head[:n])
	if err := refuseMagic(name, raw); err != nil {
		return nil, err
	}
	if err := refuseEmpty(name, raw); err != nil && end {
		return nil, err
	}
	d := &Dump{name: name, r: io.MultiReader(strings.NewReader(raw), r), limit: o.limit(), partBytes: PartBytes, given: given}
	return d, d.find(raw)
}

// find sets the encoding from the bytes at the current place, unless it is
// known already.
func (d *Dump) find(raw string) error {
	if d.found && !d.finding.open {
		return nil
	}
	f, ok := find(raw, d.given)
	if !ok {
		return noEncoding(d.name, d.part.Byte+int64(firstHigh(raw)))
	}
	if d.found {
		f.bom = 0 // a mark in mid-stream is a character
	}
	f.intact = false // raw is not all there is
	d.finding, d.found = f, true
	return nil
}

// Next gives the next part of the stream, io.EOF after the last one. It reads
// PartBytes, decodes what there is up to its last line end, and asks cut for
// the byte offset in that text at which the last article surely begins, which
// is the beginning of a line; an offset within a line counts for the line's
// beginning. What stands before it is the part; the rest is kept for the next
// call. Where cut says 0 as much again is read and cut is asked again; at the
// end of the stream it is not asked.
//
// A part that is not text is refused with the meaning NotText, and the next
// call goes on behind it. A part larger than the limit is refused with
// TooLarge, and it and any other error end the stream, save that of the
// context: a later call goes on where it was cancelled.
func (d *Dump) Next(ctx context.Context, cut func(text string) int) (*Text, error) {
	if d.err != nil {
		return nil, d.err
	}
	for want := d.partBytes; ; want = max(d.partBytes, len(d.kept)) {
		if err := d.read(ctx, want); err != nil {
			return nil, err
		}
		t, err := d.take(cut)
		if t != nil || err != nil {
			return t, err
		}
	}
}

// read reads want bytes more, fewer at the end of the stream and where the
// limit is passed.
func (d *Dump) read(ctx context.Context, want int) error {
	goal := int(min(int64(len(d.kept)+want), d.limit+1))
	for !d.end && len(d.kept) < goal {
		if err := ctx.Err(); err != nil {
			return err
		}
		if cap(d.kept) < goal {
			d.kept = append(make([]byte, 0, goal), d.kept...)
		}
		at := len(d.kept)
		n, err := d.r.Read(d.kept[at:min(at+chunk, goal)])
		d.kept = d.kept[:at+n]
		if err == io.EOF {
			d.end = true
		} else if err != nil {
			return d.stop(fmt.Errorf("read %s: %w", label(d.name), err))
		}
	}
	return nil
}

// stop makes err the answer to all later calls.
func (d *Dump) stop(err error) error {
	d.err, d.kept = err, nil
	return err
}

// take gives the part before the cut, nil where more has to be read.
func (d *Dump) take(cut func(text string) int) (*Text, error) {
	if d.end && len(d.kept) == 0 {
		return nil, d.stop(io.EOF)
	}
	raw := string(d.kept)
	if err := d.find(raw); err != nil {
		return nil, d.stop(err)
	}
	if int64(len(raw)) <= d.limit && d.end {
		return d.give(raw, d.finding.decode(raw[d.finding.bom:]))
	}
	raw = raw[:d.lines()]
	if len(raw) > d.finding.bom {
		text := d.finding.decode(raw[d.finding.bom:])
		if n := lineStart(text, cut(text)); n > 0 {
			return d.give(raw[:d.rawCut(raw, text, n)], text[:n])
		}
	}
	if int64(len(d.kept)) > d.limit {
		return nil, d.stop(d.tooLarge())
	}
	return nil, nil
}

// lines is the length of the kept bytes up to their last line end. A carriage
// return at the very end waits for the line feed that may follow.
func (d *Dump) lines() int {
	if d.finding.unit == 2 {
		return d.lines16()
	}
	lf := bytes.LastIndexByte(d.kept, '\n')
	cr := bytes.LastIndexByte(d.kept[:max(0, len(d.kept)-1)], '\r')
	return max(lf, cr) + 1
}

// lines16 is lines for code units of two bytes.
func (d *Dump) lines16() int {
	n := len(d.kept) &^ 1
	for i := n - 2; i >= 0; i -= 2 {
		if b := d.finding.breakAt(d.kept[i], d.kept[i+1]); b == '\n' || b == '\r' && i+2 < n {
			return i + 2
		}
	}
	return 0
}

// breakAt gives the line feed or carriage return that two bytes are, 0 for
// anything else.
func (f finding) breakAt(a, b byte) byte {
	if f.name == utf16LE.name {
		a, b = b, a
	}
	if a == 0 && (b == '\n' || b == '\r') {
		return b
	}
	return 0
}

// lineStart takes an offset in a text back to the beginning of its line.
func lineStart(text string, at int) int {
	at = min(max(0, at), len(text))
	return strings.LastIndexAny(text[:at], "\r\n") + 1
}

// rawCut gives the offset in raw of byte n of text, its decoding, where a line
// begins. Behind it there is one article, so the line ends are counted from
// behind.
func (d *Dump) rawCut(raw, text string, n int) int {
	f := d.finding
	body := raw[f.bom:]
	if len(body) == len(text) && body == text {
		return f.bom + n
	}
	if f.unit == 0 {
		return f.bom + f.rawAt(body, n)
	}
	left := strings.Count(text[n:], "\n") + strings.Count(text[n:], "\r")
	i := len(body)
	for ; i >= f.unit; i -= f.unit {
		b := body[i-1]
		if f.unit == 2 {
			b = f.breakAt(body[i-2], b)
		}
		if b != '\n' && b != '\r' {
			continue
		}
		if left == 0 {
			break
		}
		left--
	}
	return f.bom + i
}

// give makes the part of raw and text and leaves its bytes behind, also where
// it is refused.
func (d *Dump) give(raw, text string) (*Text, error) {
	if int64(len(raw)) > d.limit {
		return nil, d.stop(d.tooLarge())
	}
	info, err := describe(d.name, raw, text, d.finding, d.part.Byte)
	info.SHA256 = digest(d.kept[:len(raw)])
	part := d.part
	info.Part = &part
	d.kept = append(d.kept[:0], d.kept[len(raw):]...)
	d.part.Byte += int64(len(raw))
	d.part.Char += int64(info.Chars)
	d.part.Index++
	d.finding.bom = 0
	if err != nil {
		return nil, err
	}
	return &Text{Text: text, Info: info}, nil
}

// tooLarge is the refusal of a part over the limit.
func (d *Dump) tooLarge() error {
	return &fault.Error{
		Meaning: fault.TooLarge,
		Say: fmt.Sprintf("%s: from byte %d on no article begins within the limit of %d bytes",
			label(d.name), d.part.Byte, d.limit),
		Hint: "raise the limit with --max-bytes",
	}
}
