// Command gen writes words.txt, surnames.txt and fold.txt of package lexicon
// from the lists written by hand beside them and from the data of others
// named in NOTICE.txt. Input: the folder of those data and OpenCC's
// TSCharacters.txt; output: the folder internal/lexicon/data.
//
//	go run ./internal/lexicon/gen -data ../shared/data -opencc TSCharacters.txt -out internal/lexicon/data
package main

import (
	"flag"
	"fmt"
	"os"
)

func main() {
	data := flag.String("data", "../shared/data", "folder of the data of others")
	opencc := flag.String("opencc", "", "OpenCC's TSCharacters.txt; without it fold.txt is kept")
	out := flag.String("out", "internal/lexicon/data", "folder of the lexicon's data")
	flag.Parse()
	if err := run(*data, *opencc, *out); err != nil {
		fmt.Fprintln(os.Stderr, "gen: error:", err)
		os.Exit(1)
	}
}

func run(data, opencc, out string) error {
	if opencc != "" {
		if err := writeFold(opencc, out); err != nil {
			return err
		}
	}
	fold, err := readFold(out)
	if err != nil {
		return err
	}
	w := words{fold: fold, flags: map[string]map[byte]bool{}, weight: map[string]int{}, sound: map[rune]int{}}
	for _, step := range []func(data, out string) error{w.hand, w.sounds, w.divisions, w.cities, w.jieba} {
		if err := step(data, out); err != nil {
			return err
		}
	}
	if err := w.write(out); err != nil {
		return err
	}
	return writeSurnames(data, out)
}
