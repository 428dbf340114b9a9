package cli

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"

	"dateline"
	"dateline/internal/fault"
	"dateline/record"
)

// records reads the records of a file one after another: one, or a line for
// each, or indented ones in a row. There is at least one.
func records(r io.Reader, name string) iter.Seq2[*record.Record, error] {
	return func(yield func(*record.Record, error) bool) {
		d := json.NewDecoder(r)
		for n := 0; ; n++ {
			var raw json.RawMessage
			err := d.Decode(&raw)
			if errors.Is(err, io.EOF) && n > 0 {
				return
			}
			var rec *record.Record
			if err == nil {
				rec, err = record.Decode(bytes.NewReader(raw))
			}
			if err != nil {
				err = noRecord(name, n, err)
			}
			if !yield(rec, err) || err != nil {
				return
			}
		}
	}
}

// noRecord says that number n of a file is no record. A failure to read is
// left what it is.
func noRecord(name string, n int, err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF):
		return &fault.Error{Meaning: fault.Invalid, Say: name + " holds no record"}
	case errors.Is(err, context.Canceled):
		return err
	case errors.As(err, &syntax), errors.Is(err, io.ErrUnexpectedEOF):
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s is not JSON: %v", name, err),
			Hint: "give what dateline read --json, --jsonl or --stream printed"}
	}
	return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s: record %d: %v", name, n+1, err)}
}

// verifier holds records against a source.
type verifier struct {
	src      *source
	name     string
	maxBytes int64
	say      func(record.Problem)

	spans, facts, problems int
	// records counts those held; next is where the next part begins, in bytes
	// and characters, and parts says that the records are of parts.
	records    int
	parts      bool
	next, char int64
}

// hold holds one record against the source, or against its part of it.
func (v *verifier) hold(ctx context.Context, r *record.Record) error {
	at, data := v.section(r)
	digest := sha256.New()
	if _, err := io.Copy(digest, data); err != nil {
		return fmt.Errorf("%s: %w", v.name, err)
	}
	v.digest(at, r, data.Size(), hex.EncodeToString(digest.Sum(nil)))
	if _, err := data.Seek(0, io.SeekStart); err != nil {
		return fmt.Errorf("%s: %w", v.name, err)
	}
	if err := v.text(ctx, at, r, data); err != nil {
		return err
	}
	for range r.Spans() {
		v.spans++
	}
	v.facts += facts(r)
	v.records++
	return nil
}

// section is the stretch of the source that the record is of, with the word
// that its problems are named by.
func (v *verifier) section(r *record.Record) (string, *io.SectionReader) {
	p := r.Source.Part
	if p == nil {
		if v.records == 0 {
			return "", io.NewSectionReader(v.src, 0, v.src.size)
		}
		return fmt.Sprintf("record %d: ", v.records+1), io.NewSectionReader(v.src, 0, v.src.size)
	}
	at := fmt.Sprintf("part %d: ", p.Index)
	v.parts = true
	v.order(at, r)
	from := min(max(0, p.Byte), v.src.size)
	return at, io.NewSectionReader(v.src, from, min(max(0, r.Source.Bytes), v.src.size-from))
}

// order checks that a part begins where the one before it ended.
func (v *verifier) order(at string, r *record.Record) {
	p := r.Source.Part
	if p.Index != v.records {
		v.problem(at, "source.part.index", "is %d, want %d", p.Index, v.records)
	}
	if p.Byte != v.next {
		v.problem(at, "source.part.byte", "is %d, the part before ends at %d", p.Byte, v.next)
	}
	if p.Char != v.char {
		v.problem(at, "source.part.char", "is %d, the part before ends at %d", p.Char, v.char)
	}
	v.next, v.char = p.Byte+r.Source.Bytes, p.Char+int64(r.Source.Chars)
}

// digest compares length and digest of the bytes.
func (v *verifier) digest(at string, r *record.Record, size int64, digest string) {
	if r.Source.Bytes != size {
		v.problem(at, "source.bytes", "is %d, the source has %d", r.Source.Bytes, size)
	}
	if r.Source.SHA256 != digest {
		v.problem(at, "source.sha256", "is %q, the source has %q", r.Source.SHA256, digest)
	}
}

// text decodes the source as the record says that it was, and holds every
// span against it.
func (v *verifier) text(ctx context.Context, at string, r *record.Record, data io.Reader) error {
	options := []dateline.Option{dateline.WithMaxBytes(v.maxBytes)}
	if r.Source.Encoding != "" {
		options = append(options, dateline.WithEncoding(r.Source.Encoding))
	}
	reader, err := dateline.New(options...)
	if err != nil {
		v.problem(at, "source.encoding", "%v", err)
		return nil
	}
	now, text, err := reader.ReadText(ctx, dateline.Source{Name: v.name, Data: data})
	if errors.Is(err, fault.Usage) {
		v.problem(at, "source.encoding", "%v", err)
		return nil
	}
	if err != nil {
		return err
	}
	if p := r.Source.Part; p != nil && p.Index > 0 && now.Source.BOM {
		// Inside a stream a mark is a character of the text.
		text, now.Source.BOM = "\ufeff"+text, false
	}
	v.decoding(at, r.Source, now.Source)
	for _, p := range record.Verify(r, text) {
		v.problem(at, p.Path, "%s", p.Say)
	}
	return nil
}

// decoding compares what was found in decoding, was in the record and is in
// the source now.
func (v *verifier) decoding(at string, was, is record.Source) {
	if was.Newline != is.Newline {
		v.problem(at, "source.newline", "is %q, the source has %q", was.Newline, is.Newline)
	}
	if was.BOM != is.BOM {
		v.problem(at, "source.bom", "is %t, the source says %t", was.BOM, is.BOM)
	}
	if was.Undecodable != is.Undecodable {
		v.problem(at, "source.undecodable", "is %d, the source has %d", was.Undecodable, is.Undecodable)
	}
}

// finish checks that the parts reach to the end of the source.
func (v *verifier) finish() {
	if v.parts && v.next != v.src.size {
		v.problem("", "source.part", "the parts end at byte %d, the source at %d", v.next, v.src.size)
	}
}

func (v *verifier) problem(at, path, format string, args ...any) {
	v.problems++
	v.say(record.Problem{Path: at + path, Say: fmt.Sprintf(format, args...)})
}

// facts counts what a record lists: articles, furniture and the facts in them.
func facts(r *record.Record) int {
	n := len(r.Articles) + len(r.Furniture) + len(r.People) + len(r.Places) + len(r.Organizations)
	for range r.Facts() {
		n++
	}
	return n
}
