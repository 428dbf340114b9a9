package eval

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"
)

func sortedKeys[V any](m map[string]V) []string { return slices.Sorted(maps.Keys(m)) }

// TestGoldAgainstItself: every item of the gold is right, in every layer.
func TestGoldAgainstItself(t *testing.T) {
	for _, file := range goldFiles(t) {
		a := annotationOf(t, file)
		for layer, c := range Score(a, a) {
			if c.Hit != c.Gold || c.Hit != c.Found {
				t.Errorf("%s: %s: %v", file, layer, c)
			}
		}
	}
}

// TestCases runs the cases of testdata/score and testdata/structure. A case
// has the gold and, after a line "--", what was found, one item a line: its
// kind and then name=value, where a value of digits is a piece (3-8, or
// 3-8+9-12) and several values are parted by a comma.
func TestCases(t *testing.T) {
	for _, file := range []string{"testdata/score", "testdata/structure"} {
		datadriven.RunTest(t, file, func(t *testing.T, d *datadriven.TestData) string {
			gold, mine, ok := strings.Cut(d.Input, "--\n")
			if !ok {
				d.Fatalf(t, "no line --")
			}
			g, m := parseCase(t, d, gold), parseCase(t, d, mine)
			switch d.Cmd {
			case "score":
				return table(Score(g, m), Layers())
			case "structure":
				return table(Structure(g, m), StructureLayers())
			case "differences":
				missing, extra := Differences(d.CmdArgs[0].Key, g, m)
				return fmt.Sprintf("missing %s\nextra %s\n", missing, extra)
			}
			d.Fatalf(t, "unknown command %s", d.Cmd)
			return ""
		})
	}
}

// table gives the layers that have something in them.
func table(s Scores, layers []string) string {
	var b strings.Builder
	for _, l := range layers {
		if c, ok := s[l]; ok && c != (Count{}) {
			fmt.Fprintf(&b, "%s %d of %d, found %d, P %.2f R %.2f F1 %.2f\n", l, c.Hit, c.Gold, c.Found, c.Precision(), c.Recall(), c.F1())
		}
	}
	return b.String()
}

// listOf is the list of the record in which a kind of item stands.
var listOf = map[string]string{"article": "articles", "time": "times", "figure": "figures", "statement": "statements",
	"event": "events", "person": "people", "work": "works", "slip": "slips", "check": "checks"}

func parseCase(t *testing.T, d *datadriven.TestData, s string) *Annotation {
	t.Helper()
	lists := map[string][]any{}
	for line := range strings.Lines(s) {
		kind, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		list, ok := listOf[kind]
		if !ok {
			d.Fatalf(t, "unknown item %q", kind)
		}
		item := map[string]any{}
		if kind == "article" {
			item["paragraphs"] = []any{}
		}
		for _, field := range strings.Fields(rest) {
			name, value, _ := strings.Cut(field, "=")
			setField(item, name, value)
		}
		lists[list] = append(lists[list], item)
	}
	b, err := json.Marshal(lists)
	if err != nil {
		d.Fatalf(t, "%v", err)
	}
	a, err := Parse(b)
	if err != nil {
		d.Fatalf(t, "%v", err)
	}
	return a
}

func setField(item map[string]any, name, v string) {
	parts := strings.Split(v, ",")
	switch name {
	case "p": // paragraphs
		item["paragraphs"] = spans(parts)
	case "h": // headlines
		item["headlines"] = spans(parts)
	case "m": // mentions
		item["mentions"] = spans(parts)
	case "at": // the item's own span
		item["pieces"] = parsePieces(v)
	case "dateline":
		item["dateline"] = map[string]any{"pieces": parsePieces(parts[0]), "agency": parts[1], "place": orNull(parts[2]), "date": orNull(parts[3])}
	case "content", "trigger":
		item[name] = map[string]any{"pieces": parsePieces(v)}
	case "who":
		var list []any
		for _, p := range parts {
			n, role, ok := strings.Cut(p, ":")
			if ok {
				list = append(list, map[string]any{"name": n, "role": role})
			} else {
				list = append(list, n)
			}
		}
		item["participants"] = list
	case "when":
		item["time"] = map[string]any{"value": v}
	case "speaker":
		item["speaker"] = map[string]any{"name": orNull(v)}
	default:
		item[name] = orNull(v)
	}
}

func orNull(s string) any {
	if s == "" {
		return nil
	}
	return s
}

func spans(parts []string) []any {
	var out []any
	for _, p := range parts {
		out = append(out, map[string]any{"pieces": parsePieces(p)})
	}
	return out
}

func parsePieces(s string) []any {
	var out []any
	for p := range strings.SplitSeq(s, "+") {
		a, b, _ := strings.Cut(p, "-")
		from, _ := strconv.Atoi(a)
		to, _ := strconv.Atoi(b)
		out = append(out, []int{from, to})
	}
	return out
}
