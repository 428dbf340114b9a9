package intake

import (
	"errors"
	"fmt"
	"hash/fnv"
	"io"
	"path"

	"dateline/internal/fault"
)

// dump is a file of many articles that is being read.
type dump struct {
	in    *Intake
	f     file
	lines *lines
	yield func(Item, error) bool
	seen  bool // an article, or what should be one

	// What ids were given, by their hashes: where the map names a field for
	// the id. It is all that grows with the number of articles.
	ids map[uint64]bool
}

// cell is a field of an article.
type cell struct {
	key  string
	low  string   // key as it is compared with known names
	text string   // the value; JSON where it is a list or an object
	list []string // the parts of a list of texts
	odd  bool     // neither a text, a number nor a list of these
}

// row gives the item of a row of cells; it says whether to go on.
func (d *dump) row(line int, cells []cell) bool {
	d.seen = true
	it, id, err := article(cells, d.in.o.Map)
	if err == nil && len(it.Data) > d.in.o.limit() {
		err = tooLarge(d.in.o.limit())
	}
	if err != nil {
		return d.fail(line, err)
	}
	it.Line, it.Encoding = line, "utf-8"
	it.Origin = d.f.origin + "#" + d.key(line, id)
	it.Name = path.Base(d.f.origin) + it.Origin[len(d.f.origin):]
	return d.yield(it, nil)
}

// key tells an item from the others of its dump: its id, with its line where
// the id was there before; its line where it has none.
func (d *dump) key(line int, id string) string {
	if id == "" {
		return fmt.Sprint(line)
	}
	if d.ids == nil {
		d.ids = map[uint64]bool{}
	}
	h := fnv.New64a()
	_, _ = io.WriteString(h, id) // a hash takes all
	if d.ids[h.Sum64()] {
		return fmt.Sprintf("%s@%d", id, line)
	}
	d.ids[h.Sum64()] = true
	return id
}

// fail gives an error of an article.
func (d *dump) fail(line int, err error) bool {
	d.seen = true
	return d.yield(Item{}, d.in.failed(d.f, line, err))
}

// ended deals with a line that has an error: over says that it was the last,
// on whether to go on with the other files.
func (d *dump) ended(l line) (over, on bool) {
	var f *fault.Error
	switch {
	case l.err == io.EOF && !d.seen:
		return true, d.fail(0, because(fault.Empty, "", "there is no article in it"))
	case l.err == io.EOF:
		return true, true
	case errors.As(l.err, &f):
		return false, d.fail(l.n, l.err)
	}
	return true, d.fail(l.n, l.err)
}
