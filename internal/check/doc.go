// Package check holds the facts of a page against each other: does what the
// page counts add up, does it say the same where it tells a thing twice.
//
// In: the texts of the page (bodies and headlines), with the figures and times
// that were found in them as half-open ranges of bytes, and the people with
// their titles; see [Facts]. Out: checks in the order of the page, each with
// the ids of what was compared and one plain sentence.
//
// A check accuses nobody: it says that two things on the page do not go
// together, not which is wrong, and it is [Open] where the page does not allow
// to tell. What is too uncertain to be compared gives no check at all: that
// two figures are of one thing has to be plain from the words around them.
//
// [Find] is a pure function and reads anything without a panic. What each kind
// of check looks at is written in docs/checks.md.
package check
