package clause

// Quote is a pair of quotation marks: the tokens Open and Close are the marks.
type Quote struct {
	// Open and Close are the tokens of the marks. Close is the token after the
	// last word where no mark closes the quotation.
	Open, Close int
	// Closed reports whether a mark closes it.
	Closed bool
	// Parent is the quote around this one, -1 outside.
	Parent int
	// Goes is the quote that goes on with this one in the next paragraph, -1
	// where none does: an opening mark stands before each paragraph and a
	// closing one only after the last (GB/T 15834—2011, 4.8.3.5).
	Goes int
	// From is the quote that this one goes on with, -1 for none.
	From int
}

// longestTerm is the length in characters from which a quotation without a
// closing mark is believed to run to the end of its paragraph.
const longestTerm = 10

// quotes pairs the marks paragraph by paragraph. A mark that closes nothing is
// passed over; one that nothing closes runs to the end of the paragraph.
func (x *Text) quotes() {
	x.inQuote = make([]int32, len(x.Tokens)+1)
	var stack []int
	for k := range x.Tokens {
		r := rune(0)
		if x.Tokens[k].Kind == Mark {
			r = x.At(int(x.Tokens[k].Start))
		}
		straight := (r == '"' || r == '＂') && len(stack) > 0 && x.At(int(x.Tokens[x.Quotes[stack[len(stack)-1]].Open].Start)) == r
		switch {
		case r == '\n':
			x.leave(stack, k)
			stack = stack[:0]
		case opens(r) && !straight:
			q := Quote{Open: k, Close: -1, Parent: -1, Goes: -1, From: -1}
			if n := len(stack); n > 0 {
				q.Parent = stack[n-1]
			}
			stack = append(stack, len(x.Quotes))
			x.Quotes = append(x.Quotes, q)
		case len(stack) > 0 && (closes(r) || straight):
			stack = x.closed(stack, k, r)
		}
		x.inQuote[k] = -1
		if n := len(stack); n > 0 && x.Quotes[stack[n-1]].Open != k {
			x.inQuote[k] = int32(stack[n-1])
		} else if n > 1 {
			x.inQuote[k] = int32(stack[n-2])
		}
	}
	x.inQuote[len(x.Tokens)] = -1
	x.leave(stack, len(x.Tokens))
	x.chain()
}

func opens(r rune) bool  { return r == '“' || r == '‘' || r == '"' || r == '＂' }
func closes(r rune) bool { return r == '”' || r == '’' }

// closed closes the innermost quotation that the mark r at token k fits, and
// those inside it.
func (x *Text) closed(stack []int, k int, r rune) []int {
	n := len(stack) - 1
	for j := n; j >= 0; j-- {
		o := x.At(int(x.Tokens[x.Quotes[stack[j]].Open].Start))
		if o == '“' && r == '”' || o == '‘' && r == '’' || o == r {
			n = j
			break
		}
	}
	for _, q := range stack[n:] {
		x.Quotes[q].Close = k
	}
	x.Quotes[stack[n]].Closed = true
	return stack[:n]
}

func (x *Text) leave(stack []int, k int) {
	for _, q := range stack {
		x.Quotes[q].Close = k
	}
}

// chain joins quotations over paragraphs: one left open, and one that opens
// the next paragraph.
func (x *Text) chain() {
	last := -1
	for i := range x.Quotes {
		q := &x.Quotes[i]
		if q.Parent >= 0 {
			continue
		}
		if last >= 0 && x.opensParagraph(q.Open) && x.Tokens[q.Open].Start == x.Tokens[x.Quotes[last].Close].End {
			x.Quotes[last].Goes, q.From = i, last
		}
		last = -1
		if !q.Closed && q.Close < len(x.Tokens) && x.Tokens[q.Close].Start-x.Tokens[q.Open].Start >= longestTerm {
			last = i
		}
	}
}

func (x *Text) opensParagraph(k int) bool {
	return k == 0 || x.At(int(x.Tokens[k].Start)-1) == '\n'
}

// QuoteAt is the number of the innermost quotation that token k is inside of,
// -1 outside; its marks are not inside.
func (x *Text) QuoteAt(k int) int {
	if k < 0 || k >= len(x.inQuote) {
		return -1
	}
	return int(x.inQuote[k])
}

// Inner gives the characters between the marks of quote q.
func (x *Text) Inner(q int) (i, j int) {
	i = int(x.Tokens[x.Quotes[q].Open].End)
	j = x.Len()
	if c := x.Quotes[q].Close; c < len(x.Tokens) {
		j = int(x.Tokens[c].Start)
	}
	return i, max(i, j)
}

// IsSpeech reports whether quote q holds a sentence or more: it ends in a mark
// of a sentence, or has a comma and is long.
func (x *Text) IsSpeech(q int) bool {
	i, j := x.Inner(q)
	if j-i < 4 {
		return false
	}
	switch x.At(j - 1) {
	case '。', '！', '？', '…':
		return true
	}
	for k := i; k < j; k++ {
		switch x.At(k) {
		case '，', '。', '；', '？':
			return j-i >= longestTerm
		}
	}
	return false
}
