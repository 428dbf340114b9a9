package sqlite

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"reflect"
	"unicode/utf8"

	"github.com/klauspost/compress/zstd"

	"dateline/internal/fault"
	"dateline/record"
)

// dictionary is what texts and records look like before there is any: text
// and records of this project's own example pages. Archives are written with
// it, so it never changes; another would be a second one with another number.
//
//go:embed dictionary.bin
var dictionary []byte

const dictionaryID = 1

// codec packs texts and records. It may be used by several goroutines.
type codec struct {
	enc *zstd.Encoder
	dec *zstd.Decoder
}

// mostUnpacked bounds what a damaged file can make the decoder take.
const mostUnpacked = 4 << 30

func newCodec(workers int) (*codec, error) {
	enc, err := zstd.NewWriter(nil, zstd.WithEncoderDictRaw(dictionaryID, dictionary), zstd.WithEncoderLevel(zstd.SpeedBetterCompression),
		zstd.WithEncoderConcurrency(workers), zstd.WithEncoderCRC(true), zstd.WithLowerEncoderMem(true))
	if err != nil {
		return nil, fmt.Errorf("packing: %w", err)
	}
	dec, err := zstd.NewReader(nil, zstd.WithDecoderDictRaw(dictionaryID, dictionary), zstd.WithDecoderConcurrency(workers), zstd.WithDecoderMaxMemory(mostUnpacked))
	if err != nil {
		return nil, fmt.Errorf("unpacking: %w", err)
	}
	return &codec{enc, dec}, nil
}

func (c *codec) pack(b []byte) []byte { return c.enc.EncodeAll(b, nil) }

func (c *codec) unpack(b []byte) ([]byte, error) {
	out, err := c.dec.DecodeAll(b, nil)
	if err != nil {
		return nil, &fault.Error{Meaning: fault.Damaged, Say: "a packed value cannot be read: " + err.Error()}
	}
	return out, nil
}

// partRunes is the length in code points of the parts of a text.
const partRunes = 1 << 14

// packText cuts a text in parts and packs each.
func (c *codec) packText(text string) [][]byte {
	var out [][]byte
	n, from := 0, 0
	for i := range text {
		if n == partRunes {
			out = append(out, c.pack([]byte(text[from:i])))
			n, from = 0, i
		}
		n++
	}
	return append(out, c.pack([]byte(text[from:])))
}

// packRecord packs a record without the texts of its spans. It refuses a
// record that does not read from the text, as it could not be given back.
func (c *codec) packRecord(r *record.Record, runes []rune) ([]byte, error) {
	var bare record.Record
	if err := withoutTexts(reflect.ValueOf(&bare).Elem(), reflect.ValueOf(r).Elem(), runes); err != nil {
		return nil, err
	}
	b, err := json.Marshal(&bare)
	if err != nil {
		return nil, fmt.Errorf("write record: %w", err)
	}
	return c.pack(b), nil
}

// unpackRecord is the way back.
func (c *codec) unpackRecord(b []byte, runes []rune) (*record.Record, error) {
	b, err := c.unpack(b)
	if err != nil {
		return nil, err
	}
	var r record.Record
	if err := json.Unmarshal(b, &r); err != nil {
		return nil, &fault.Error{Meaning: fault.Damaged, Say: "a record cannot be read: " + err.Error()}
	}
	if err := withTexts(reflect.ValueOf(&r).Elem(), runes); err != nil {
		return nil, err
	}
	return &r, nil
}

var spanType = reflect.TypeFor[record.Span]()

// withoutTexts copies src to dst but for the texts of spans; no list of the
// copy is nil.
func withoutTexts(dst, src reflect.Value, runes []rune) error {
	switch src.Kind() {
	case reflect.Pointer:
		if src.IsNil() {
			return nil
		}
		dst.Set(reflect.New(src.Type().Elem()))
		return withoutTexts(dst.Elem(), src.Elem(), runes)
	case reflect.Slice:
		dst.Set(reflect.MakeSlice(src.Type(), src.Len(), src.Len()))
		if !composite(src.Type().Elem()) {
			reflect.Copy(dst, src)
			return nil
		}
		for i := range src.Len() {
			if err := withoutTexts(dst.Index(i), src.Index(i), runes); err != nil {
				return err
			}
		}
		return nil
	case reflect.Struct:
		if src.Type() == spanType {
			return spanWithout(dst, src, runes)
		}
		for i := range src.NumField() {
			if err := withoutTexts(dst.Field(i), src.Field(i), runes); err != nil {
				return err
			}
		}
		return nil
	}
	dst.Set(src)
	return nil
}

// composite reports a type that spans can be in.
func composite(t reflect.Type) bool {
	return t.Kind() == reflect.Struct || t.Kind() == reflect.Pointer || t.Kind() == reflect.Slice
}

func spanWithout(dst, src reflect.Value, runes []rune) error {
	s := src.Interface().(record.Span)
	text, ok := record.Slice(runes, s.Pieces)
	if !ok || text != s.Text {
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("the record has %q at %v, the text has %q there", s.Text, s.Pieces, text)}
	}
	pieces := s.Pieces
	if pieces == nil {
		pieces = []record.Piece{}
	}
	dst.Set(reflect.ValueOf(record.Span{Pieces: pieces}))
	return nil
}

// withTexts puts the texts of spans back.
func withTexts(v reflect.Value, runes []rune) error {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			return withTexts(v.Elem(), runes)
		}
	case reflect.Slice:
		if v.IsNil() {
			v.Set(reflect.MakeSlice(v.Type(), 0, 0))
		}
		if !composite(v.Type().Elem()) {
			return nil
		}
		for i := range v.Len() {
			if err := withTexts(v.Index(i), runes); err != nil {
				return err
			}
		}
	case reflect.Struct:
		if v.Type() == spanType {
			return spanWith(v.Addr().Interface().(*record.Span), runes)
		}
		for i := range v.NumField() {
			if err := withTexts(v.Field(i), runes); err != nil {
				return err
			}
		}
	}
	return nil
}

func spanWith(s *record.Span, runes []rune) error {
	text, ok := record.Slice(runes, s.Pieces)
	if !ok {
		return &fault.Error{Meaning: fault.Damaged, Say: fmt.Sprintf("a span of the record at %v lies outside the text", s.Pieces)}
	}
	if s.Pieces == nil {
		s.Pieces = []record.Piece{}
	}
	s.Text = text
	return nil
}

// validText refuses what could not be given back character by character.
func validText(what, s string) error {
	if !utf8.ValidString(s) {
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%s is not UTF-8: %q", what, s)}
	}
	return nil
}
