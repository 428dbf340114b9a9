// Package clause reads how the sentences of an article are built, for the
// stages that ask who does what: its tokens, quotation marks, sentences and
// clauses, the people and bodies that can act, and the subject of a verb.
//
// Input is an article's body with the words, names, times and titles that
// earlier stages found; output are positions in characters of the folded
// body, which Text.Span turns into bytes. Nothing is decided here about what
// is said or what happens.
package clause
