// Package archive keeps many sources with their records and finds them again.
//
// In: sources as they were read ([Item]: where from, the decoded text, what
// the user said of it, its record) and questions ([Search], whose Query is a
// tree of package query). Out: sources, articles and facts by their ids, hits
// with the characters that made them hits, counts, names. All offsets are
// Unicode code points of the decoded text of one source, end exclusive, in
// pieces as in package record; sizes are in bytes and code points, as said;
// days are ISO 8601.
//
// The package has the interface, its types, and what every archive does the
// same way: how text is cut for searching ([Units]), how a query's words are
// found in a text again ([Matcher]), the ids of sources ([SourceID]), the
// keys of values ([Fold]), the form in which a whole archive is written out
// ([Export], [Import]). How sources are kept is the business of its
// sub-packages. Nothing here reads a clock or opens a file.
//
// docs/archive.md says what an archive promises.
package archive
