package cite

import (
	"fmt"
	"strings"

	"dateline/internal/fault"
)

// Style is one way to write a citation.
type Style struct {
	// Name is what a user asks for, Title what it is.
	Name, Title string
	// Line reports a form of one line without a line end; the others are
	// files.
	Line  bool
	Write func(*Citation) string
}

// Styles are all forms, in the order in which to show them.
func Styles() []Style {
	return []Style{
		{"gbt-2025", "GB/T 7714—2025", true, (*Citation).GBT2025},
		{"gbt-2015", "GB/T 7714—2015", true, (*Citation).GBT2015},
		{"chicago-note", "Chicago, 18th edition, note", true, (*Citation).ChicagoNote},
		{"chicago-bibliography", "Chicago, 18th edition, bibliography", true, (*Citation).ChicagoEntry},
		{"chicago17-note", "Chicago, 17th edition, note", true, (*Citation).Chicago17Note},
		{"chicago17-bibliography", "Chicago, 17th edition, bibliography", true, (*Citation).Chicago17Entry},
		{"bibtex", "BibTeX", false, (*Citation).BibTeX},
		{"biblatex", "biblatex", false, (*Citation).BibLaTeX},
		{"ris", "RIS", false, (*Citation).RIS},
		{"csl", "CSL-JSON", false, (*Citation).CSL},
	}
}

// ByName gives the style of that name; the error names those there are.
func ByName(name string) (Style, error) {
	var names []string
	for _, s := range Styles() {
		if s.Name == name {
			return s, nil
		}
		names = append(names, s.Name)
	}
	return Style{}, &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("there is no citation style %q", name),
		Hint: "the styles are " + strings.Join(names, ", ")}
}
