package timexbench

import "dateline/internal/eval"

// All scores every set that lies in the folder: the annotated pages, clean
// and in each spoilt form, pooled, then the cases of others.
func All(shared string) ([]Score, error) {
	var out []Score
	for _, f := range append([]eval.Form{{Name: "clean"}}, eval.Forms...) {
		pages, err := Gold(shared, f)
		if err != nil {
			return nil, err
		}
		out = append(out, pool("gold pages, "+f.Name, pages))
	}
	for _, b := range benches {
		s, err := b.score(shared)
		if err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, nil
}

// pool adds scores up.
func pool(name string, scores []Score) Score {
	p := Score{Name: name}
	for _, s := range scores {
		p.Hit += s.Hit
		p.Want += s.Want
		p.Found += s.Found
		for _, w := range s.Wrong {
			p.Wrong = append(p.Wrong, s.Name+": "+w)
		}
	}
	return p
}
