//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// peer is what peers.py prints of a program.
type peer struct {
	Name, Version, Why string
	MB, Seconds        float64
	Failed             int
}

// doing is what each program does with a line, in its default settings. None
// does what dateline does.
var doing = map[string]string{
	"JioNLP": "times only: finds time expressions and gives their values (`ner.extract_time`); rules in Python",
	"LAC":    "words, parts of speech, and people, places, bodies and times among them; a neural network (ONNX Runtime)",
	"HanLP":  "words and names; a neural network, whose weights it fetches at its first start",
}

// peers is the table of other programs beside the whole reader, on one text.
func peers(shared, python, dir string) (string, error) {
	var text strings.Builder
	if _, err := news(shared, "2019", size, &text); err != nil {
		return "", err
	}
	ours, err := measure(text.String(), stages()[0].run)
	if err != nil {
		return "", err
	}
	file := filepath.Join(dir, "peers.txt")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		return "", err
	}
	var b strings.Builder
	b.WriteString("| program | what it does | MB a CPU second |\n| --- | --- | --: |\n")
	fmt.Fprintf(&b, "| dateline | all of the record, rules and a linear model | %.1f |\n", ours)
	for _, p := range others(python, file) {
		figure := "not measured: " + p.Why
		if p.Why == "" {
			figure = fmt.Sprintf("%.3f", p.MB/p.Seconds)
		}
		if p.Failed > 0 {
			figure += fmt.Sprintf(" (it failed on %d lines)", p.Failed)
		}
		fmt.Fprintf(&b, "| %s | %s | %s |\n", strings.TrimSpace(p.Name+" "+p.Version), doing[p.Name], figure)
	}
	b.WriteString(footer("the first 3 MB of `xwlb` 2019, a paragraph a line, as much of them as each program read in 12 CPU seconds"))
	return b.String(), nil
}

// others runs the other programs, where there is a Python for them.
func others(python, file string) []peer {
	var out []peer
	lines, err := command(".", python, filepath.Join("cmd", "bench", "peers", "peers.py"), file)
	for line := range strings.Lines(lines) {
		var p peer
		if json.Unmarshal([]byte(line), &p) == nil {
			out = append(out, p)
		}
	}
	if err == nil {
		return out
	}
	why := "the script ended early"
	if _, missing := exec.LookPath(python); missing != nil {
		why = "there is no Python here"
	}
	return append(out, peer{Name: "others", Why: why})
}
