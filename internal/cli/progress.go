package cli

import (
	"fmt"
	"iter"
	"os"
	"sync"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"

	"dateline/internal/intake"
)

// bar is a line on the terminal that says how far a run is: in bytes of those
// that there are, in sources, and in the time that is left. A nil bar says
// nothing.
type bar struct {
	all  *mpb.Progress
	one  *mpb.Bar
	read func() int64
	n    atomic.Int64

	mu sync.Mutex
	// marks are how many bytes had been read when each item came that is not
	// done yet: reading is ahead of what is kept.
	marks []int64
}

// progress begins a bar on standard error, where that is a terminal.
func (a *app) progress(in *intake.Intake) *bar {
	f, ok := a.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || a.getenv("TERM") == "dumb" {
		return nil
	}
	b := &bar{read: in.Read, all: mpb.New(mpb.WithOutput(f))}
	count := decor.Any(func(decor.Statistics) string { return fmt.Sprintf("  %d sources", b.n.Load()) })
	if in.Total() <= 0 {
		b.one = b.all.AddSpinner(0, mpb.BarWidth(1), mpb.AppendDecorators(decor.CurrentKibiByte("% .1f"), count))
		return b
	}
	b.one = b.all.AddBar(in.Total(), mpb.BarWidth(barWidth), mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.Percentage()),
		mpb.AppendDecorators(decor.CountersKibiByte("% .1f of % .1f"), count, decor.Name("  "), decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left")))
	return b
}

// barWidth is the width of the bar in columns, without what stands beside it.
const barWidth = 24

// watch gives the items, and notes for each where in the whole it ends.
func (b *bar) watch(items iter.Seq2[intake.Item, error]) iter.Seq2[intake.Item, error] {
	if b == nil {
		return items
	}
	return func(yield func(intake.Item, error) bool) {
		for it, err := range items {
			b.mu.Lock()
			b.marks = append(b.marks, b.read())
			b.mu.Unlock()
			if !yield(it, err) {
				return
			}
		}
	}
}

// step says that the next item is done.
func (b *bar) step() {
	if b == nil {
		return
	}
	b.mu.Lock()
	defer b.mu.Unlock()
	b.n.Add(1)
	if len(b.marks) > 0 {
		b.one.SetCurrent(b.marks[0])
		b.marks = b.marks[1:]
	}
}

// end takes the bar away.
func (b *bar) end() {
	if b == nil {
		return
	}
	b.one.Abort(true)
	b.all.Wait()
}
