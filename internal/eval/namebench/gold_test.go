package namebench

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/internal/name"
)

// shared is the folder of shared data, where it is there.
func shared(t testing.TB) string {
	t.Helper()
	dir := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(filepath.Join(dir, "gold")); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatal("the folder of shared data is missing:", err)
		}
		t.Skip("the folder of shared data is missing:", err)
	}
	return dir
}

func TestGoldPages(t *testing.T) {
	dir := shared(t)
	pages, err := ReadPages(filepath.Join(dir, "pages"), filepath.Join(dir, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	var all Tally
	for _, p := range pages {
		one := p.Score(func(s string) { t.Log(p.Name, s) })
		t.Log(p.Name, one)
		all.Add(one)
	}
	t.Log("all", all)
	for _, p := range pages {
		t.Log(p.Name, p.Describe())
	}
	if all.F1() < 0.99 {
		t.Errorf("people of the annotated pages: F1 %.4f, below 0.99", all.F1())
	}
}

// TestGoldReferences: groups that statements of the annotated pages are of
// (双方, 俄方, 两国元首) are said for whom they stand, and so are nearly all
// others. Titles may be nobody's: 总统由两院选举.
func TestGoldReferences(t *testing.T) {
	dir := shared(t)
	pages, err := ReadPages(filepath.Join(dir, "pages"), filepath.Join(dir, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	var groups Tally
	for _, p := range pages {
		by := p.References(func(s string) {
			t.Log(p.Name, s)
			if strings.HasPrefix(s, "speaker") && !meeting(s) {
				t.Error(p.Name, s)
			}
		})
		groups.Add(by[name.Group])
	}
	t.Logf("groups: %d, resolved %d, speakers of statements %d", groups.Found, groups.Hit, groups.Gold)
	if groups.Found < 80 || groups.Gold < 10 || 100*groups.Hit < 95*groups.Found {
		t.Errorf("%d of %d groups are said for whom they stand, %d speakers", groups.Hit, groups.Found, groups.Gold)
	}
}

// meeting: which meeting 会议 is may be nowhere on the page.
func meeting(s string) bool { return strings.Contains(s, "会议") || strings.Contains(s, "大会") }
