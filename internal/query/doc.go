// Package query is the search language: the text of a query in, its tree out.
//
// Places in a query, in nodes and errors, are code points of it, end
// exclusive; errors say them counted from one. The text of a phrase or value
// is as the user wrote it: whoever looks for it folds it. docs/query.md is the
// language's reference.
//
// The package does no I/O and has no state but tables.
package query
