package check

import (
	"fmt"
	"strings"
)

// deputy makes, before an office or inside its name, another office that
// nobody holds beside it.
const deputy = "副"

// titles holds the titles of each person for one time against each other.
func (p *page) titles() {
	for _, x := range p.People {
		for k, b := range x.Titles {
			for _, a := range x.Titles[:k] {
				if a.At != "" && a.At == b.At && excludes(a.Text, b.Text) {
					p.add(p.textOf(a.Article), 0, Check{Kind: TitleAtDate, Rule: "title-at-date/deputy", Verdict: Fails, Evidence: []string{x.ID},
						Say: fmt.Sprintf("For %s the page calls %s %s in %s and %s in %s.", a.At, x.Name, a.Text, a.Article, b.Text, b.Article)})
				}
			}
		}
	}
}

// textOf is the first text of an article.
func (p *page) textOf(article string) int {
	for i := range p.Texts {
		if p.Texts[i].Article == article {
			return i
		}
	}
	return 0
}

// excludes reports offices of one body of which one is the deputy's: 外交部长
// and 外交部副部长. 主席 and 副主席 alone may be of two bodies.
func excludes(a, b string) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	before, after, ok := strings.Cut(b, deputy)
	return ok && length(a) >= 4 && short(before+after) == short(a)
}

// short is an office with 部部长 as 部长, 局局长 as 局长.
func short(office string) string {
	var b strings.Builder
	last := rune(-1)
	for _, r := range office {
		if r != last {
			b.WriteRune(r)
		}
		last = r
	}
	return b.String()
}
