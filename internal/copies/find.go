package copies

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
)

// Options say what is looked for.
type Options struct {
	// Query says among which articles, nil among all.
	Query query.Node
	// Least is the least part of the shorter of two articles that is in the
	// longer, above 0 to 1; 0 is 0.5.
	Least float64
	// Shortest is the least length of an article that is compared; 0 is 50.
	// Shorter ones are mostly formula.
	Shortest int
	// Most is in how many articles a fingerprint may be: one that is in more
	// is a formula. 0 is 200.
	Most int
	// Within is how many days two copies may lie apart, 0 for any number;
	// articles without a whole day are left in.
	Within int
	// Papers leaves out groups of one paper.
	Papers bool
	// Memory bounds what is sorted in memory, in bytes; 0 is 64 MiB. A
	// temporary file takes the rest.
	Memory int
	// Temp makes a temporary file.
	Temp func() (Temp, error)
}

func (o *Options) fill() error {
	o.Least, o.Shortest, o.Most, o.Memory = cmp.Or(o.Least, 0.5), cmp.Or(o.Shortest, 50), cmp.Or(o.Most, 200), cmp.Or(o.Memory, 64<<20)
	switch {
	case !(o.Least > 0 && o.Least <= 1):
		return &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("the least part in common, %g, is not above 0 and at most 1", o.Least)}
	case o.Most < 2 || o.Shortest < 1 || o.Memory < 0 || o.Within < 0:
		return &fault.Error{Meaning: fault.Invalid, Say: "copies are looked for with a bound below what makes sense"}
	}
	return nil
}

// Report is what was found.
type Report struct {
	// Articles were looked at, Short of them were too short to compare.
	Articles int `json:"articles"`
	Short    int `json:"short"`
	// Fingerprints are those of all articles, Formulas those left out, as they
	// are in more than Most articles.
	Fingerprints int64 `json:"fingerprints"`
	Formulas     int64 `json:"formulas"`
	Most         int   `json:"most"`
	// Pairs were held against each other.
	Pairs int `json:"pairs"`
	// Least is the least part of the shorter article that copies have in
	// common.
	Least  float64 `json:"least"`
	Groups []Group `json:"groups"`
}

// Group is articles of which each has much in common with the earliest. That
// stands first: by its day, then in the order of the archive.
type Group struct {
	Members []Member `json:"members"`
}

// Member is one article of a group.
type Member struct {
	Article string `json:"article"`
	Day     string `json:"day"`
	Paper   string `json:"paper"`
	// Chars is its length.
	Chars int `json:"chars"`
	// Common is how many of its characters stand in the earliest article too,
	// in stretches of at least 8; Share is the part of its own text that they
	// are, OfEarliest the part of the earliest article that stands in it.
	Common     int     `json:"common"`
	Share      float64 `json:"share"`
	OfEarliest float64 `json:"of_earliest"`
	// Days is how many days after the earliest it is, null where one of them
	// has no whole day.
	Days *int `json:"days"`
}

// document is what is known of an article.
type document struct {
	id, day, paper string
	chars          int
	prints         int
}

// finder is one run.
type finder struct {
	o      Options
	a      archive.Bodies
	report Report

	mu    sync.Mutex
	docs  []document
	index map[string]int
}

// Find finds copies in an archive.
func Find(ctx context.Context, a archive.Bodies, o Options) (*Report, error) {
	if err := o.fill(); err != nil {
		return nil, err
	}
	f := &finder{o: o, a: a, report: Report{Most: o.Most, Least: o.Least}}
	r, err := f.run(ctx)
	if err != nil {
		return nil, fmt.Errorf("find copies: %w", err)
	}
	return r, nil
}

func (f *finder) run(ctx context.Context) (*Report, error) {
	prints := f.sorter()
	defer prints.close()
	if err := f.read(ctx, prints); err != nil {
		return nil, err
	}
	pairs := f.sorter()
	defer pairs.close()
	if err := f.pair(ctx, prints, pairs); err != nil {
		return nil, err
	}
	prints.close()
	candidates, err := f.candidates(pairs)
	if err != nil {
		return nil, err
	}
	pairs.close()
	f.report.Pairs = len(candidates)
	if err := f.measure(ctx, candidates); err != nil {
		return nil, err
	}
	f.report.Groups, err = f.groups(ctx, candidates)
	return &f.report, err
}

func (f *finder) sorter() *sorter {
	return &sorter{temp: f.o.Temp, most: max(f.o.Memory/32, 64)} // an entry takes 16 bytes, growing a list as much again
}

// read takes the fingerprints of all articles.
func (f *finder) read(ctx context.Context, prints *sorter) error {
	err := f.a.Bodies(ctx, archive.BodyAsk{Query: f.o.Query}, func(b *archive.Body) error {
		text := textOf(b)
		d := document{id: b.ID, day: b.Day, paper: b.Paper, chars: len(text)}
		var chosen []uint64
		if len(text) >= f.o.Shortest {
			chosen = winnow(hashes(text, nil), nil)
			slices.Sort(chosen)
			chosen = slices.Compact(chosen)
		}
		d.prints = len(chosen)
		f.mu.Lock()
		defer f.mu.Unlock()
		for len(f.docs) <= b.N {
			f.docs = append(f.docs, document{})
		}
		f.docs[b.N] = d
		for _, h := range chosen {
			if err := prints.add(entry{h, uint32(b.N)}); err != nil {
				return err
			}
		}
		return nil
	})
	f.index = make(map[string]int, len(f.docs))
	for i, d := range f.docs {
		f.index[d.id] = i
		if d.chars < f.o.Shortest {
			f.report.Short++
		}
	}
	f.report.Articles = len(f.docs)
	return err
}

// allPairs is in how many articles a fingerprint may be so that all pairs of
// them are looked at. Of more articles each is paired with the one before it
// and with the first: this stays linear, and finds all that have the same text.
const allPairs = 16

// pair makes pairs of the articles that share a fingerprint.
func (f *finder) pair(ctx context.Context, prints, pairs *sorter) error {
	var key uint64
	var docs []uint32
	flush := func() error {
		f.report.Fingerprints++
		switch {
		case len(docs) > f.o.Most:
			f.report.Formulas++
			return nil
		case len(docs) <= allPairs:
			for i, a := range docs {
				for _, b := range docs[i+1:] {
					if err := pairs.add(entry{uint64(a)<<32 | uint64(b), 0}); err != nil {
						return err
					}
				}
			}
			return nil
		}
		for i, b := range docs[1:] {
			for _, a := range docs[:min(i, 1)] {
				if err := pairs.add(entry{uint64(a)<<32 | uint64(b), 0}); err != nil {
					return err
				}
			}
			if err := pairs.add(entry{uint64(docs[i])<<32 | uint64(b), 0}); err != nil {
				return err
			}
		}
		return nil
	}
	n := 0
	for e, err := range prints.sorted() {
		if err != nil {
			return err
		}
		if n++; n%(1<<16) == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if len(docs) > 0 && e.key != key {
			if err := flush(); err != nil {
				return err
			}
			docs = docs[:0]
		}
		if key = e.key; len(docs) <= f.o.Most {
			docs = append(docs, e.value)
		}
	}
	if len(docs) > 0 {
		return flush()
	}
	return nil
}

// pair is two articles, the first before the second.
type pair struct {
	a, b int
	// inA and inB are how many characters of each stand in the other.
	inA, inB int
}

// candidateShare is the least part of the fingerprints of the article with
// fewer that a pair to be measured shares, as one of so many: a fifth of what
// copies have in common by the usual bound, as the winnowing of different
// surroundings chooses differently.
const candidateShare = 10

// near reports two articles that do not lie too many days apart.
func (f *finder) near(p pair) bool {
	if f.o.Within <= 0 {
		return true
	}
	d := days(f.docs[p.a].day, f.docs[p.b].day)
	return d == nil || max(*d, -*d) <= f.o.Within
}

// candidates are the pairs that share enough fingerprints.
func (f *finder) candidates(pairs *sorter) ([]pair, error) {
	var out []pair
	var key uint64
	shared := 0
	flush := func() {
		p := pair{a: int(key >> 32), b: int(key & (1<<32 - 1))}
		if f.near(p) && shared*candidateShare >= min(f.docs[p.a].prints, f.docs[p.b].prints) {
			out = append(out, p)
		}
	}
	for e, err := range pairs.sorted() {
		if err != nil {
			return nil, err
		}
		if shared > 0 && e.key != key {
			flush()
			shared = 0
		}
		key = e.key
		shared++
	}
	if shared > 0 {
		flush()
	}
	return out, nil
}
