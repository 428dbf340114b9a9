package main

import (
	"fmt"
	"strings"
)

// table is a Markdown table.
type table struct {
	head []string
	rows [][]string
}

func (t *table) add(cells ...string) { t.rows = append(t.rows, cells) }

// String writes the table; all columns but the first are numbers and stand to
// the right, unless the head's name begins with a space.
func (t *table) String() string {
	var b strings.Builder
	line := func(cells []string) { fmt.Fprintf(&b, "| %s |\n", strings.Join(cells, " | ")) }
	rule := make([]string, len(t.head))
	head := make([]string, len(t.head))
	for i, h := range t.head {
		rule[i], head[i] = "--:", strings.TrimSpace(h)
		if i == 0 || strings.HasPrefix(h, " ") {
			rule[i] = "---"
		}
	}
	line(head)
	line(rule)
	for _, r := range t.rows {
		line(r)
	}
	return b.String()
}

func score(x float64) string { return fmt.Sprintf("%.3f", x) }
