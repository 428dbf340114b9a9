// Package timex finds the time expressions of Chinese news text and says
// which times they mean.
//
// In: the body of one article as one text, without the line breaks of the
// page, paragraphs parted by a line feed; and what is known of when it was
// written ([Context]). Out: the times in the order of the text, none over
// another, each with its span in bytes of the body, its TIMEX3 value, its
// EDTF form, and its first and last instant ([Find]). The year of a page that
// does not give it ([Year]), the day of a dateline ([Day]) and the time that
// an article without a dateline goes on from ([Running]) are read here too.
//
// Values are TIMEX3 (ISO-TimeML, ISO 24617-1:2012), ranges ISO 8601-2:2019
// intervals. Instants are ISO 8601 to the second, without a zone unless the
// text names one. A time that nothing fixes has X for what is not known
// (XXXX-03-21, T17:00), or no value where nothing of it is known.
//
// The reader is a scanner for the characters that a time can begin with and
// a recursive descent from there. It is a pure function: no clock, no
// network, no state but read-only tables; no input makes it panic. The
// conventions are written down in docs/timex.md.
package timex
