// Package namebench scores package name against the annotated pages of the
// gold and against the test sets of others: PFR (days 29 to 31), MSRA (test)
// and CLUENER (dev). Input is the folder of shared data, output are counts of
// names that are right, in the gold and found. A name counts when its
// characters are exactly those of the gold, and for people of the gold pages
// when the entity's name is too.
package namebench
