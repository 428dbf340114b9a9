package dateline

import (
	"dateline/internal/page"
	"dateline/internal/timex"
	"dateline/record"
)

const (
	// collection is how many articles a page has at most; what has more is
	// several pages in one.
	collection = 128
	// collectionHead is how far from its beginning, in bytes, a collection's
	// own date is looked for.
	collectionHead = 4 << 10
)

// published finds the date of the page: the one that the caller gave, or the
// one that the page prints, or the year that its articles show.
func (w *wiring) published(given string) {
	p := &w.record.Published
	stated := w.page.Stated
	if stated != "" && len(w.page.Articles) > collection && w.page.StatedAt[0].Start > collectionHead {
		stated = "" // a date in the middle of a collection is not that of all of it
	}
	if stated != "" {
		p.Stated = w.maybe(w.page.StatedAt)
	}
	switch {
	case given != "":
		p.Value, p.Basis = record.Nullable(given), "given"
	case stated != "":
		p.Value, p.Basis, p.Note = record.Nullable(stated), "stated", "the page's own date line"
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
