package phrase

import (
	"cmp"
	"slices"

	"dateline/internal/archive"
)

// report puts together what was found.
func report(wanted []*phrase, t *times, o *Options) *Report {
	r := &Report{By: t.by, Articles: t.articles, Chars: t.total}
	if n := len(t.periods); n > 0 {
		r.From, r.To = t.periods[0], t.periods[n-1]
	}
	for _, p := range wanted {
		r.Phrases = append(r.Phrases, p.report(t, o))
	}
	return r
}

func (p *phrase) report(t *times, o *Options) Phrase {
	out := Phrase{Text: p.text}
	at := map[string]*Period{}
	out.Periods = make([]Period, len(t.periods))
	for i, name := range t.periods {
		out.Periods[i] = Period{Period: name, Chars: t.chars[name]}
		at[name] = &out.Periods[i]
	}
	for i := range p.found {
		x := &p.found[i]
		if x.uses == 0 {
			continue
		}
		out.Uses += x.uses
		out.Articles++
		if period := at[t.period(x.day)]; period != nil {
			period.Uses += x.uses
			period.Articles++
		} else {
			out.Undated += x.uses
		}
	}
	out.First, out.Last = p.first, p.last
	out.PerMillion = rate(out.Uses, t.total)
	for i := range out.Periods {
		out.Periods[i].PerMillion = rate(out.Periods[i].Uses, out.Periods[i].Chars)
	}
	if o.Speakers {
		out.Speakers = top(p.speakers(), o.Top)
	}
	if o.Papers {
		out.Papers = top(p.papers(t), o.Top)
	}
	if o.Variants {
		p.variants(&out, o)
	}
	if len(p.mod) > 0 {
		out.Modifier = p.modifier(t, o)
	}
	return out
}

func top[T any](all []T, n int) []T { return all[:min(n, len(all))] }

// voice is who says a use.
type voice struct {
	said    bool
	speaker string
	mode    string
}

// voiceAt is the innermost statement that a character stands in: words in
// quotation marks inside a statement are those of whom it quotes.
func voiceAt(b *archive.Body, at int) voice {
	var v voice
	least := 0
	for i := range b.Said {
		s := &b.Said[i]
		size, in := 0, false
		for _, p := range s.Pieces {
			size += p.End() - p.Start()
			in = in || p.Start() <= at && at < p.End()
		}
		if in && (!v.said || size < least) {
			v, least = voice{true, s.Speaker, s.Mode}, size
		}
	}
	return v
}

// speakers are who says the phrase, most first.
func (p *phrase) speakers() []Speaker {
	by := map[string]*Speaker{}
	for i := range p.found {
		for _, v := range p.found[i].voices {
			if !v.said {
				continue
			}
			s := by[v.speaker]
			if s == nil {
				s = &Speaker{Name: v.speaker}
				by[v.speaker] = s
			}
			s.Uses++
			switch v.mode {
			case "direct":
				s.Direct++
			case "act":
				s.Act++
			case "carried":
				s.Carried++
			default:
				s.Indirect++
			}
		}
	}
	out := make([]Speaker, 0, len(by))
	for _, s := range by {
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Speaker) int { return cmp.Or(b.Uses-a.Uses, cmp.Compare(a.Name, b.Name)) })
	return out
}

// papers are who prints the phrase, most first.
func (p *phrase) papers(t *times) []Paper {
	by := map[string]*Paper{}
	for i := range p.found {
		x := &p.found[i]
		if x.uses == 0 {
			continue
		}
		s := by[x.paper]
		if s == nil {
			s = &Paper{Name: x.paper, Chars: t.papers[x.paper]}
			by[x.paper] = s
		}
		s.Uses += x.uses
		s.Articles++
		if x.day != "" {
			s.First, s.Last = cmp.Or(s.First, x.day), x.day
		}
	}
	out := make([]Paper, 0, len(by))
	for _, s := range by {
		s.PerMillion = rate(s.Uses, s.Chars)
		out = append(out, *s)
	}
	slices.SortFunc(out, func(a, b Paper) int { return cmp.Or(b.Uses-a.Uses, cmp.Compare(a.Name, b.Name)) })
	return out
}
