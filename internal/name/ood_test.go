package name

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

func TestOOD(t *testing.T) {
	f := os.Getenv("OOD")
	if f == "" {
		t.Skip()
	}
	raw, _ := os.ReadFile(f)
	for _, pg := range strings.Split(string(raw), "\n===\n") {
		ts := []Text{{"a", pg}}
		r := Find(ts)
		fmt.Println("----", pg[:min(60, len(pg))])
		for _, e := range r.People {
			fmt.Print(e.Name, e.Aliases)
			for _, x := range e.Titles {
				fmt.Print("[", x.Span.In(pg), "]")
			}
			fmt.Print(" ", len(e.Mentions), "; ")
		}
		fmt.Println()
	}
}
