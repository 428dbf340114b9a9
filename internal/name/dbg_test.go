package name

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	s := os.Getenv("DBG")
	if s == "" {
		t.Skip()
	}
	p := read([]Text{{Body: s}})
	b := p.bodies[0]
	for _, w := range b.lat.Words {
		fmt.Print(b.text(int(w.Start), int(w.End)), "/")
	}
	fmt.Println()
	for _, m := range b.read.Marks {
		fmt.Print(b.text(m.Start, m.End), " ", m.Kind, " ", m.Margin, "; ")
	}
	fmt.Println()
	for _, o := range b.offices {
		fmt.Print(b.text(o.start, o.mod), "|", b.text(o.mod, o.core), "|", b.text(o.core, o.end), "; ")
	}
	fmt.Println()
	r := Find([]Text{{Body: s}})
	for _, e := range r.People {
		fmt.Print(e.Name, e.Aliases, ":")
		for _, m := range e.Mentions {
			fmt.Print(m.Span.In(s), "/", m.Rule, " ")
		}
		for _, t := range e.Titles {
			fmt.Print("[", t.Span.In(s), "]")
		}
		fmt.Println()
	}
	for _, e := range r.Places {
		fmt.Print("P ", e.Name, "; ")
	}
	for _, e := range r.Organizations {
		fmt.Print("O ", e.Name, "; ")
	}
	fmt.Println()
}
