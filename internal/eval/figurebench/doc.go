// Package figurebench measures packages han and figure alone: on the annotated
// pages, whose articles are taken from the gold and put together as the page
// stage would, and on other people's test data.
//
// In: the shared folder. Out: rows for docs/accuracy.md. Each adapter says in
// its comment how its data's convention maps to ours; the packages it measures
// know nothing of it.
package figurebench
