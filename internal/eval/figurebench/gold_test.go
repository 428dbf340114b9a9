package figurebench

import (
	"os"
	"path/filepath"
	"testing"

	"dateline/internal/eval"
)

// sharedFolder is the folder of pages and test data beside the repository.
// Without it a test is skipped, but on a machine that is to have it.
func sharedFolder(t testing.TB) string {
	t.Helper()
	dir, err := filepath.Abs("../../../../shared")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(dir); err != nil {
		if os.Getenv("CI") == "true" {
			t.Fatalf("the shared folder is missing: %v", err)
		}
		t.Skipf("the shared folder is missing: %v", err)
	}
	return dir
}

// TestGold holds the figures of the annotated pages to what they must reach:
// by themselves and with the times of the gold, and in the forms that leave
// the articles' characters as they are.
func TestGold(t *testing.T) {
	shared := sharedFolder(t)
	forms := append([]eval.Form{{}}, eval.Forms...)
	for _, form := range forms {
		for _, withTimes := range []bool{false, true} {
			s, err := Gold(shared, form, withTimes)
			if err != nil {
				t.Fatal(err)
			}
			t.Logf("form %q, times %v: figures %.3f, bounds %.3f", form.Name, withTimes, s["figures"].F1(), s["bounds"].F1())
			if f := s["figures"].F1(); f < 0.93 {
				t.Errorf("form %q, times %v: figures %.3f, must reach 0.93", form.Name, withTimes, f)
			}
			if f := s["bounds"].F1(); f < 0.9 {
				t.Errorf("form %q, times %v: bounds %.3f, must reach 0.9", form.Name, withTimes, f)
			}
		}
	}
}

// TestMoscow holds the page that every figure of is to be right.
func TestMoscow(t *testing.T) {
	shared := sharedFolder(t)
	pages, err := eval.LoadGold(filepath.Join(shared, "pages"), filepath.Join(shared, "gold"))
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range pages {
		m, err := measure(p, eval.Form{}, true)
		if err != nil {
			t.Fatal(err)
		}
		missing, extra := eval.Differences("figures", m.Gold, m.Mine)
		lost, found := eval.Differences("bounds", m.Gold, m.Mine)
		if len(missing)+len(extra)+len(lost)+len(found) > 0 {
			t.Logf("%s: missing %q\nextra %q\nbounds missing %q\nextra %q", p.Name, missing, extra, lost, found)
		}
		if p.Name == "moscow-2023-03" && len(missing)+len(extra)+len(lost)+len(found) > 0 {
			t.Errorf("%s: missing %q, too many %q; bounds missing %q, too many %q", p.Name, missing, extra, lost, found)
		}
	}
}
