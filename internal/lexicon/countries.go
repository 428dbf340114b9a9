package lexicon

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"
)

//go:embed data/countries.tsv
var countriesText string

// Nation is a country with its forms, folded.
type Nation struct {
	// Name is the usual name.
	Name string
	// Short is the name of one character (or two) in compounds and
	// headlines, "" where it has none.
	Short string
	// Forms are the other names.
	Forms []string
	// Capitals are the capital and the cities that have been or stand for it.
	Capitals []string
}

// Nations are the countries by their names.
type Nations struct {
	all     []*Nation
	short   map[string][]*Nation
	byName  map[string]*Nation
	capital map[string]*Nation
}

// LoadCountries makes the table at its first call.
var LoadCountries = sync.OnceValue(func() *Nations {
	n := &Nations{short: map[string][]*Nation{}, byName: map[string]*Nation{}, capital: map[string]*Nation{}}
	for _, line := range strings.Split(countriesText, "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		f := strings.Split(line+"\t\t\t", "\t")
		c := &Nation{Name: f[0], Short: f[1], Forms: split(f[2]), Capitals: split(f[3])}
		n.all = append(n.all, c)
		n.put(c)
	}
	return n
})

func split(s string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, "/")
}

func (n *Nations) put(c *Nation) {
	if c.Short != "" {
		n.short[c.Short] = append(n.short[c.Short], c)
	}
	for _, f := range append([]string{c.Name}, c.Forms...) {
		if n.byName[f] == nil && utf8.RuneCountInString(f) > 1 {
			n.byName[f] = c
		}
	}
	for _, f := range c.Capitals {
		if n.capital[f] == nil {
			n.capital[f] = c
		}
	}
}

// All gives the countries in the order of the list.
func (n *Nations) All() []*Nation { return n.all }

// Short gives the countries that a short name can stand for, the better known
// first; nil where it stands for none.
func (n *Nations) Short(s string) []*Nation { return n.short[s] }

// Name gives the country of that name, nil where there is none.
func (n *Nations) Name(s string) *Nation { return n.byName[s] }

// Capital gives the country whose capital the city is, nil where it is none.
func (n *Nations) Capital(s string) *Nation { return n.capital[s] }
