package name

import (
	"fmt"
	"runtime"
	"sort"
	"testing"
	"time"
)

func TestTry(t *testing.T) {
	bb := &testing.B{}
	texts, _ := year(bb)
	Find(texts[:100])
	runtime.GC()
	p := read(texts)
	runtime.GC()
	step := func(n string, f func()) {
		t0 := time.Now()
		f()
		fmt.Printf("%-12s %6.1f ms\n", n, float64(time.Since(t0).Microseconds())/1000)
	}
	each := func(n string, f func(*body)) {
		step(n, func() {
			for _, b := range p.bodies {
				f(b)
			}
		})
	}
	each("flags", func(b *body) { b.flags = make([]uint8, b.t.Len()+1); b.flagMarks() })
	each("offices", func(b *body) { b.offices = nil; b.findOffices() })
	step("countNations", p.countNations)
	step("lands", p.findLands)
	each("split", p.splitNames)
	each("known", p.wellKnown)
	each("credits", p.credits)
	each("japanese", p.japanese)
	each("bylines", p.bylines)
	each("seed", p.seed)
	each("lists", p.lists)
	each("beside", p.beside)
	each("spoken", p.spoken)
	each("sort", func(b *body) { b.sortPeople() })
	step("settle", p.settle)
	step("vet", p.vet)
	step("spread", p.spread)
	each("enumerated", p.enumerated)
	each("surnames", p.surnames)
	each("sort", func(b *body) { b.sortPeople() })
	step("titles", p.titles)
	each("marked", p.markedThings)
	each("listed", p.listedThings)
	each("placeLists", p.placeLists)
	each("congress", p.congresses)
	step("shortened", p.shortened)
	each("tidy", func(b *body) { b.tidyThings() })
	step("spreadThings", p.spreadThings)
	each("join", p.joinBodies)
	each("intitle", p.bodiesInTitles)
	each("shorts", p.shortNames)
	each("nested", p.nested)
	each("sort", func(b *body) {
		sort.SliceStable(b.things, func(i, j int) bool { return b.things[i].start < b.things[j].start })
		b.reindexThings()
	})
	step("result", func() { p.result() })
	step("refs", func() { p.references() })
}
