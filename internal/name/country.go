package name

import "dateline/internal/lexicon"

// nationsOf counts the countries that a text names in full or by a capital.
func (p *page) nationsOf(b *body) map[*lexicon.Nation]int {
	var out map[*lexicon.Nation]int
	all := lexicon.LoadCountries()
	for k := range b.lat.Words {
		w := &b.lat.Words[k]
		if w.End-w.Start < 2 || !w.Class.Has(lexicon.Country|lexicon.Place) {
			continue
		}
		s, worth := b.text(int(w.Start), int(w.End)), 2
		n := all.Name(s)
		if n == nil {
			n, worth = all.Capital(s), 1
		}
		if n == nil {
			continue
		}
		if out == nil {
			out = map[*lexicon.Nation]int{}
		}
		out[n] += worth
	}
	return out
}

// nations counts them over the page, once.
func (p *page) countNations() {
	p.nations = map[*lexicon.Nation]int{}
	for _, b := range p.bodies {
		b.nations = p.nationsOf(b)
		article := p.story(b).nations
		for n, k := range b.nations {
			p.nations[n] += k
			article[n] += k
		}
	}
}

// nation says which country a short name stands for in a text: the one that
// the article names most, then the one that the page does; else the best
// known where there is only one. Nil where it cannot be told.
func (p *page) nation(b *body, short string) *lexicon.Nation {
	choice := p.short(short)
	for _, count := range []map[*lexicon.Nation]int{b.nations, p.story(b).nations, p.nations} {
		var best *lexicon.Nation
		for _, n := range choice {
			if count[n] > 0 && (best == nil || count[n] > count[best]) {
				best = n
			}
		}
		if best != nil {
			return best
		}
	}
	if len(choice) > 0 && known[short] {
		return choice[0]
	}
	return nil
}

// known are short names that stand for one country where none is named.
var known = map[string]bool{"中": true, "美": true, "英": true, "法": true, "德": true, "俄": true, "苏": true, "日": true, "韩": true, "朝": true, "越": true, "印": true, "意": true, "加": true, "澳": true, "葡": true, "荷": true, "泰": true, "缅": true}
