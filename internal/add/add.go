// Package add takes sources through the reader into an archive: those of an
// intake, and those that an archive has already and that other rules have
// read.
//
// In: items with the bytes of one source each, in order. Out: what became of
// each, in the same order, told one by one, and counts. Several are read at
// the same time and the archive takes them in batches, so that what is in it
// is the same however many are read at once. An item that cannot be read is
// told of and does not stop the rest; what stops a run is the archive, or the
// context. What was in the archive before is skipped before it is read, so a
// run that was cut off, in whatever way, is taken up by the same run again.
//
// Sizes are in bytes. The package prints nothing, reads no clock and opens no
// file.
package add

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"sync"

	"dateline/internal/archive"
	"dateline/internal/intake"
)

// Options say how to add.
type Options struct {
	// Archive takes what was read.
	Archive archive.Archive
	// Jobs is how many sources are read at the same time; 0 is one a core.
	Jobs int
	// MaxBytes is the most bytes that a source may have; 0 is the reader's
	// limit.
	MaxBytes int64
	// Published is the day given to items that have none, "" gives none.
	Published string
	// Encoding is the WHATWG label of the encoding of items that do not say
	// theirs, "" finds it.
	Encoding string
	// Origin names an item in the archive, by the item and the digest of its
	// content; nil leaves the name that it has.
	Origin func(it intake.Item, sha [32]byte) string
	// Tell is told what became of each item, in order, once it is kept; it
	// may be nil.
	Tell func(Outcome)
}

// Outcome is what became of one item.
type Outcome struct {
	archive.Outcome
	// Err says why there is none: an [*intake.Skip] for what was passed over
	// in a folder, else a failure. [At] tells where it is.
	Err error
	// Articles is how many the source has, 0 where it was not read.
	Articles int
	// Bytes is the length of the source.
	Bytes int64
}

// Counts count what became of the items of a run.
type Counts struct {
	Added, Replaced, Reread int
	// Current are those that were there already, read by the same rules.
	Current int
	// Elsewhere are those whose content was there under another origin.
	Elsewhere int
	// Failed could not be read, Passed were passed over in folders.
	Failed, Passed int
	// Articles and Bytes are those of the sources that were put.
	Articles int
	Bytes    int64
	// Again counts sources that were skipped because their content was there
	// under another origin, which then got other content in the same run: a
	// second run adds them.
	Again int
}

// Kept is how many items are in the archive after the run.
func (c Counts) Kept() int { return c.Put() + c.Current + c.Elsewhere }

// Put is how many sources the run wrote.
func (c Counts) Put() int { return c.Added + c.Replaced + c.Reread }

// Count counts one outcome.
func (c *Counts) Count(o Outcome) {
	var skip *intake.Skip
	switch {
	case errors.As(o.Err, &skip):
		c.Passed++
	case o.Err != nil:
		c.Failed++
	case o.Verdict == archive.Current:
		c.Current++
	case o.Verdict == archive.Elsewhere:
		c.Elsewhere++
	default:
		c.put(o)
	}
}

// put counts a source that was written.
func (c *Counts) put(o Outcome) {
	switch o.Verdict {
	case archive.Added:
		c.Added++
	case archive.Replaced:
		c.Replaced++
	case archive.Reread:
		c.Reread++
	}
	c.Articles += o.Articles
	c.Bytes += o.Bytes
}

// The limits of a batch, which is kept all or none: that is what a process
// that is killed may have to read again. Larger ones gain no time (the table
// archive of docs/performance.md was made with these).
const (
	batchItems = 256
	batchBytes = 4 << 20
)

// The most that is read or waits for its turn at the same time.
const (
	waitingItems = 2 * batchItems
	waitingBytes = 16 << 20
)

// Run adds the items. Its error is the archive's, or the context's; where it
// is the latter, what had been read in order until then has been kept.
func Run(ctx context.Context, items iter.Seq2[intake.Item, error], o Options) (Counts, error) {
	in := func(yield func(source) bool) {
		for it, err := range items {
			if !yield(&fresh{item: it, err: err, o: &o}) {
				return
			}
		}
	}
	return run(ctx, in, o)
}

// run takes sources through the workers into the archive.
func run(ctx context.Context, in iter.Seq[source], o Options) (Counts, error) {
	inner, cancel := context.WithCancel(ctx)
	defer cancel()
	if o.Jobs <= 0 {
		o.Jobs = runtime.GOMAXPROCS(0)
	}
	line := newLine(inner, o.Jobs)
	go line.feed(in)
	var workers sync.WaitGroup
	for range o.Jobs {
		workers.Go(line.work)
	}
	k := &keeper{ctx: ctx, o: o, replaced: map[uint64]bool{}, targets: map[uint64]int{}}
	err := k.collect(line)
	cancel()
	workers.Wait() // none may ask the archive once it is closed
	return k.counts, err
}
