package cite

import (
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// outsideCases are citations that programs of others read: each has another
// page and another state of knowledge.
var outsideCases = []struct{ text, given string }{
	{"两国签署跨海铁路协定 票价另行商定\n　　海通社圣洛卡9月17日电　两国政府17日在圣洛卡签署协定。\n", "publication: 望潮日报\nday: 2031-09-18\npage: 3"},
	{"两国签署跨海铁路协定\n　　海通社圣洛卡9月17日电　两国政府17日在圣洛卡签署协定。\n", ""},
	{"渔港扩建动工\n　　海通社望潮10月8日电（记者季闻、顾小满、江一帆、罗安）工程8日动工。\n", "publication: 望潮日报\nday: 2031-10\npage: 2"},
	{"渔港扩建动工\n　　海通社望潮10月8日电（记者季闻、顾小满、江一帆）工程8日动工。\n", "publication: 望潮日报\npage: 2"},
	{"渔港扩建动工 “最大”两字去掉？\n　　海通社望潮10月8日电（记者季闻、顾小满）工程8日动工。\n",
		"publication: 望潮日报\nday: 2031-10-09\npage: 2\nurl: https://paper.example/a_b?x=1&y=2%20#3\naccessed: 2031-10-12"},
	{"5%的{税}与A_B&C公司#1：“$”改“~”\\^\n　　海通社望潮10月8日电　渔业局8日公布。\n", "publication: A&B_{日报}\nday: 2031-10-09\npage: A1"},
	{"　　渔业局昨天宣布，第一批出海的渔船约有三百二十艘，比去年早五天；其余的船要等到月底。\n", "publication: 望潮日报\nday: 2031-10-09\npage: 1"},
}

// TestOutside has the files read by bibtexparser, rispy and citeproc-py, and
// the forms of one line held against what citeproc-py makes of the CSL-JSON
// in the styles of others. Where they are not installed it is skipped, and
// fails with DATELINE_OUTSIDE=1.
func TestOutside(t *testing.T) {
	python, must := os.Getenv("DATELINE_PYTHON"), os.Getenv("DATELINE_OUTSIDE") != ""
	if python == "" {
		python = "python3"
	}
	if _, err := exec.LookPath(python); err != nil && !must {
		t.Skip("no python3:", err)
	}
	dir := t.TempDir()
	files, items, forms := map[string]string{}, []Item{}, []map[string]string{}
	for i, x := range outsideCases {
		id := "s" + pad(i+1, 1)
		c, err := New(id, read(t, id, x.text, "").r, "a1", given(t, x.given))
		if err != nil {
			t.Fatal(err)
		}
		files["bibtex.bib"] += c.BibTeX()
		files["biblatex.bib"] += c.BibLaTeX()
		files["items.ris"] += c.RIS()
		items = append(items, c.Item)
		form := map[string]string{"id": c.Item.ID}
		for _, s := range Styles() {
			if s.Line {
				form[s.Name] = s.Write(c)
			}
		}
		forms = append(forms, form)
	}
	files["items.json"], files["forms.json"] = encode(t, items), encode(t, forms)
	for name, s := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(s), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	out, err := exec.Command(python, filepath.Join("outside", "citations.py"), dir).CombinedOutput()
	var exit *exec.ExitError
	switch say := strings.TrimSpace(string(out)); {
	case errors.As(err, &exit) && exit.ExitCode() == 77 && !must:
		t.Skip(say)
	case err != nil:
		t.Fatalf("%v\n%s", err, say)
	default:
		t.Log(say)
	}
}

func encode(t *testing.T, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
