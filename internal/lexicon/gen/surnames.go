package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// writeSurnames writes the surnames of China with the number of bearers in
// ten thousand, as the list of Chinese-Names-Corpus gives them.
func writeSurnames(data, out string) error {
	var b strings.Builder
	b.WriteString("# Chinese surnames, the more common first. Made by gen from Chinese-Names-Corpus (Apache-2.0).\n")
	err := lines(filepath.Join(data, "chinese-names", "Chinese_Family_Name_1k.tsv"), func(line string) {
		f := strings.Fields(line)
		if len(f) == 2 && han(f[0]) && len([]rune(f[0])) <= 2 {
			fmt.Fprintf(&b, "%s\t%s\n", f[0], f[1])
		}
	})
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(out, "surnames.txt"), []byte(b.String()), 0o644)
}
