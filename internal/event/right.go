package event

import (
	"dateline/internal/clause"
	"dateline/internal/lexicon"
)

// right is what stands after a verb in its clause.
type right struct {
	// object is the phrase that the verb acts on.
	object run
	// occasion is the word that makes the clause one of time (时, 后), "" for
	// none; attributive reports that the clause describes a noun after it.
	occasion    string
	attributive bool
	// end is the token after what was read.
	end int
}

// after skips 了 and 过.
func (r *reader) after(i, to int) int {
	for i < to && (r.word(i) == "了" || r.word(i) == "过" || r.mark(i) == ' ') {
		i++
	}
	return i
}

// right reads the tokens [i, to) after a verb.
func (r *reader) right(i, to int) right {
	i = r.after(i, to)
	g := right{end: i}
	if i >= to {
		return g
	}
	if w := r.word(i); occasions[w] {
		g.occasion = w
		return g
	}
	if w := r.word(i); w == "的" || w == "之" {
		g.attributive = true
		return g
	}
	if o, ok := r.led(i, to); ok {
		g.object, g.end = o, o.to
	} else {
		g.object = r.head(i, to)
		g.end = max(g.object.to, i)
	}
	r.closing(&g, i, to)
	return g
}

// led is a delegation with who leads it.
func (r *reader) led(i, to int) (run, bool) {
	if w := r.word(i); w != "由" && w != "以" && r.covering(i) < 0 {
		return run{}, false
	}
	for k := i; k < to && k < i+30; k++ {
		if r.word(k) == "率领" || r.word(k) == "为首" || r.word(k) == "率" || r.word(k) == "为" && r.lead(k+1) {
			for ; k < to; k++ {
				if r.word(k) == "的" {
					return run{i, r.phrase(k+1, to, false)}, true
				}
			}
			return run{}, false
		}
		if w := r.word(k); occasions[w] {
			break
		}
	}
	return run{}, false
}

// head is the object that begins at i: a list of names or nouns; where a
// clause that describes stands first, what follows its 的.
func (r *reader) head(i, to int) run {
	end := r.phrase(i, to, true)
	if end > i && r.named(run{i, end}) && r.word(end) != "的" {
		return run{i, end}
	}
	for k := end; k < to; k++ {
		if a := r.covering(k); a >= 0 && r.past(a) > k {
			k = r.past(a) - 1
			continue
		}
		w := r.word(k)
		if occasions[w] && w != "中" && !(k+1 < to && r.word(k+1) == "的") {
			break
		}
		if w != "的" || k+1 >= to {
			continue
		}
		if e := r.phrase(k+1, to, true); e > k+1 && r.word(e) != "的" && (end == i || r.named(run{k + 1, e}) || !r.named(run{i, end})) {
			return run{k + 1, e}
		}
	}
	return run{i, end}
}

// named reports whether a phrase has a person in it, or somebody meant.
func (r *reader) named(p run) bool {
	for k := p.from; k < p.to; k++ {
		if r.is(k, clause.Name) {
			if a := &r.x.Actors[r.x.Tokens[k].Number]; a.Kind == clause.Person || len(a.People) > 0 {
				return true
			}
		}
	}
	return false
}

// closing sees what comes after the object: 的, or a word of occasion.
func (r *reader) closing(g *right, i, to int) {
	k := g.end
	if w := r.word(k); k < to && (w == "的" || w == "之") {
		g.attributive = true
		return
	}
	for ; k < to && k < g.end+12; k++ {
		w := r.word(k)
		switch {
		case w == "的":
			return
		case occasions[w] && w != "中" || w == "时说":
			g.occasion = w
			return
		case r.x.Tokens[k].Kind == clause.Word && r.x.Tokens[k].Class.Has(lexicon.After):
			return
		}
	}
}

// noun looks in the tokens [i, to) for a noun of the list that ends a phrase:
// after it stands a mark, a verb or the end of the clause. It gives the noun's
// token, -1 for none.
func (r *reader) lastOf(i, to int, list set) int {
	for k := i; k < to; k++ {
		w := r.word(k)
		if w == "" || !list[w] {
			continue
		}
		if k+1 >= to || r.x.Tokens[k+1].Kind == clause.Mark && r.mark(k+1) != '、' || !r.nominal(k+1) && r.covering(k+1) < 0 {
			return k
		}
	}
	return -1
}
