package figurebench

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"dateline/internal/figure"
	"dateline/internal/han"
)

// sameValue compares numbers as numbers (they print 15 digits and exponents)
// and what follows them as text.
func sameValue(a, b string) bool {
	if a == b {
		return true
	}
	x, restX := number(a)
	y, restY := number(b)
	return restX == restY && x == x && y == y && math.Abs(x-y) <= 1e-12*math.Max(math.Abs(x), math.Abs(y))
}

// number is the number that a value begins with, NaN for none, and the rest.
func number(s string) (float64, string) {
	head, rest, _ := strings.Cut(s, " ")
	percent := strings.HasSuffix(head, "%")
	v, err := strconv.ParseFloat(strings.TrimSuffix(head, "%"), 64)
	if err != nil {
		return math.NaN(), s
	}
	if percent {
		rest = "% " + rest
	}
	return v, rest
}

func show(input string, want, got []found) string {
	return fmt.Sprintf("%q want %v got %v", input, want, got)
}

// plainValue takes a result's value as it is.
func plainValue(text string, r map[string]any) (found, bool) {
	v, ok := r["value"].(string)
	return found{text, v}, ok
}

// valueOnly leaves the characters out: theirs take in the words of a
// condition, ours the number and its unit.
func valueOnly(text string, r map[string]any) (found, bool) {
	f, ok := plainValue(text, r)
	f.text = ""
	return f, ok
}

// currencyValue takes value and ISO code; a unit that they give no code is
// named. Their plain "Dollar" is the sign $, ours USD.
func currencyValue(text string, r map[string]any) (found, bool) {
	f, ok := plainValue(text, r)
	unit, _ := r["isoCurrency"].(string)
	if unit == "" {
		unit = map[string]string{"Dollar": "USD", "Bitcoin": "{比特币}"}[fmt.Sprint(r["unit"])]
	}
	f.value += " " + unit
	return f, ok
}

// theirUnits are their names of units in UCUM.
var theirUnits = map[string]string{
	"Mu": "{亩}", "Kilogram": "kg", "Centimeter": "cm", "Ton": "t", "Meter": "m", "Jin": "{斤}", "Liang": "{两}", "Kilometer": "km",
	"Gram": "g", "Kilobit": "kbit", "Megabyte": "MBy", "Kilobyte": "kBy", "Megahertz": "MHz", "Hertz": "Hz", "Kilowatt": "kW",
	"Kilocalorie": "kcal", "Microgram": "ug", "Year": "a", "Month": "mo", "Week": "wk", "Day": "d",
	"C": "Cel", "F": "[degF]", "Degree": "degree", "Bit": "bit",
}

// unitValue takes value and unit.
func unitValue(text string, r map[string]any) (found, bool) {
	f, ok := plainValue(text, r)
	f.value += " " + theirUnits[fmt.Sprint(r["unit"])]
	return f, ok
}

// figuresWith brings the figures of a kind to their form. They read of a range
// its second end alone, and no unit that is not printed in the span.
func figuresWith(kind string) func(string) []found {
	return func(text string) []found {
		var out []found
		for _, f := range figure.Find(text, figure.Context{}) {
			if f.Kind != kind || !printsUnit(f, text) {
				continue
			}
			value, span := f.Value, f.Span.In(text)
			if f.High != "" {
				value, span = f.High, lastPart(span)
			}
			out = append(out, found{span, value + " " + f.Unit})
		}
		return out
	}
}

// lastPart is the second number of a range with its unit.
func lastPart(s string) string {
	at := strings.LastIndexAny(s, "-~～—至到")
	if at < 0 {
		return s
	}
	_, n := utf8.DecodeRuneInString(s[at:])
	return strings.TrimSpace(s[at+n:])
}

// printsUnit reports that a figure's unit stands in its span: the span is more
// than a numeral.
func printsUnit(f figure.Figure, text string) bool {
	s := f.Span.In(text)
	_, size := han.Number(s)
	return size < len(s)
}

// temperatures are the measures of degrees. They name 度 a degree whatever it
// measures, and ours settles it.
func temperatures(text string) []found {
	var out []found
	for _, f := range figure.Find(text, figure.Context{}) {
		span := f.Span.In(text)
		switch {
		case f.Kind != figure.Measure:
		case strings.HasSuffix(span, "度") && !strings.Contains(span, "氏") && (f.Unit == "Cel" || f.Unit == "deg"):
			out = append(out, found{span, f.Value + " degree"})
		case f.Unit == "Cel" || f.Unit == "[degF]":
			out = append(out, found{span, f.Value + " " + f.Unit})
		}
	}
	return out
}

// percentages brings shares to percent: 千分之 and 万分之 as they do, 成 and 折,
// and percentage points, which they do not tell from percent. They have no
// value for a numeral that is a range in itself (二三十) and leave it out; of
// two ends they take the second.
func percentages(text string) []found {
	var out []found
	for _, f := range figure.Find(text, figure.Context{}) {
		exp, ok := percentExp(f, text)
		if !ok || f.High != "" && lastPart(f.Span.In(text)) == f.Span.In(text) {
			continue
		}
		value, span := f.Value, f.Span.In(text)
		if f.High != "" {
			value, span = f.High, lastPart(span)
		}
		v, _ := strconv.ParseFloat(value, 64)
		out = append(out, found{span, strconv.FormatFloat(v*math.Pow10(exp), 'g', -1, 64) + "%"})
	}
	return out
}

// percentExp is the power of ten that makes a figure percent.
func percentExp(f figure.Figure, text string) (int, bool) {
	span := f.Span.In(text)
	switch {
	case f.Kind == figure.Percent && f.Unit == "[ppth]":
		return -1, true
	case f.Kind == figure.Percent:
		return 0, true
	case f.Kind == figure.Ratio && (strings.ContainsAny(span, "成折") || strings.Contains(strings.ReplaceAll(span, " ", ""), "万分之")):
		return 2, true
	case f.Kind == figure.Ratio && strings.Contains(span, "萬分之"):
		return 2, true
	}
	return 0, false
}
