// Command gen makes words.txt: the ways in which a look-alike character
// spoils a common word so that nothing of the language is left.
//
//	go run ./internal/page/slip/gen -dict dict.txt -out internal/page/slip/words.txt CORPUS.jsonl.gz …
//
// The words are those of jieba's dictionary (MIT), of two to eight Chinese
// characters; the corpora are JSON lines, gzip, with paragraphs as strings or
// as {"text": …}. A spoilt form is kept where the word stands in the corpora
// often enough and the form never, or so seldom that it must be a misprint.
// Only the words go into the file, none of the corpora's text.
package main

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/internal/page/slip"
)

// rare is how many times as often a word must stand in the corpora as its
// spoilt form: they have a misprint here and there themselves.
const rare = 8000

// need is how often a word of so many characters must stand in the corpora:
// the shorter, the more a chance neighbour looks like a slip.
var need = map[int]int{2: 1000, 3: 100, 4: 20, 5: 10, 6: 10, 7: 10, 8: 10}

func main() {
	log.SetFlags(0)
	dict := flag.String("dict", "", "jieba's dict.txt")
	out := flag.String("out", "words.txt", "where the list goes")
	flag.Parse()
	words, err := readWords(*dict)
	if err != nil {
		log.Fatal(err)
	}
	counts := map[string]int{}
	spoilt := map[string][]string{}
	for _, w := range words {
		counts[w] = 0
		for _, v := range slip.Spoil(w) {
			counts[v] = 0
			spoilt[w] = append(spoilt[w], v)
		}
	}
	for _, name := range flag.Args() {
		if err := count(name, counts); err != nil {
			log.Fatal(err)
		}
	}
	var lines []string
	for w, vs := range spoilt {
		if counts[w] < need[utf8.RuneCountInString(w)] {
			continue
		}
		for _, v := range vs {
			if counts[v]*rare <= counts[w] {
				lines = append(lines, v+"\t"+w)
			}
		}
	}
	slices.Sort(lines)
	head := "# Spoilt forms of common words, and the words. Made by gen from the words of jieba's dict.txt (MIT).\n"
	if err := os.WriteFile(*out, []byte(head+strings.Join(lines, "\n")+"\n"), 0o644); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(lines), "forms")
}

func readWords(name string) ([]string, error) {
	b, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var words []string
	for line := range strings.Lines(string(b)) {
		fields := strings.Fields(line)
		n := utf8.RuneCountInString(fields[0])
		if n >= 2 && n <= 8 && strings.IndexFunc(fields[0], func(r rune) bool { return !unicode.Is(unicode.Han, r) }) < 0 {
			// Names of persons are left out: they are never corrected.
			if len(fields) > 2 && strings.HasPrefix(fields[2], "nr") && n <= 3 {
				continue
			}
			words = append(words, fields[0])
		}
	}
	return words, nil
}

// count adds up how often each key stands in a corpus.
func count(name string, counts map[string]int) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return err
	}
	s := bufio.NewScanner(z)
	s.Buffer(nil, 64<<20)
	for s.Scan() {
		var item struct {
			Title      string            `json:"title"`
			Paragraphs []json.RawMessage `json:"paragraphs"`
		}
		if err := json.Unmarshal(s.Bytes(), &item); err != nil {
			return err
		}
		countText(item.Title, counts)
		for _, raw := range item.Paragraphs {
			var p struct{ Text string }
			if json.Unmarshal(raw, &p.Text) != nil {
				if err := json.Unmarshal(raw, &p); err != nil {
					return err
				}
			}
			countText(p.Text, counts)
		}
	}
	return s.Err()
}

func countText(text string, counts map[string]int) {
	var at []int
	for i := range text {
		at = append(at, i)
	}
	at = append(at, len(text))
	for i := 0; i+2 < len(at); i++ {
		for n := 2; n <= 8 && i+n < len(at); n++ {
			if k := text[at[i]:at[i+n]]; true {
				if c, ok := counts[k]; ok {
					counts[k] = c + 1
				}
			}
		}
	}
}
