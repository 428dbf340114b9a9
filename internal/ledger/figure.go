package ledger

import (
	"cmp"
	"context"
	"math/big"
	"slices"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// Series are the figures of one subject, of one kind and unit, over time. A
// rise or a fall is a series apart from what rises.
type Series struct {
	Subject, Kind, Unit string
	// Change and Base are "" for a figure that is no change.
	Change, Base string
	Points       []Point
}

// Point is what is told for one time.
type Point struct {
	// Period is the time that the figure is for, "" where the sources give
	// none: nothing is said then about whether the figures agree.
	Period string
	Values []FigureValue
	// Conflict: there are values of which not both can be so, as they stand.
	Conflict bool
}

// FigureValue is a value with the figures that tell it.
type FigureValue struct {
	Value, High, Bound string
	Rows               []archive.FigureRow
}

// FindSeries gives the series of a subject, the one with the most figures
// first; NotFound where nothing counts it.
func FindSeries(ctx context.Context, r archive.Reader, ask archive.FigureAsk) ([]Series, error) {
	rows, _, err := r.Figures(ctx, ask)
	if err != nil {
		return nil, err
	}
	if len(rows) == 0 {
		return nil, &fault.Error{Meaning: fault.NotFound, Say: "no figure of the archive counts " + ask.Subject, Hint: "dateline figures --with WORD lists subjects"}
	}
	return seriesOf(rows), nil
}

// seriesOf sorts figures into series.
func seriesOf(rows []archive.FigureRow) []Series {
	type key struct{ subject, kind, unit, change, base string }
	at := map[key]int{}
	var out []Series
	var in [][]archive.FigureRow
	for _, x := range rows {
		k := key{archive.Fold(x.Subject), x.Kind, x.Unit, x.Change, x.Base}
		i, ok := at[k]
		if !ok {
			i = len(out)
			at[k] = i
			out, in = append(out, Series{Subject: x.Subject, Kind: x.Kind, Unit: x.Unit, Change: x.Change, Base: x.Base}), append(in, nil)
		}
		in[i] = append(in[i], x)
	}
	order := make([]int, len(out))
	for i := range out {
		out[i].Points = pointsOf(in[i])
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return len(in[b]) - len(in[a]) })
	sorted := make([]Series, len(out))
	for i, k := range order {
		sorted[i] = out[k]
	}
	return sorted
}

// pointsOf puts the figures of a series in the order of their times, those
// without one last.
func pointsOf(rows []archive.FigureRow) []Point {
	at := map[string]int{}
	var out []Point
	for _, x := range rows {
		i, ok := at[x.Period]
		if !ok {
			i = len(out)
			at[x.Period] = i
			out = append(out, Point{Period: x.Period})
		}
		out[i].add(x)
	}
	for i := range out {
		out[i].Conflict = out[i].Period != "" && conflict(out[i].Values)
	}
	slices.SortStableFunc(out, func(a, b Point) int { return cmp.Compare(cmp.Or(a.Period, "~"), cmp.Or(b.Period, "~")) })
	return out
}

func (p *Point) add(x archive.FigureRow) {
	i := slices.IndexFunc(p.Values, func(v FigureValue) bool { return v.Value == x.Value && v.High == x.High && v.Bound == x.Bound })
	if i < 0 {
		i = len(p.Values)
		p.Values = append(p.Values, FigureValue{Value: x.Value, High: x.High, Bound: x.Bound})
	}
	p.Values[i].Rows = append(p.Values[i].Rows, x)
}

// conflict reports two values that cannot both be.
func conflict(all []FigureValue) bool {
	for i, a := range all {
		for _, b := range all[i+1:] {
			if !agree(a, b) {
				return true
			}
		}
	}
	return false
}

// agree: two values can be of one quantity: their ranges meet. A value without
// a bound stands for all that is rounded to it.
func agree(a, b FigureValue) bool {
	x, ok := rangeOf(a)
	y, ok2 := rangeOf(b)
	if !ok || !ok2 {
		return true
	}
	return x.before(y) && y.before(x)
}

// before: a range begins before another ends. Two ranges that only touch do
// not meet: 91.5 is rounded to 91 or to 92; but a number that is not rounded
// is in a range that ends with it.
func (x valueRange) before(y valueRange) bool {
	if x.low == nil || y.high == nil {
		return true
	}
	c := x.low.Cmp(y.high)
	return c < 0 || c == 0 && (x.exact() || y.exact())
}

func (x valueRange) exact() bool { return x.low != nil && x.high != nil && x.low.Cmp(x.high) == 0 }

// valueRange is from where to where a value can be, nil for without an end.
type valueRange struct{ low, high *big.Rat }

// rangeOf reads a figure. What is about or nearly a value is within a tenth of
// it.
func rangeOf(v FigureValue) (valueRange, bool) {
	n, ok := new(big.Rat).SetString(v.Value)
	if !ok {
		return valueRange{}, false
	}
	half := rounding(v.Value)
	r := valueRange{new(big.Rat).Sub(n, half), new(big.Rat).Add(n, half)}
	if high, ok := new(big.Rat).SetString(v.High); ok && v.High != "" {
		r.high = new(big.Rat).Add(high, rounding(v.High))
	}
	tenth := new(big.Rat).Mul(n, big.NewRat(1, 10))
	tenth.Abs(tenth)
	switch v.Bound {
	case "more than", "at least":
		// More than 90 is said of 91.4, hardly of 900.
		r.low, r.high = n, new(big.Rat).Add(r.high, new(big.Rat).Mul(tenth, big.NewRat(10, 1)))
	case "less than", "at most":
		r.low = nil
		r.high = n
	case "about":
		r.low, r.high = r.low.Sub(r.low, tenth), r.high.Add(r.high, tenth)
	case "nearly":
		r.low = r.low.Sub(r.low, tenth)
	}
	return r, true
}

// rounding is half of the last place that a number is given to: 0.05 for 6.7,
// 500 for 91000. A count of few digits is exact.
func rounding(s string) *big.Rat {
	s = strings.TrimLeft(s, "+-")
	places := 0
	if _, after, ok := strings.Cut(s, "."); ok {
		places = len(after)
	} else if zeros := len(s) - len(strings.TrimRight(s, "0")); zeros >= 3 {
		places = -zeros
	} else {
		return new(big.Rat)
	}
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(places, -places))), nil)
	if places > 0 {
		return new(big.Rat).SetFrac(big.NewInt(1), unit.Mul(unit, big.NewInt(2)))
	}
	return new(big.Rat).SetFrac(unit, big.NewInt(2))
}
