package cli

import (
	"fmt"
	"os"
	"sync/atomic"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
	"golang.org/x/term"
)

// bar is a line on the terminal that says how far a run is: in bytes that were
// read of those that there are, in sources, and in the time that is left. A nil
// bar says nothing.
type bar struct {
	all  *mpb.Progress
	one  *mpb.Bar
	read func() int64
	n    atomic.Int64
}

// progress begins a bar on standard error, where that is a terminal.
func (a *app) progress(read func() int64, total int64) *bar {
	f, ok := a.err.(*os.File)
	if !ok || !term.IsTerminal(int(f.Fd())) || a.getenv("TERM") == "dumb" {
		return nil
	}
	b := &bar{read: read}
	b.all = mpb.New(mpb.WithOutput(f), mpb.WithWidth(barWidth))
	count := decor.Any(func(decor.Statistics) string { return fmt.Sprintf(" %d sources", b.n.Load()) })
	if total <= 0 {
		b.one = b.all.AddSpinner(0, mpb.AppendDecorators(count), mpb.BarRemoveOnComplete())
		return b
	}
	b.one = b.all.AddBar(total, mpb.BarRemoveOnComplete(), mpb.PrependDecorators(decor.Percentage(decor.WCSyncSpace)),
		mpb.AppendDecorators(decor.CountersKibiByte(" % .1f of % .1f"), count, decor.Name(", "), decor.AverageETA(decor.ET_STYLE_GO), decor.Name(" left")))
	return b
}

// barWidth is the width of the bar in columns, without what stands beside it.
const barWidth = 24

// step says that a source is done.
func (b *bar) step() {
	if b == nil {
		return
	}
	b.n.Add(1)
	b.one.SetCurrent(b.read())
}

// end takes the bar away.
func (b *bar) end() {
	if b == nil {
		return
	}
	b.one.Abort(true)
	b.all.Wait()
}
