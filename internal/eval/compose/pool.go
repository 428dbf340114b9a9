package compose

import "slices"

// Pool is all articles that pages are made of.
type Pool struct {
	// Articles are sorted by corpus and day.
	Articles []*Article
	// Read is how many articles the corpora have (of January 1998 only the
	// days used), Left why the others were left out.
	Read int
	Left map[string]int
}

// Load reads the corpora under the shared folder and keeps the clean articles.
func Load(shared string) (*Pool, error) {
	all, err := readAll(shared)
	if err != nil {
		return nil, err
	}
	return newPool(all), nil
}

// newPool keeps the clean articles, each once.
func newPool(all []raw) *Pool {
	p := &Pool{Read: len(all), Left: map[string]int{}}
	seen := map[string]bool{}
	for _, r := range all {
		a, why := clean(r)
		if why == "" {
			head, words := "h "+a.Headlines[0], "b "+clip(a.Paragraphs[0], 30)
			if seen[head] || seen[words] {
				why = twice
			}
			seen[head], seen[words] = true, true
		}
		if why != "" {
			p.Left[why]++
			continue
		}
		p.Articles = append(p.Articles, a)
	}
	slices.SortStableFunc(p.Articles, func(a, b *Article) int {
		if a.Corpus != b.Corpus {
			return len(a.Corpus) - len(b.Corpus)
		}
		return a.Date.Compare(b.Date)
	})
	return p
}

// clip is the first n characters of a text.
func clip(s string, n int) string {
	for i := range s {
		if n--; n < 0 {
			return s[:i]
		}
	}
	return s
}
