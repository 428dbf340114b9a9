// Package name says who and what a page names: people with their titles,
// places and bodies, each with all its mentions, and what pronouns, bare
// titles and groups (双方, 俄方) stand for.
//
// Input is the texts of a page, an article's body as one joined string with a
// line feed between paragraphs, headlines and captions as texts of their own.
// Output spans are bytes of the texts. Package tagger marks candidates, the
// lists of package lexicon and rules of newspaper style decide; the rules of
// what is a mention are those of the record format.
package name
