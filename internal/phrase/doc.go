// Package phrase counts where and when phrases stand in an archive: the first
// and the last use, how often by month or year, who says it, which paper
// prints it, what stands beside it and which longer phrases have it.
//
// In: an archive's bodies and phrases as typed. Out: a [Report]; a plot of it
// for a terminal ([Plot]) and as SVG ([SVG]). Places are code points of the
// source, end exclusive, in pieces as in package record; rates are uses in a
// million code points of the article bodies of the same time, marks and all.
// A phrase stands wherever its units stand one after the other in a paragraph
// ([archive.Units]): over a broken line, in Traditional characters or in full
// width, but not over a mark. Headlines are not counted. Uses that overlap
// count each.
//
// The same archive and options give the same report. The package reads no
// clock and opens no file. docs/phrases.md says what the figures mean.
package phrase
