package sqlite

import (
	"context"
	"fmt"

	"dateline/internal/archive"
	"dateline/record"
)

// Verify holds everything against everything; see [archive.Reader]:
//   - the file against itself, the indexes' inner order with it;
//   - every record against the text of its source, span by span;
//   - every article's row against what its record gives today;
//   - both indexes against the articles: each has a row in them, and the words
//     index finds it by its first words.
func (s *Store) Verify(ctx context.Context, each func(archive.Problem) error) (out archive.Verified, err error) {
	err = s.looking(ctx, "verify archive", func(l look) error {
		v := verifier{look: l, each: each, out: &out}
		bad, err := l.integrity("integrity_check")
		if err != nil {
			return err
		}
		for _, b := range bad {
			if err := v.say("", "", "%s", b); err != nil {
				return err
			}
		}
		if err := l.all(v.source); err != nil {
			return err
		}
		return v.counts()
	})
	return out, err
}

type verifier struct {
	look
	each func(archive.Problem) error
	out  *archive.Verified
}

func (v *verifier) say(source, path, format string, a ...any) error {
	v.out.Problems++
	return v.each(archive.Problem{Source: source, Path: path, Say: fmt.Sprintf(format, a...)})
}

// source holds one source against its text and its rows.
func (v *verifier) source(sid int64, x *archive.Source, r *record.Record, err error) error {
	v.out.Sources++
	if err != nil {
		return v.say(x.ID, "", "%v", err)
	}
	for range r.Spans() {
		v.out.Spans++
	}
	for _, p := range record.Verify(r, x.Text) {
		if err := v.say(x.ID, p.Path, "%s", p.Say); err != nil {
			return err
		}
	}
	rows := map[string]row{}
	err = v.look.each("SELECT id, name, kind, day, head FROM article WHERE sid = ?", []any{sid}, func(scan func(...any) error) error {
		var name string
		var w row
		err := scan(&w.id, &name, &w.kind, &w.day, &w.head)
		rows[name] = w
		return err
	})
	if err != nil {
		return err
	}
	entries := archive.Entries(r, x.Given)
	if len(rows) != len(entries) {
		if err := v.say(x.ID, "articles", "%d are found by search, the record has %d", len(rows), len(entries)); err != nil {
			return err
		}
	}
	runes := []rune(x.Text)
	for i := range entries {
		if err := v.article(x.ID, i, &entries[i], rows, runes); err != nil {
			return err
		}
	}
	return nil
}

// row is what is kept of an article.
type row struct {
	id              int64
	kind, day, head string
}

func (v *verifier) article(source string, i int, e *archive.Entry, rows map[string]row, runes []rune) error {
	v.out.Articles++
	path := fmt.Sprintf("articles[%d]", i)
	want, err := prepareArticle(e, runes)
	if err != nil {
		return err
	}
	got, ok := rows[e.Article.ID]
	if !ok || got.kind != want.kind || got.day != want.day || got.head != string(want.head) {
		return v.say(source, path, "its row is not what the record gives")
	}
	for _, column := range [][]record.Piece{piecesOf(e.Article.Headlines, func(h record.Headline) []record.Piece { return h.Pieces }),
		piecesOf(e.Article.Paragraphs, func(p record.Paragraph) []record.Piece { return p.Pieces })} {
		u := archive.Units(runes, column)
		if len(u) > probe {
			u = u[:probe]
		}
		for len(u) > 0 && u[len(u)-1].Text == archive.Gap {
			u = u[:len(u)-1]
		}
		for len(u) > 0 && u[0].Text == archive.Gap {
			u = u[1:]
		}
		if len(u) < 2 {
			continue
		}
		var n int
		if err := v.one("SELECT count(*) FROM words WHERE words MATCH ? AND rowid = ?", []any{phraseExpr(textColumns, u), got.id}, &n); err != nil {
			return err
		}
		if n != 1 {
			return v.say(source, path, "the index does not find it by its words")
		}
	}
	return nil
}

// probe is how many units of an article are looked for.
const probe = 6

// piecesOf are the pieces of the first of some spans.
func piecesOf[T any](all []T, pieces func(T) []record.Piece) []record.Piece {
	if len(all) == 0 {
		return nil
	}
	return pieces(all[0])
}

// counts holds the number of rows of the indexes against the articles.
func (v *verifier) counts() error {
	var articles, words, marks int
	err := v.one("SELECT (SELECT count(*) FROM article), (SELECT count(*) FROM words_docsize), (SELECT count(*) FROM marks_docsize)", nil, &articles, &words, &marks)
	if err == nil && (words != articles || marks != articles) {
		err = v.say("", "", "the indexes have %d and %d articles, the archive has %d", words, marks, articles)
	}
	return err
}
