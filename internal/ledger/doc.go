// Package ledger puts the facts of many sources together: who a person is over
// time, who met whom, who said what, series of figures, works, and what does
// not agree in a whole archive.
//
// In: an archive ([archive.Reader]) and what is asked for. Out: rows of values
// with the ids of the facts they are from (SOURCE/e3), by which their
// characters are found in the records; days are ISO 8601, times TIMEX3. The
// package makes no claim that no source makes: what is put together is said
// with the rule that did it, what sources tell differently is listed with
// each side, what is missing stays missing.
//
// docs/ledger.md has the rules.
package ledger
