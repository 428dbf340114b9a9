// Package cite names an article so that a reader can find it in print.
//
// In: the record of a source, the id of an article in it, and what the user
// knows of where it was printed ([Given]). Out: a [Citation], whose hub is an
// item of CSL-JSON ([Item]), and from it the forms of [Styles]: GB/T 7714—2025
// and —2015, Chicago, BibTeX, biblatex, RIS. Offsets are those of package
// record: Unicode code points of the text, end exclusive; [Citation.At] turns
// them into the character positions of RFC 5147.
//
// Nothing is made up. The agency of a dateline is the author and never the
// newspaper, the day of a dateline is the day of sending and never that of
// publishing. What a reader would need and neither the user nor the page says
// is listed in Missing, and every form says it too. See docs/citation.md.
package cite
