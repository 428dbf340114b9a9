package eval

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// shared is the shared folder; a test that needs it is skipped where it is
// missing, and fails there with CI=true.
func shared(t *testing.T, path ...string) string {
	t.Helper()
	dir := filepath.Join(append([]string{"..", "..", "..", "shared"}, path...)...)
	if _, err := os.Stat(dir); err != nil {
		missing(t, "the shared folder is not beside the repository: "+err.Error())
	}
	return dir
}

func missing(t *testing.T, why string) {
	t.Helper()
	if os.Getenv("CI") == "true" {
		t.Fatal(why)
	}
	t.Skip(why)
}

func python(t *testing.T) string {
	t.Helper()
	p, err := exec.LookPath("python3")
	if err != nil {
		missing(t, "no python3 to run the script that this is compared with")
	}
	return p
}

// goldFiles are the gold pages' annotations.
func goldFiles(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(shared(t, "gold"), "*.json"))
	if err != nil || len(files) == 0 {
		t.Fatal("no gold files", err)
	}
	return files
}

// TestScoreEqualsScript holds the counts of every layer equal to score.py's
// own, on records made by spoiling the gold.
func TestScoreEqualsScript(t *testing.T) {
	if testing.Short() {
		t.Skip("runs a script many times")
	}
	py, script := python(t), shared(t, "eval", "score.py")
	dir := t.TempDir()
	for _, file := range goldFiles(t) {
		gold, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(3) { // 0 leaves the gold as it is
			name := fmt.Sprintf("%s/%d", filepath.Base(file), seed)
			t.Run(name, func(t *testing.T) {
				rec := spoilt(t, gold, seed)
				path := filepath.Join(dir, strings.ReplaceAll(name, "/", "-"))
				if err := os.WriteFile(path, rec, 0o600); err != nil {
					t.Fatal(err)
				}
				compareWithScript(t, py, script, file, path, gold, rec)
			})
		}
	}
}

func compareWithScript(t *testing.T, py, script, goldPath, path string, gold, rec []byte) {
	out, err := exec.Command(py, script, goldPath, path, "--json").Output()
	if err != nil {
		t.Fatal(err)
	}
	var want map[string]struct {
		Hit, Gold, Found int
		P, R, F1         float64
	}
	if err := json.Unmarshal(out, &want); err != nil {
		t.Fatal(err)
	}
	got := scoreJSON(t, gold, rec)
	if len(got) != len(want) {
		t.Errorf("%d layers, want %d", len(got), len(want))
	}
	for layer, w := range want {
		c := got[layer]
		if c != (Count{w.Hit, w.Gold, w.Found}) {
			t.Errorf("%s: %v, want %v", layer, c, w)
		}
		for i, x := range []float64{c.Precision() - w.P, c.Recall() - w.R, c.F1() - w.F1} {
			if math.Abs(x) > 0.00006 {
				t.Errorf("%s: measure %d is off by %g", layer, i, x)
			}
		}
	}
}

func scoreJSON(t *testing.T, gold, rec []byte) Scores {
	t.Helper()
	g, err := Parse(gold)
	if err != nil {
		t.Fatal(err)
	}
	m, err := Parse(rec)
	if err != nil {
		t.Fatal(err)
	}
	return Score(g, m)
}

// spoilt is the gold with faults of all kinds that a reader can make, seed 0
// none.
func spoilt(t *testing.T, gold []byte, seed uint64) []byte {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(gold, &v); err != nil {
		t.Fatal(err)
	}
	if seed > 0 {
		r := rand.New(rand.NewPCG(seed, 7))
		spoilMap(v, r, 0)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// needed are keys without which the script fails, by design.
var needed = map[string]bool{"name": true, "paragraphs": true}

// spoilMap changes some of an object's values and drops some; the keys are
// taken in a fixed order, so that a seed always gives the same faults.
func spoilMap(v map[string]any, r *rand.Rand, depth int) {
	for _, k := range sortedKeys(v) {
		switch x := v[k].(type) {
		case map[string]any:
			spoilMap(x, r, depth+1)
		case []any:
			v[k] = spoilList(k, x, r, depth)
		case string:
			v[k] = spoilString(k, x, r)
		}
		if depth > 0 && r.IntN(25) == 0 && !needed[k] {
			delete(v, k)
		}
	}
	if h, ok := v["headlines"]; ok && r.IntN(6) == 0 {
		v["headline"] = h
		delete(v, "headlines")
	}
	if s, ok := v["speaker"].(map[string]any); ok && r.IntN(4) == 0 {
		v["speaker"] = s["name"]
	}
}

func spoilList(k string, x []any, r *rand.Rand, depth int) []any {
	var out []any
	for _, e := range x {
		if m, ok := e.(map[string]any); ok {
			spoilMap(m, r, depth+1)
			if n, ok := m["name"].(string); ok && k == "participants" && r.IntN(4) == 0 {
				e = n
			}
		}
		if p, ok := e.([]any); ok && k == "pieces" && r.IntN(12) == 0 {
			e = []any{p[0].(float64), p[1].(float64) + float64(r.IntN(3))}
		}
		switch n := r.IntN(15); {
		case k == "pieces" || n > 1:
			out = append(out, e)
		case n == 1:
			out = append(out, e, e)
		}
	}
	if len(out) == 0 {
		return []any{}
	}
	return out
}

func spoilString(k, s string, r *rand.Rand) any {
	switch n := r.IntN(20); {
	case k == "kind" && n == 0:
		return "caption"
	case k == "mode" && n < 3:
		return "indirect"
	case k == "role" && n < 3:
		return "attendee"
	case k == "value" && n < 3 && len(s) > 4:
		return s[:4]
	case k == "value" && n == 4:
		return "PAST_REF"
	case k == "value" && n < 8 && !strings.ContainsAny(s, "-/.") && strings.Trim(s, "0123456789") == "" && s != "":
		return s + ".0"
	case k == "value" && n == 9:
		return nil
	case k == "text" && n == 0:
		return s + "。"
	}
	return s
}

func annotationOf(t *testing.T, file string) *Annotation {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Parse(data)
	if err != nil {
		t.Fatal(err)
	}
	return a
}
