package clause

import "sort"

// Sentence is the tokens [From, To) up to a mark that ends it, the mark and a
// closing quotation mark after it included. A sentence mark inside a
// quotation ends no sentence outside of it, unless the quotation is long.
type Sentence struct {
	From, To int
	// Paragraph is the paragraph's number in the body.
	Paragraph int
	// Clauses are the clauses [First, Last) of the sentence.
	First, Last int
}

// Clause is the tokens [From, To) between two marks of pause, marks left out.
type Clause struct {
	From, To int
	Sentence int
	// Quote is the quotation that it stands in, -1 outside.
	Quote int
}

// sentences cuts the tokens into sentences and clauses.
func (x *Text) sentences() {
	x.Sentences = make([]Sentence, 0, len(x.Tokens)/24+1)
	x.Clauses = make([]Clause, 0, len(x.Tokens)/8+1)
	paragraph, from := 0, 0
	for k := range x.Tokens {
		switch r := x.mark(k); {
		case r == '\n':
			x.sentence(from, k, paragraph)
			from, paragraph = k+1, paragraph+1
		case ends(r) && !x.endGoesOn(k):
			x.sentence(from, k+1, paragraph)
			from = k + 1
		case r == '”' && k > 0 && ends(x.mark(k-1)) && x.QuoteAt(k) < 0 && x.newSentence(k+1):
			x.sentence(from, k+1, paragraph)
			from = k + 1
		}
	}
	x.sentence(from, len(x.Tokens), paragraph)
}

// mark is the character of token k where it is a mark, else 0.
func (x *Text) mark(k int) rune {
	if k < 0 || k >= len(x.Tokens) || x.Tokens[k].Kind != Mark {
		return 0
	}
	return x.At(int(x.Tokens[k].Start))
}

func ends(r rune) bool { return r == '。' || r == '！' || r == '？' }

// endGoesOn reports whether the end mark at k is inside a quotation, or has a
// closing mark after it.
func (x *Text) endGoesOn(k int) bool {
	return x.QuoteAt(k) >= 0 || closes(x.mark(k+1)) && x.QuoteAt(k) >= 0
}

// newSentence reports whether a sentence can begin at token k, after a
// quotation: not where a verb of saying or a clause goes on.
func (x *Text) newSentence(k int) bool {
	switch x.mark(k) {
	case '，', '、', '；', '。', '！', '？', '：', '—', '…', '）':
		return false
	}
	return x.Text(k) != "的"
}

// sentence adds the sentence [from, to) with its clauses.
func (x *Text) sentence(from, to, paragraph int) {
	if to <= from {
		return
	}
	s := Sentence{From: from, To: to, Paragraph: paragraph, First: len(x.Clauses)}
	at := from
	for k := from; k <= to; k++ {
		if k < to && !pauses(x.mark(k)) {
			continue
		}
		if k > at {
			x.Clauses = append(x.Clauses, Clause{From: at, To: k, Sentence: len(x.Sentences), Quote: x.QuoteAt(at)})
		}
		at = k + 1
	}
	s.Last = len(x.Clauses)
	x.Sentences = append(x.Sentences, s)
}

// pauses reports a mark that stands between clauses. 、 and the marks of
// brackets and titles are inside one.
func pauses(r rune) bool {
	switch r {
	case '，', '；', '：', '。', '！', '？', '“', '”', '‘', '’', '"', '…', '—', ' ':
		return true
	}
	return false
}

// SentenceAt is the number of the sentence that token k is in.
func (x *Text) SentenceAt(k int) int {
	return max(0, sort.Search(len(x.Sentences), func(i int) bool { return x.Sentences[i].From > k })-1)
}

// ClauseAt is the number of the clause that token k is in, or the one before
// it where k is a mark; -1 where there is none.
func (x *Text) ClauseAt(k int) int {
	return sort.Search(len(x.Clauses), func(i int) bool { return x.Clauses[i].From > k }) - 1
}
