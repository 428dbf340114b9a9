package archive

import "dateline/record"

// Find gives the kind of what an id of a record names and a pointer to it,
// nil where there is nothing.
func Find(r *record.Record, id string) (kind string, v any) {
	if id == "" {
		return "", nil
	}
	for _, f := range []func() (string, any){
		of("article", r.Articles, func(x *record.Article) string { return x.ID }, id),
		of("person", r.People, func(x *record.Person) string { return x.ID }, id),
		of("place", r.Places, func(x *record.Place) string { return x.ID }, id),
		of("organization", r.Organizations, func(x *record.Organization) string { return x.ID }, id),
		of("time", r.Times, func(x *record.Time) string { return x.ID }, id),
		of("figure", r.Figures, func(x *record.Figure) string { return x.ID }, id),
		of("statement", r.Statements, func(x *record.Statement) string { return x.ID }, id),
		of("event", r.Events, func(x *record.Event) string { return x.ID }, id),
		of("work", r.Works, func(x *record.Work) string { return x.ID }, id),
		of("slip", r.Slips, func(x *record.Slip) string { return x.ID }, id),
		of("check", r.Checks, func(x *record.Check) string { return x.ID }, id),
	} {
		if kind, v := f(); v != nil {
			return kind, v
		}
	}
	return "", nil
}

// of looks for an id in one list.
func of[T any](kind string, all []T, idOf func(*T) string, id string) func() (string, any) {
	return func() (string, any) {
		for i := range all {
			if idOf(&all[i]) == id {
				return kind, &all[i]
			}
		}
		return "", nil
	}
}

// ArticlesOf are the ids of the articles that what an id names stands in: one
// for an article or a fact, those of the mentions for a name.
func ArticlesOf(r *record.Record, id string) []string {
	_, v := Find(r, id)
	mentions := func(all []record.Mention) []string {
		return distinct(nil, all, func(m record.Mention) string { return m.Article })
	}
	switch x := v.(type) {
	case *record.Article:
		return []string{x.ID}
	case *record.Person:
		return mentions(x.Mentions)
	case *record.Place:
		return mentions(x.Mentions)
	case *record.Organization:
		return mentions(x.Mentions)
	case *record.Check:
		var out []string
		for _, e := range x.Evidence {
			if e != id && e != "" {
				out = append(out, factArticle(r, e)...)
			}
		}
		return distinct(out, nil, func(string) string { return "" })
	}
	return factArticle(r, id)
}

// factArticle is the article of a fact, none where the id is not a fact's.
func factArticle(r *record.Record, id string) []string {
	for _, f := range r.Facts() {
		if f.ID == id {
			return []string{f.Article}
		}
	}
	return nil
}
