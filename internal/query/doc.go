// Package query is the search language: the text of a query in, its tree out.
//
// Places in a query, in nodes and errors, are code points of it, end
// exclusive; what an error says counts them from one. The text of a phrase or
// value is as the user wrote it: whoever looks for it folds it. docs/query.md
// is the language's reference, and a test holds it to this package.
//
// The package does no I/O and has no state but tables.
package query
