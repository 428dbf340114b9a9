package ledger

import (
	"context"

	"dateline/internal/archive"
	"dateline/record"
)

// Place is where a fact stands.
type Place struct {
	// Origin is that of its source.
	Origin string
	// Span are its characters: what is said, the trigger of an event, the
	// figure, the title of a work; of a check the first fact that it holds.
	Span record.Span
	// Headline is that of its article, "" where it has none.
	Headline string
	// Say is the sentence of a check.
	Say string
}

// Places finds where facts stand, by their ids. It reads each record once;
// what is not there any more is left out.
func Places(ctx context.Context, r archive.Reader, ids []string) (map[string]Place, error) {
	bySource := map[string][]string{}
	var order []string
	for _, id := range ids {
		s, _ := archive.SplitID(id)
		if bySource[s] == nil {
			order = append(order, s)
		}
		bySource[s] = append(bySource[s], id)
	}
	out := map[string]Place{}
	for _, s := range order {
		rec, err := r.Record(ctx, s)
		if err != nil {
			return nil, err
		}
		for _, id := range bySource[s] {
			_, inside := archive.SplitID(id)
			if p, ok := standsIn(rec, inside); ok {
				out[id] = p
			}
		}
	}
	return out, nil
}

// standsIn finds a fact in a record.
func standsIn(r *record.Record, id string) (Place, bool) {
	_, v := archive.Find(r, id)
	p := Place{Origin: r.Source.Name}
	article := ""
	switch x := v.(type) {
	case nil:
		return p, false
	case *record.Statement:
		p.Span, article = x.Content, x.Article
	case *record.Event:
		p.Span, article = x.Trigger, x.Article
	case *record.Figure:
		p.Span, article = x.Span, x.Article
	case *record.Work:
		p.Span, article = x.Span, x.Article
	case *record.Check:
		p.Say = x.Say
		for _, e := range x.Evidence {
			if q, ok := standsIn(r, e); ok && e != id && len(q.Span.Pieces) > 0 {
				p.Span, p.Headline = q.Span, q.Headline
				break
			}
		}
	}
	for i := range r.Articles {
		if a := &r.Articles[i]; a.ID == article {
			p.Headline = headline(a)
		}
	}
	return p, true
}

func headline(a *record.Article) string {
	for _, h := range a.Headlines {
		if h.Role == "main" {
			return h.Text
		}
	}
	return ""
}
