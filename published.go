package dateline

import (
	"dateline/internal/page"
	"dateline/internal/tmpday"
	"dateline/record"
)

// published finds the date of the page: the one that the caller gave, or the
// one that the page prints, or the year that its articles show.
func (w *wiring) published(given string) {
	p := &w.record.Published
	if w.page.Stated != "" {
		p.Stated = w.maybe(w.page.StatedAt)
	}
	switch {
	case given != "":
		p.Value, p.Basis = record.Nullable(given), "given"
	case w.page.Stated != "":
		p.Value, p.Basis, p.Note = record.Nullable(w.page.Stated), "stated", "the page's own date line"
	default:
		if year, note := tmpday.Year(w.bodies()); year != "" {
			p.Value, p.Basis, p.Note = record.Nullable(year), "inferred", record.Nullable(note)
		}
	}
}

// day is a dateline's day in ISO form: its year and month, where it does not
// print them, are those of the page head above the article, or of the page.
func (w *wiring) day(a *page.Article, d *page.DatelineAt) record.Nullable {
	from := string(w.record.Published.Value)
	if d.PageDate != "" {
		from = d.PageDate
	}
	if d.Day == "" {
		return ""
	}
	return record.Nullable(tmpday.Day(d.Day, from))
}
