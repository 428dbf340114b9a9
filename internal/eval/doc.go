// Package eval holds records against what they should be. In: two records in
// the form of package record, one of them the gold; out: for each layer how
// many items are right, how many the gold has and how many were found. All
// offsets are code points of the decoded source, as in the record.
//
// The layers and their keys are those of docs/accuracy.md. An item of a keyed
// layer (articles, times, figures and so on) is right when its key is in both
// records, as often as in both; an item of a paired layer (statements, events)
// is right when it can be paired with one of the gold that it overlaps enough.
//
// The package also spoils pages as printers, scanners and copying do and moves
// the gold along ([Form]), and its folder compose makes whole pages out of
// single articles. It is for measuring only: no stage imports it.
package eval
