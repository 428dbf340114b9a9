// Package copies finds articles that have text in common, and says of two
// articles what one has and the other leaves out or words otherwise.
//
// In: the bodies of an archive, or two articles. Out: groups of copies
// ([Find]) and the sentences of two articles side by side ([Compare]).
// Lengths are in characters of the folded body without marks and white space
// ([archive.Units], a run of letters by its characters); pieces are code
// points of the source, end exclusive. Headlines and datelines are not
// compared.
//
// Candidates are found by fingerprints chosen from the hashes of all windows
// of 8 characters by winnowing (Schleimer, Wilkerson and Aiken, Winnowing:
// Local Algorithms for Document Fingerprinting, SIGMOD 2003): every stretch of
// 15 characters that two articles have in common gives both a fingerprint. What they have in
// common is then measured on their texts. The time is linear in the archive
// but for sorting, and the memory bounded: what does not fit goes to a
// temporary file that the caller gives.
//
// The same archive and options give the same report. docs/copies.md says what
// the figures mean.
package copies
