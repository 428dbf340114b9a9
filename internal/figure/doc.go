// Package figure reads the figures of an article: money, counts, ordinals,
// streaks, measures, percentages, ratios, ranks and ages, each with its exact
// value, unit, bound, subject, period and change.
//
// In: the body of an article as one text, paragraphs parted by a line feed,
// and the times that were found in it. Out: the figures in the order of the
// text, none overlapping another, with half-open ranges of bytes of the body.
// Values are decimal numbers in full, 万 and 亿 multiplied out; units are ISO
// 4217 for money, UCUM for measures and the printed classifier in braces for
// counts. [Find] is a pure function and reads any bytes without a panic.
//
// What is and is not a figure, and every convention of value, unit and bound,
// is written in docs/figures.md. The words are in tables beside the code:
// units.tsv, currencies.tsv, names.txt, cues.tsv.
package figure
