package dateline

import (
	"dateline/internal/page"
	"dateline/internal/timex"
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
		if year, note := timex.Year(w.bodies()); year != "" {
			p.Value, p.Basis, p.Note = record.Nullable(year), "inferred", record.Nullable(note)
		}
	}
}

// day is a dateline's day in ISO form: its year and month, where it does not
// print them, are those of the page head above the article, or of the page.
func (w *wiring) day(a *page.Article, d *page.DatelineAt) record.Nullable {
	return record.Nullable(w.isoDay(a, d))
}

func (w *wiring) isoDay(a *page.Article, d *page.DatelineAt) string {
	if d == nil || d.Day == "" {
		return ""
	}
	return timex.Day(d.Day, w.pageDate(a))
}

// pageDate is the date of the page that an article stands on: a date that the
// caller gave counts more than the head of the page, and less than a head of
// the article's own.
func (w *wiring) pageDate(a *page.Article) string {
	if a.PageDate != "" && (a.OwnDate || w.record.Published.Basis != "given") {
		return a.PageDate
	}
	return string(w.record.Published.Value)
}
