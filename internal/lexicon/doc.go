// Package lexicon has what is known of the language beforehand: words with
// their classes (countries, places, bodies, offices, words of reporting,
// general vocabulary), the characters of surnames and of transliterated
// names, and the folding of Traditional and full-width characters.
//
// Input is text in UTF-8, output classes and positions in characters of the
// folded text; Text has the way back to the bytes it was made from. The lists
// are in data/, with the generator in gen/ and the sources in NOTICE.txt.
// Everything here is a read-only table, made at first use.
package lexicon
