// Package compose makes pages out of single articles, with the gold that
// belongs to them. In: the articles of two corpora of the shared folder (not
// part of this module); out: pages of several articles run together, as
// printing, scanning and copying leave them, each with a record that says
// where every article, headline, dateline, paragraph and join is. Offsets
// count code points of the page.
//
// A page is a function of the corpora, a seed and a number: the same three
// always give the same page. What is left out of the corpora and why is in
// filter.go, how a dateline is told from the body in opening.go, and the forms
// of a page in style.go.
//
// A page is composed so that a careful reader could put it right: a headline
// stands after its body only where the article has a dateline and the
// headline's words are plainly those of the article; and, where neither an
// indent nor an empty line shows a new paragraph, no paragraph ends at the end
// of a full line, unless [Options].Natural asks for pages as they fall.
package compose
