package sqlite

import (
	"context"
	"math"
	"slices"
	"sort"
	"strconv"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/query"
)

// Search gives a page of articles; see [archive.Reader].
func (s *Store) Search(ctx context.Context, ask archive.Search) (out *archive.Page, err error) {
	limit := ask.Limit
	if limit <= 0 {
		limit = 10
	}
	err = s.looking(ctx, "search", func(l look) error {
		x, err := l.plan(ask.Query)
		if err != nil {
			return err
		}
		after, err := readCursor(ask.Cursor, ask.Order)
		if err != nil {
			return err
		}
		var found []scored
		if ask.Order == archive.Relevance {
			found, err = l.relevant(x, ask.Query, after, limit+1)
		} else {
			found, err = l.newest(x, after, limit+1)
		}
		if err != nil {
			return err
		}
		out = &archive.Page{}
		if len(found) > limit {
			found = found[:limit]
			out.Next = cursor(found[limit-1], ask.Order)
		}
		out.Hits, err = l.hits(found, ask.Query)
		return err
	})
	return out, err
}

// scored is the number of an article with its score, which is the less the
// better the article answers.
type scored struct {
	id    int64
	score float64
}

// start is before every article in both orders.
var start = scored{math.MaxInt64, math.Inf(-1)}

// cursor writes where a page ended.
func cursor(x scored, o archive.Order) string {
	c := strconv.FormatInt(x.id, 36)
	if o == archive.Relevance {
		c += "." + strconv.FormatUint(math.Float64bits(x.score), 36)
	}
	return c
}

func readCursor(c string, o archive.Order) (scored, error) {
	if c == "" {
		return start, nil
	}
	at, score, ok := strings.Cut(c, ".")
	id, err := strconv.ParseInt(at, 36, 64)
	if err != nil || ok != (o == archive.Relevance) {
		return start, badCursor(c)
	}
	out := scored{id: id}
	if ok {
		bits, err := strconv.ParseUint(score, 36, 64)
		if err != nil {
			return start, badCursor(c)
		}
		out.score = math.Float64frombits(bits)
	}
	return out, nil
}

// newest are the articles of a step from the latest day back, after one.
func (l look) newest(x *step, after scored, limit int) ([]scored, error) {
	var ids []int64
	var err error
	if table, expr := x.inOne(); table != "" {
		ids, err = l.ids("SELECT rowid FROM "+table+" WHERE "+table+" MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?", expr, after.id, limit)
	} else if ids, err = l.answer(x); err == nil {
		ids = ids[:sort.Search(len(ids), func(i int) bool { return ids[i] >= after.id })]
		ids = ids[max(0, len(ids)-limit):]
		slices.Reverse(ids)
	}
	out := make([]scored, len(ids))
	for i, id := range ids {
		out[i].id = id
	}
	return out, err
}

// relevant are the articles of a step by how well they answer the words of
// the query, after one. Words of the headline count five times. Where the
// query asks for no words, the newest come first.
func (l look) relevant(x *step, q query.Node, after scored, limit int) ([]scored, error) {
	expr := wordsOf(q)
	ids, err := l.answer(x)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	score := map[int64]float64{}
	if expr != "" {
		err = l.each("SELECT rowid, bm25(words, 1, 5, 0, 0) FROM words WHERE words MATCH ?", []any{expr}, func(scan func(...any) error) error {
			var x scored
			err := scan(&x.id, &x.score)
			score[x.id] = x.score
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	all := make([]scored, 0, len(ids))
	for _, id := range ids {
		if x := (scored{id, score[id]}); less(after, x) {
			all = append(all, x)
		}
	}
	sort.Slice(all, func(i, j int) bool { return less(all[i], all[j]) })
	return all[:min(limit, len(all))], nil
}

// less is the order of relevance: by score, then the latest first.
func less(a, b scored) bool { return a.score < b.score || a.score == b.score && a.id > b.id }

// wordsOf is an expression for any of the words that a query asks for, "" for
// none.
func wordsOf(q query.Node) string {
	var parts []string
	add := func(columns, text string) {
		if u := archive.PhraseUnits(text); len(u) > 0 && len(parts) < mostInOne {
			parts = append(parts, "("+phraseExpr(columns, u)+")")
		}
	}
	var walk func(query.Node)
	walk = func(q query.Node) {
		switch n := q.(type) {
		case query.And:
			for _, k := range n.Of {
				walk(k)
			}
		case query.Or:
			for _, k := range n.Of {
				walk(k)
			}
		case query.Phrase:
			add(textColumns, n.Text)
		case query.Near:
			add(textColumns, n.A.Text)
			add(textColumns, n.B.Text)
		case query.Field:
			if c, ok := map[string]string{query.Headline: headColumn, query.Body: bodyColumn, query.Says: saidColumn}[n.Name]; ok {
				add(c, n.Text)
			}
		}
	}
	walk(q)
	return strings.Join(parts, " OR ")
}

// Count counts articles and their sources; see [archive.Reader].
func (s *Store) Count(ctx context.Context, q query.Node) (out archive.Count, err error) {
	err = s.looking(ctx, "count", func(l look) error {
		x, err := l.plan(q)
		if err != nil {
			return err
		}
		if table, expr := x.inOne(); table != "" {
			return l.countOne(table, expr, &out)
		}
		ids, err := l.answer(x)
		if err != nil {
			return err
		}
		out.Articles = len(ids)
		shared := slices.DeleteFunc(ids, func(id int64) bool { return !several(id) })
		out.Sources = out.Articles - len(shared)
		sids := map[int64]bool{}
		for part := range slices.Chunk(shared, 500) {
			more, err := l.ids("SELECT DISTINCT sid FROM article WHERE id IN ("+placeholders(len(part))+")", anys(part)...)
			if err != nil {
				return err
			}
			for _, sid := range more {
				sids[sid] = true
			}
		}
		out.Sources += len(sids)
		return nil
	})
	return out, err
}

func anys(ids []int64) []any {
	out := make([]any, len(ids))
	for i, id := range ids {
		out[i] = id
	}
	return out
}

// countOne counts by one expression. An article that is alone in its source
// counts as one source; the others are looked up.
func (l look) countOne(table, expr string, out *archive.Count) error {
	var shared int
	err := l.one("SELECT count(*), coalesce(sum(rowid & 1), 0) FROM "+table+" WHERE "+table+" MATCH ?", []any{expr}, &out.Articles, &shared)
	out.Sources = out.Articles - shared
	if err != nil || shared == 0 {
		return err
	}
	var sources int
	err = l.one("SELECT count(DISTINCT a.sid) FROM "+table+" JOIN article a ON a.id = "+table+".rowid WHERE "+table+" MATCH ? AND "+table+".rowid & 1", []any{expr}, &sources)
	out.Sources += sources
	return err
}
