// Package sqlite is the archive in one file: an SQLite database with a full
// text index, written and read in pure Go.
//
// In and out are those of package archive. The file is PATH; while it is open
// there are PATH-wal and PATH-shm beside it, which belong to it, and PATH.lock,
// which says who writes. The package reads no clock: times come from
// [Options].
//
// # How it is kept
//
// A source is a row; its text is kept in parts of 16,384 code points and its
// record as JSON without the texts of its spans, which are those of the
// source, both compressed (codec.go). An article is a row whose number begins
// with its day, so that the order of numbers is the order of days (rowid.go).
//
// Two indexes find articles. words has, for every character and run of
// letters, one token with what follows it: 会晤， is 会晤 and 晤 with a gap, so
// that a phrase of n characters is n-1 neighbouring tokens and never reaches
// over a mark. marks has every single character and run of an article once,
// without places. The values of fields are tokens of their own in both
// (tokens.go). A query becomes one expression of one index where it can, and
// sorted lists of numbers that are put together where it cannot (plan.go).
// Measurements of this and of other ways are in docs/archive.md.
package sqlite
