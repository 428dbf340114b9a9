// Package tagger marks candidates for names of people, places and bodies: a
// linear-chain conditional random field over characters, with features of
// characters, of the words of package lexicon and of how names are built.
//
// Input is a folded text (lexicon.Text), output marks in characters of it.
// The model file model.bin.gz is made by cmd/train; NOTICE.txt says from what.
package tagger
