// Package record is what comes out of one source: its articles and the facts
// in them, each with the characters that it was read from.
//
// The package holds data only. It imports nothing else of this module, does
// no I/O and keeps no state. A [Record] is written as JSON by [Encode] and
// read back by [Decode]; both directions are exact, so that the same record
// is the same bytes each time. [Verify] holds a record against the text of
// its source.
//
// # Offsets
//
// All offsets count Unicode code points of the decoded source, from 0, the
// end exclusive (as the W3C Web Annotation Data Model asks). The decoded
// source is the bytes of the file turned into characters and nothing else:
// no normalisation, line ends as they are, only a byte-order mark left out.
// A span is one piece where it stands whole in the source and several pieces
// where a line break, a page turn or furniture cuts it; its text is exactly
// the characters of its pieces put together.
//
// # Stability
//
// The format's name and version is [Format]. Within a version fields are
// added and never renamed, and no field changes its meaning. The JSON Schema
// of the format is docs/record.schema.json.
package record
