package phrase

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/lexicon"
	"dateline/internal/query"
	"dateline/record"
)

// Options say what is counted.
type Options struct {
	// Phrases are what is looked for.
	Phrases []string
	// Query says in which articles, nil in all.
	Query query.Node
	// By is month, year or "": by month up to three years, else by year.
	By string
	// Speakers, Papers and Variants ask for these too.
	Speakers, Papers, Variants bool
	// Least is in how many places a variant stands at least; 0 is 5.
	Least int
	// Top is how many speakers, papers and variants are given; 0 is 20.
	Top int
	// Modifier is a word with and without which each phrase is counted.
	Modifier string
}

// MostPhrases is how many phrases are counted at once.
const MostPhrases = 16

// Find counts phrases in an archive.
func Find(ctx context.Context, a archive.Bodies, o Options) (*Report, error) {
	o.Least, o.Top = cmp.Or(o.Least, 5), cmp.Or(o.Top, 20)
	wanted, err := o.wanted()
	if err != nil {
		return nil, err
	}
	var volumes []archive.Volume
	var volumesErr error
	var wait sync.WaitGroup
	wait.Go(func() { volumes, volumesErr = a.Volumes(ctx, archive.VolumeAsk{Query: o.Query, Papers: o.Papers}) })
	for i := range wanted {
		if err = wanted[i].find(ctx, a, &o); err != nil {
			break
		}
	}
	wait.Wait()
	if err == nil {
		err = volumesErr
	}
	if err != nil {
		return nil, fmt.Errorf("count phrases: %w", err)
	}
	return report(wanted, newTimes(volumes, o.By), &o), nil
}

// phrase is one that is looked for.
type phrase struct {
	text  string
	units []archive.Unit
	runes []rune         // the units, where each is one character
	bare  []archive.Unit // without the modifier
	mod   []archive.Unit

	mu    sync.Mutex
	found []article
	// first and last are uses in the first and last dated article.
	first, last *Use
}

// article is an article with uses.
type article struct {
	n         int
	id        string
	day       string
	paper     string
	uses      int
	voices    []voice
	sides     []side
	modifiers []modified
}

func (o *Options) wanted() ([]*phrase, error) {
	if len(o.Phrases) == 0 || len(o.Phrases) > MostPhrases {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%d phrases; from 1 to %d are counted at once", len(o.Phrases), MostPhrases)}
	}
	if o.By != "" && o.By != "month" && o.By != "year" {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("phrases are counted by month or year, not by %q", o.By)}
	}
	out := make([]*phrase, len(o.Phrases))
	for i, text := range o.Phrases {
		p := &phrase{text: text, units: archive.PhraseUnits(text), mod: archive.PhraseUnits(o.Modifier)}
		if len(p.units) == 0 || o.Modifier != "" && len(p.mod) == 0 {
			return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q has nothing that can be looked for", text), Hint: "give a character, a letter or a digit"}
		}
		p.bare = without(p.units, p.mod)
		if len(p.mod) > 0 && len(p.bare) == 0 {
			return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q without %q is nothing", text, o.Modifier)}
		}
		p.runes = plainRunes(p.units)
		out[i] = p
	}
	return out, nil
}

// without takes the first place of a word out of a phrase.
func without(units, word []archive.Unit) []archive.Unit {
	at := archive.Occurrences(units, word)
	if len(at) == 0 {
		return units
	}
	out := slices.Clone(units[:at[0]])
	return append(out, units[at[0]+len(word):]...)
}

// find looks for the phrase in the articles that have it.
func (p *phrase) find(ctx context.Context, a archive.Bodies, o *Options) error {
	var q query.Node = query.Field{Name: query.Body, Text: p.text}
	if len(p.mod) > 0 {
		q = query.Or{Of: []query.Node{q, query.Field{Name: query.Body, Text: join(p.bare)}}}
	}
	if o.Query != nil {
		q = query.And{Of: []query.Node{o.Query, q}}
	}
	err := a.Bodies(ctx, archive.BodyAsk{Query: q, Said: o.Speakers}, func(b *archive.Body) error {
		x := p.in(b, o)
		if x.uses > 0 || len(x.modifiers) > 0 {
			p.mu.Lock()
			p.found = append(p.found, x)
			p.mu.Unlock()
		}
		return nil
	})
	slices.SortFunc(p.found, func(a, b article) int { return a.n - b.n })
	if err != nil {
		return err
	}
	return p.ends(ctx, a)
}

// ends reads the first and the last dated article with the phrase again.
func (p *phrase) ends(ctx context.Context, a archive.Bodies) error {
	dated := func(x article) bool { return x.uses > 0 && x.day != "" }
	i := slices.IndexFunc(p.found, dated)
	if i < 0 {
		return nil
	}
	first, last := p.found[i].id, p.found[i].id
	for _, x := range p.found[i:] {
		if dated(x) {
			last = x.id
		}
	}
	return a.Bodies(ctx, archive.BodyAsk{IDs: []string{first, last}}, func(b *archive.Body) error {
		var all []Use
		for i := range b.Paragraphs {
			for _, r := range p.ranges(b, i) {
				all = append(all, use(b, i, r))
			}
		}
		p.mu.Lock()
		defer p.mu.Unlock()
		if b.ID == first && len(all) > 0 {
			p.first = &all[0]
		}
		if b.ID == last && len(all) > 0 {
			p.last = &all[len(all)-1]
		}
		return nil
	})
}

// in looks for the phrase in one article.
func (p *phrase) in(b *archive.Body, o *Options) article {
	x := article{n: b.N, id: b.ID, day: b.Day, paper: b.Paper}
	if !o.Speakers && !o.Variants && len(p.mod) == 0 {
		for i := range b.Paragraphs {
			x.uses += len(p.ranges(b, i))
		}
		return x
	}
	for i := range b.Paragraphs {
		if !mayHave(b, i, p.units[0].Text) && (len(p.mod) == 0 || !mayHave(b, i, p.bare[0].Text)) {
			continue
		}
		units := b.Units(i)
		at := archive.Occurrences(units, p.units)
		x.uses += len(at)
		for _, k := range at {
			if o.Speakers {
				x.voices = append(x.voices, voiceAt(b, units[k].Start))
			}
			if o.Variants {
				x.sides = append(x.sides, sideOf(units, k, len(p.units)))
			}
		}
		if len(p.mod) > 0 {
			x.modifiers = append(x.modifiers, p.modified(units, at)...)
		}
	}
	return x
}

// mayHave reports a paragraph that can have a unit: cutting it costs more
// than looking for one character. Runs of letters are not looked for.
func mayHave(b *archive.Body, paragraph int, unit string) bool {
	var only rune
	for i, r := range unit {
		if i > 0 || r < 0x3000 {
			return true
		}
		only = r
	}
	for _, p := range b.Paragraphs[paragraph] {
		for _, r := range b.Runes[p.Start()-b.From : p.End()-b.From] {
			if r == only || lexicon.Fold(r) == only {
				return true
			}
		}
	}
	return false
}

// around is how many code points a use shows on each side.
const around = 20

// use is a place of the phrase with its pieces.
func use(b *archive.Body, paragraph int, at record.Piece) Use {
	pieces := b.Paragraphs[paragraph]
	in := archive.Within(at, pieces)
	u := Use{Article: b.ID, Day: b.Day, Paper: b.Paper, Span: record.Span{Text: b.Text(in), Pieces: in}}
	before := []rune(b.Text(archive.Within(record.Piece{pieces[0].Start(), at.Start()}, pieces)))
	after := []rune(b.Text(archive.Within(record.Piece{at.End(), pieces[len(pieces)-1].End()}, pieces)))
	u.Before, u.After = string(before[max(0, len(before)-around):]), string(after[:min(len(after), around)])
	return u
}

func join(units []archive.Unit) string {
	var b strings.Builder
	for i, u := range units {
		switch {
		case u.Text == archive.Gap:
			b.WriteByte('-')
			continue
		case i > 0 && isRun(u.Text) && isRun(units[i-1].Text):
			b.WriteByte(' ')
		}
		b.WriteString(u.Text)
	}
	return b.String()
}

// isRun reports a unit of letters or digits.
func isRun(s string) bool { return s != archive.Gap && s[0] < 0x80 }
