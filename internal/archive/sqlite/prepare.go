package sqlite

import (
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"unicode/utf8"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// prepared is an item with all that can be made of it without looking into
// the archive.
type prepared struct {
	item      archive.Item
	given     string
	chars     int
	text      [][]byte
	record    []byte
	articles  []preparedArticle
	sightings []archive.Sighting
	// facts is the record that articles, sightings and facts are made from.
	facts *record.Record
}

type preparedArticle struct {
	name, kind, day             string
	head                        []byte
	terms                       []archive.Term
	body, headline, said, units string
}

// prepareAll prepares items, several at a time. The first error in the order
// of the items counts.
func (s *Store) prepareAll(ctx context.Context, items []archive.Item) ([]*prepared, error) {
	out, errs := make([]*prepared, len(items)), make([]error, len(items))
	var wait sync.WaitGroup
	workers := min(runtime.GOMAXPROCS(0), len(items))
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(items) && ctx.Err() == nil; i += workers {
				out[i], errs[i] = s.prepare(items[i])
			}
		})
	}
	wait.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, fmt.Errorf("%s: %w", items[i].Origin, err)
		}
	}
	return out, ctx.Err()
}

func (s *Store) prepare(item archive.Item) (*prepared, error) {
	if err := checkItem(item); err != nil {
		return nil, err
	}
	given, err := json.Marshal(item.Given)
	if err != nil {
		return nil, err
	}
	runes := []rune(item.Text)
	p := &prepared{item: item, given: string(given), chars: len(runes), text: s.codec.packText(item.Text)}
	if p.record, err = s.codec.packRecord(item.Record, runes); err != nil {
		return nil, err
	}
	return p, p.index(item.Record, runes)
}

// index makes what a record is found by.
func (p *prepared) index(r *record.Record, runes []rune) error {
	entries := archive.Entries(r, p.item.Given)
	p.facts, p.sightings, p.articles = r, archive.Sightings(r, entries), make([]preparedArticle, len(entries))
	for i := range entries {
		a, err := prepareArticle(&entries[i], runes)
		if err != nil {
			return err
		}
		p.articles[i] = a
	}
	return nil
}

func checkItem(item archive.Item) error {
	invalid := func(format string, a ...any) error {
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf(format, a...)}
	}
	switch {
	case item.Origin == "":
		return invalid("a source without an origin")
	case item.Record == nil:
		return invalid("a source without a record")
	case item.Record.Source.Chars != utf8.RuneCountInString(item.Text):
		return invalid("the record is of a text of %d characters, the text has %d", item.Record.Source.Chars, utf8.RuneCountInString(item.Text))
	case item.Given.Day != "" && !archive.ValidDay(item.Given.Day):
		return invalid("the given day %q is not a date", item.Given.Day)
	}
	for _, s := range []string{item.Origin, item.Given.Headline, item.Given.URL, item.Given.Title, item.Given.Publication} {
		if err := validText("a name", s); err != nil {
			return err
		}
	}
	for k, v := range item.Given.More {
		if err := validText("a given value", k+v); err != nil {
			return err
		}
	}
	ids := map[string]bool{}
	for _, a := range item.Record.Articles {
		if a.ID == "" || ids[a.ID] {
			return invalid("the article id %q is missing or not unique", a.ID)
		}
		ids[a.ID] = true
	}
	return validText("the text", item.Text)
}

// head is what an article's row has to show a hit without the record: where
// its parts stand.
type head struct {
	Headlines  []headline       `json:"h,omitempty"`
	Paragraphs [][]record.Piece `json:"p,omitempty"`
	Said       [][]record.Piece `json:"s,omitempty"`
	Dateline   *record.Dateline `json:"d,omitempty"`
}

type headline struct {
	Role   string         `json:"r"`
	Before *int           `json:"b,omitempty"`
	Pieces []record.Piece `json:"p"`
}

func prepareArticle(e *archive.Entry, runes []rune) (preparedArticle, error) {
	var h head
	var body, heads, said [][]archive.Unit
	for _, x := range e.Article.Headlines {
		h.Headlines = append(h.Headlines, headline{x.Role, x.Before, x.Pieces})
		heads = append(heads, archive.Units(runes, x.Pieces))
	}
	for _, x := range e.Article.Paragraphs {
		h.Paragraphs = append(h.Paragraphs, x.Pieces)
		body = append(body, archive.Units(runes, x.Pieces))
	}
	for _, x := range e.Said {
		h.Said = append(h.Said, x.Pieces)
		said = append(said, archive.Units(runes, x.Pieces))
	}
	h.Dateline = e.Article.Dateline
	out := preparedArticle{name: e.Article.ID, kind: e.Article.Kind, day: e.Day, terms: e.Terms}
	var b strings.Builder
	out.body, out.headline, out.said = pairs(&b, archive.JoinUnits(body...)), pairs(&b, archive.JoinUnits(heads...)), pairs(&b, archive.JoinUnits(said...))
	b.Reset()
	seen := map[string]bool{}
	for _, u := range append(heads, body...) {
		singles(&b, seen, u)
	}
	out.units = b.String()
	var err error
	out.head, err = json.Marshal(h)
	return out, err
}

// packIDs writes ids as varints.
func packIDs(ids []int64) []byte {
	out := make([]byte, 0, 3*len(ids))
	for _, id := range ids {
		out = binary.AppendUvarint(out, uint64(id))
	}
	return out
}

// eachID reads them; what cannot be read ends it.
func eachID(b []byte, f func(int64)) {
	for len(b) > 0 {
		v, n := binary.Uvarint(b)
		if n <= 0 {
			return
		}
		f(int64(v))
		b = b[n:]
	}
}
