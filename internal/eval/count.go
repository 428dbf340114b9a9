package eval

// Count is how many items of a layer are right, how many the gold has and how
// many were found.
type Count struct{ Hit, Gold, Found int }

// Add adds another count, for pooling over pages.
func (c Count) Add(d Count) Count { return Count{c.Hit + d.Hit, c.Gold + d.Gold, c.Found + d.Found} }

// Precision is the share of the found items that are right; where nothing was
// found, 1 if there was nothing to find and else 0.
func (c Count) Precision() float64 {
	if c.Found > 0 {
		return float64(c.Hit) / float64(c.Found)
	}
	if c.Gold == 0 {
		return 1
	}
	return 0
}

// Recall is the share of the gold's items that were found; 1 where the gold
// has none.
func (c Count) Recall() float64 {
	if c.Gold == 0 {
		return 1
	}
	return float64(c.Hit) / float64(c.Gold)
}

// F1 is the harmonic mean of precision and recall.
func (c Count) F1() float64 {
	p, r := c.Precision(), c.Recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

// Scores has a count for each layer that was scored.
type Scores map[string]Count

// Add adds other scores to s, for pooling over pages.
func (s Scores) Add(other Scores) {
	for layer, c := range other {
		s[layer] = s[layer].Add(c)
	}
}
