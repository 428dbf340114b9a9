// Package export writes records in the formats of other programs.
//
// In: pages ([Page]: a source's id, origin, given values, decoded text and
// record), one after another. Out: bytes on a writer, the same pages always
// the same bytes. Offsets are those of package record: Unicode code points of
// the page's text, from 0, end exclusive, in pieces; a format that counts in
// another unit says so. Nothing is added to what the record says.
//
// Each format is one file of this package and one row of [Formats], with what
// it cannot hold; docs/exports.md is the table for people. All read the pages
// once and keep one page in memory, unless their file says otherwise. Facts
// are named urn:dateline:SOURCE:FACT ([URN]), so that the same fact has one
// name in every format.
//
// internal/export/outside holds the programs of others that read what is
// written here, run by the tests where they are installed.
package export
