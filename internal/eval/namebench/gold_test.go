package namebench

import (
	"os"
	"path/filepath"
	"testing"
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
