// Package dateline reads Chinese newspaper and wire text and gives the record
// in it: each article with its headline, dateline and paragraphs, and the
// facts in them, each with the characters of the source that it was read
// from.
//
// Input is the bytes of one source, as a PDF, an OCR run or a web page leaves
// them; output is a [record.Record], whose offsets count Unicode code points
// of the decoded source. Read is total: any text gives a record, doubt is
// data in it (a basis, a null), and an error says only that the bytes could
// not be read as text. It is deterministic: the same bytes and options give
// the same record, byte for byte. It does no I/O beyond reading its source
// and opens no network connection.
//
// What stays: the types and functions of this package and of package record,
// and the format dateline-record/1. The rules that find facts get better from
// version to version; a record says by which version it was made.
package dateline

// Version is the version of this module and of its rules.
const Version = "0.1.0"
