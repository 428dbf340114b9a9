package sqlite

import (
	"fmt"
	"slices"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/query"
)

// step is a part of a query as it is looked up: an expression of one index or
// of both, or numbers of articles, or steps put together.
type step struct {
	// words and marks are expressions of the indexes, each by itself the whole
	// step; "" where that index cannot tell.
	words, marks string
	// ids are the answer itself, where none of the others is set.
	ids []int64
	// op is and, or, or without (the first without the others) of the steps.
	op op
	of []*step
	// depth is how deep brackets stand in an expression.
	depth int
}

type op byte

const (
	none op = iota
	and
	or
	without
)

// The columns that words are looked for in.
const (
	textColumns  = "{body headline}"
	bodyColumn   = "body"
	headColumn   = "headline"
	saidColumn   = "said"
	mostInOne    = 200 // expressions put together in one
	mostDepth    = 20  // brackets in brackets: the index's parser has a stack of 100
	mostDistance = 1 << 20
)

// every is the step of all articles.
func every() *step { return valueStep(everyMark) }

func valueStep(token string) *step { return &step{words: valueExpr(token), marks: unitExpr(token)} }

// plan makes the steps of a query.
func (l look) plan(q query.Node) (*step, error) {
	switch n := q.(type) {
	case nil:
		return every(), nil
	case query.And:
		return l.planAnd(n)
	case query.Or:
		of, err := l.planAll(n.Of)
		return together(or, of), err
	case query.Not:
		x, err := l.plan(n.Of)
		if err != nil {
			return nil, err
		}
		return minus(every(), x), nil
	case query.Phrase:
		return phraseStep(textColumns, n.Text)
	case query.Near:
		return nearStep(n)
	case query.Field:
		return l.planField(n)
	case query.Range:
		return l.planRange(n)
	}
	return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("a query of an unknown kind %T", q)}
}

func (l look) planAll(of []query.Node) ([]*step, error) {
	out := make([]*step, len(of))
	var err error
	for i, n := range of {
		if out[i], err = l.plan(n); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// planAnd takes what is asked for, less what is not.
func (l look) planAnd(n query.And) (*step, error) {
	var yes, no []*step
	for _, k := range n.Of {
		not, ok := k.(query.Not)
		if ok {
			k = not.Of
		}
		x, err := l.plan(k)
		if err != nil {
			return nil, err
		}
		if ok {
			no = append(no, x)
		} else {
			yes = append(yes, x)
		}
	}
	out := every()
	if len(yes) > 0 {
		out = together(and, yes)
	}
	if len(no) > 0 {
		out = minus(out, together(or, no))
	}
	return out, nil
}

func phraseStep(columns, text string) (*step, error) {
	u := archive.PhraseUnits(text)
	if len(u) == 0 {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: fmt.Sprintf("%q has nothing that can be looked for", text), Hint: "give a character, a letter or a digit"}
	}
	x := &step{words: phraseExpr(columns, u)}
	if len(u) == 1 && columns == textColumns {
		x = &step{marks: unitExpr(u[0].Text)}
	}
	return x, nil
}

func nearStep(n query.Near) (*step, error) {
	a, b := archive.PhraseUnits(n.A.Text), archive.PhraseUnits(n.B.Text)
	if len(a) == 0 || len(b) == 0 {
		return nil, &fault.Error{Meaning: fault.Invalid, Say: "NEAR without words on both sides"}
	}
	return &step{words: nearExpr(textColumns, a, b, min(max(n.Within, 0), mostDistance))}, nil
}

// together puts steps together: those that one index can answer in one
// expression.
func together(o op, of []*step) *step {
	if len(of) == 1 {
		return of[0]
	}
	all := func(get func(*step) string) string {
		var parts []string
		for _, x := range of {
			if get(x) == "" {
				return ""
			}
			parts = append(parts, "("+get(x)+")")
		}
		if len(parts) == 0 || len(parts) > mostInOne || deepest(of) >= mostDepth {
			return ""
		}
		return strings.Join(parts, map[op]string{and: " AND ", or: " OR "}[o])
	}
	x := &step{words: all(func(x *step) string { return x.words }), marks: all(func(x *step) string { return x.marks }), depth: deepest(of) + 1}
	if x.words != "" || x.marks != "" {
		return x
	}
	return &step{op: o, of: grouped(o, of)}
}

// grouped puts the steps that one index can answer in one step each.
func grouped(o op, of []*step) []*step {
	var words, rest []*step
	for _, x := range of {
		if x.words != "" {
			words = append(words, x)
		} else {
			rest = append(rest, x)
		}
	}
	var marks, out []*step
	for _, x := range rest {
		if x.marks != "" {
			marks = append(marks, x)
		} else {
			out = append(out, x)
		}
	}
	for _, g := range [][]*step{words, marks} {
		if deepest(g) >= mostDepth {
			out = append(out, g...)
			continue
		}
		for part := range slices.Chunk(g, mostInOne) {
			out = append(out, together(o, part))
		}
	}
	return out
}

// deepest is the greatest depth of steps.
func deepest(of []*step) int {
	d := 0
	for _, x := range of {
		d = max(d, x.depth)
	}
	return d
}

// minus is one step without another.
func minus(a, b *step) *step {
	x := &step{depth: deepest([]*step{a, b}) + 1}
	if x.depth > mostDepth {
		return &step{op: without, of: []*step{a, b}}
	}
	if a.words != "" && b.words != "" {
		x.words = "(" + a.words + ") NOT (" + b.words + ")"
	}
	if a.marks != "" && b.marks != "" {
		x.marks = "(" + a.marks + ") NOT (" + b.marks + ")"
	}
	if x.words != "" || x.marks != "" {
		return x
	}
	return &step{op: without, of: []*step{a, b}}
}

// inOne gives the index and the expression that answer a step by themselves;
// marks is the quicker one.
func (x *step) inOne() (table, expr string) {
	switch {
	case x.marks != "":
		return "marks", x.marks
	case x.words != "":
		return "words", x.words
	}
	return "", ""
}

// answer is the numbers of the articles of a step, in their order.
func (l look) answer(x *step) ([]int64, error) {
	if table, expr := x.inOne(); table != "" {
		return l.ids("SELECT rowid FROM "+table+" WHERE "+table+" MATCH ?", expr)
	}
	if x.op == none {
		return x.ids, nil
	}
	out, err := l.answer(x.of[0])
	for _, k := range x.of[1:] {
		if err != nil {
			return nil, err
		}
		if len(out) == 0 && x.op != or {
			return nil, nil
		}
		var ids []int64
		if ids, err = l.answer(k); err != nil {
			return nil, err
		}
		out = combine(x.op, out, ids)
	}
	return out, err
}

// combine puts two sorted lists together.
func combine(o op, a, b []int64) []int64 {
	var out []int64
	for i, j := 0, 0; i < len(a) || j < len(b); {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			if o != and {
				out = append(out, a[i])
			}
			i++
		case i == len(a) || b[j] < a[i]:
			if o == or {
				out = append(out, b[j])
			}
			j++
		default:
			if o != without {
				out = append(out, a[i])
			}
			i, j = i+1, j+1
		}
	}
	return out
}
