package name

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg2(t *testing.T) {
	s := os.Getenv("DBG")
	if s == "" {
		t.Skip()
	}
	p := read([]Text{{Body: s}})
	b := p.bodies[0]
	show := func(w string) {
		fmt.Print(w, ": ")
		for _, c := range b.people {
			fmt.Print(b.text(c.start, c.end), "/", c.rule, "/", p.support(b, &c), " ")
		}
		fmt.Println()
	}
	p.seed(b)
	show("seed")
	p.lists(b)
	show("lists")
	p.beside(b)
	p.spoken(b)
	b.sortPeople()
	show("beside")
	p.settle()
	show("settle")
	p.vet()
	show("vet")
	p.spread()
	show("spread")
	p.enumerated(b)
	show("enum")
	p.surnames(b)
	show("surn")
}
