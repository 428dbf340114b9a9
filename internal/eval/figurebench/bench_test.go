package figurebench

import "testing"

// TestRecognizers holds the cases of Recognizers-Text to what they must reach;
// 0 only reports.
func TestRecognizers(t *testing.T) {
	shared := sharedFolder(t)
	must := map[string]float64{"numbers": 0.95, "percentages": 0.97, "money": 0.9, "measures": 0.9, "ages": 0.9, "temperatures": 0.9}
	for _, m := range models {
		r, err := m.score(shared)
		if err != nil {
			t.Fatal(err)
		}
		score := float64(r.right) / float64(r.cases)
		t.Logf("%s: %d of %d, %.3f", m.name, r.right, r.cases, score)
		if score < must[m.name] {
			t.Errorf("%s: %.3f, must reach %.2f", m.name, score, must[m.name])
		}
		for _, w := range r.wrong {
			t.Log("  ", w)
		}
	}
}

// TestJioNLP holds its cases on money to what they must reach together.
func TestJioNLP(t *testing.T) {
	shared := sharedFolder(t)
	parsed, err := moneyParser(shared)
	if err != nil {
		t.Fatal(err)
	}
	found, err := moneyExtractor(shared)
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range append(parsed.wrong, found.wrong...) {
		t.Log("  ", w)
	}
	score := float64(parsed.right+found.right) / float64(parsed.cases+found.cases)
	t.Logf("money: %d of %d parsed, %d of %d found, %.3f", parsed.right, parsed.cases, found.right, found.cases, score)
	if score < 0.95 {
		t.Errorf("money: %.3f, must reach 0.95", score)
	}
}

// TestWeText reports.
func TestWeText(t *testing.T) {
	shared := sharedFolder(t)
	for _, name := range wetextFiles {
		r, err := wetextFile(shared + "/data/wetextprocessing/cases/" + name + ".txt")
		if err != nil {
			t.Fatal(err)
		}
		t.Logf("%s: %d of %d", name, r.right, r.cases)
		for _, w := range r.wrong {
			t.Log("  ", w)
		}
	}
}
