package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

// words collects the words with their flags (see lexicon.Class) and weights.
type words struct {
	fold   map[rune]rune
	flags  map[string]map[byte]bool
	weight map[string]int // frequency in jieba's list
	sound  map[rune]int   // how often a character is in the names of foreign cities
}

// add gives a word a flag; words of one character are kept only with a flag
// of the lists written by hand.
func (w *words) add(word string, flag byte) {
	word = w.simple(word)
	if word == "" || strings.ContainsAny(word, " \t#") {
		return
	}
	if w.flags[word] == nil {
		w.flags[word] = map[byte]bool{}
	}
	w.flags[word][flag] = true
}

func (w *words) simple(s string) string {
	return strings.Map(func(r rune) rune {
		if t, ok := w.fold[r]; ok {
			return t
		}
		return r
	}, s)
}

func lines(name string, do func(string)) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	in := bufio.NewScanner(f)
	in.Buffer(nil, 1<<20)
	for in.Scan() {
		if t := strings.TrimRight(in.Text(), " \r"); t != "" && t[0] != '#' {
			do(t)
		}
	}
	return in.Err()
}

// hand reads the lists written by hand.
func (w *words) hand(_, out string) error {
	classed := func(line string) {
		f := strings.Fields(line)
		for _, word := range f[1:] {
			w.add(word, f[0][0])
		}
	}
	plain := func(flag byte) func(string) {
		return func(line string) {
			for _, word := range strings.Fields(line) {
				w.add(word, flag)
			}
		}
	}
	for _, f := range []struct {
		name string
		do   func(string)
	}{{"titles.txt", classed}, {"general.txt", classed}, {"known.txt", classed}, {"suffixes.txt", classed}, {"verbs.txt", classed}, {"places.txt", plain('P')},
		{"bodies.txt", plain('O')}, {"countries.tsv", w.country}} {
		if err := lines(filepath.Join(out, f.name), f.do); err != nil {
			return err
		}
	}
	return nil
}

func (w *words) country(line string) {
	f := strings.Split(line+"\t\t\t", "\t")
	w.add(f[0], 'C')
	for _, s := range strings.Split(f[2], "/") {
		if len([]rune(s)) > 1 {
			w.add(s, 'C')
		}
	}
	for _, s := range strings.Split(f[3], "/") {
		w.add(s, 'P')
	}
}

// least is the frequency below which jieba's words are left out: the list
// has many accidents among its rare words.
const least = 20

// jieba takes general words from jieba's list, never names of people.
func (w *words) jieba(data, _ string) error {
	return lines(filepath.Join(data, "jieba-dict", "dict.txt"), func(line string) {
		f := strings.Fields(line)
		if len(f) != 3 {
			return
		}
		n, err := strconv.Atoi(f[1])
		if err != nil || !han(f[0]) {
			return
		}
		w.jiebaWord(f[0], n, f[2])
	})
}

func (w *words) jiebaWord(word string, n int, pos string) {
	if w.flags[word][special] {
		w.weight[word] = n
		return
	}
	size := len([]rune(word))
	flag := byte(0)
	switch {
	case w.foreign(word, pos) && size >= 2 && size <= 6 && n >= 5:
		if w.flags[word]['P'] || w.flags[word]['C'] {
			return
		}
		flag = 'x'
	case strings.HasPrefix(pos, "nr"):
		return
	case pos == "ns":
		if n >= 10 && size >= 2 && size <= 6 && w.weight[word] == 0 {
			flag = 'P'
		}
	case pos == "nt":
		if n >= least && size >= 3 && w.body(word) {
			flag = 'o'
		}
	case n < least || size > 4 && pos != "i" && pos != "l" || size > 6:
	case pos[0] == 'n':
		flag = 'n'
	case pos[0] == 'v':
		flag = 'v'
	case pos[0] == 'a' || pos == "b" || pos == "z":
		flag = 'a'
	case pos == "i" || pos == "l" || pos == "j":
		flag = 'i'
	case strings.ContainsAny(pos[:1], "dpcurqfsymt"):
		flag = 'f'
	}
	if flag == 0 {
		return
	}
	w.add(word, flag)
	w.weight[word] = n
}

// special flags in the lists written by hand the people and places that
// jieba's list has as general words by accident.
const special = '-'

// foreign reports whether a word is a transliterated name by its characters:
// jieba's list has many such people among the places and the other way round.
func (w *words) foreign(word, pos string) bool {
	if pos != "ns" && !strings.HasPrefix(pos, "nr") && pos != "nz" {
		return false
	}
	r := []rune(word)
	if pos == "nr" && len(r) < 4 || pos == "ns" && len(r) < 2 {
		return false
	}
	for _, c := range r {
		if w.sound[c] < often {
			return false
		}
	}
	return w.sound[r[0]] >= often && !strings.ContainsRune("东南西北新上下大", r[0])
}

// often is the number of foreign cities from which a character is one of
// transliteration.
const often = 8

// sounds counts the characters of foreign cities' names, and writes those
// that are frequent.
func (w *words) sounds(data, out string) error {
	err := lines(filepath.Join(data, "geonames-zh", "cities15000-han-alternatenames.tsv"), func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 5 || strings.Contains(" CN TW HK MO JP KR KP VN SG ", " "+f[2]+" ") {
			return
		}
		seen := map[rune]bool{}
		for _, s := range strings.Split(f[4], "|") {
			if s = w.simple(s); !han(s) || len([]rune(s)) < 3 {
				continue
			}
			for _, c := range s {
				if !seen[c] {
					w.sound[c]++
				}
				seen[c] = true
			}
		}
	})
	if err != nil {
		return err
	}
	var all []rune
	for c, n := range w.sound {
		if n >= often && !strings.ContainsRune("三不也什十代内军园地开方旧橡滨滩治泉略畔通道那都里门岸屈市县省州区镇港岛河湖山海城江湾角堡郡府村桥大小新东西南北上下中的", c) {
			all = append(all, c)
		}
	}
	sort.Slice(all, func(i, j int) bool { return all[i] < all[j] })
	text := "# Characters frequent in the names of foreign cities. Made by gen from GeoNames (CC BY 4.0).\nTRANSLIT " + string(all) + "\n"
	return os.WriteFile(filepath.Join(out, "sounds.txt"), []byte(text), 0o644)
}

// body reports whether a word of jieba's nt ends as bodies do.
func (w *words) body(word string) bool {
	r := []rune(word)
	for i := 1; i < len(r); i++ {
		if w.flags[string(r[i:])]['Q'] {
			return true
		}
	}
	return false
}

func han(s string) bool {
	for _, r := range s {
		if !unicode.Is(unicode.Han, r) {
			return false
		}
	}
	return true
}

// ends are the suffixes that are left out in the short name of a place in
// China, the longest first.
var ends = []string{"特别行政区", "维吾尔自治区", "壮族自治区", "回族自治区", "自治区", "自治州", "自治县", "自治旗", "地区", "省", "市", "县", "区", "盟", "旗"}

// divisions reads the provinces, cities and counties of China.
func (w *words) divisions(data, _ string) error {
	for _, name := range []string{"provinces.json", "cities.json", "areas.json"} {
		b, err := os.ReadFile(filepath.Join(data, "china-division", name))
		if err != nil {
			return err
		}
		var all []struct{ Name string }
		if err := json.Unmarshal(b, &all); err != nil {
			return err
		}
		for _, d := range all {
			w.division(d.Name)
		}
	}
	return nil
}

func (w *words) division(name string) {
	if strings.Contains(name, "直辖") || name == "市辖区" || name == "县" {
		return
	}
	w.add(name, 'P')
	for _, end := range ends {
		if short, ok := strings.CutSuffix(name, end); ok {
			if len([]rune(short)) >= 2 && end != "区" && len([]rune(short)) <= 4 {
				w.add(short, 'P')
			}
			return
		}
	}
}

// cities reads the cities of the world of more than 100,000 people.
func (w *words) cities(data, _ string) error {
	return lines(filepath.Join(data, "geonames-zh", "cities15000-han-alternatenames.tsv"), func(line string) {
		f := strings.Split(line, "\t")
		if len(f) < 5 {
			return
		}
		if n, err := strconv.Atoi(f[3]); err != nil || n < 100000 {
			return
		}
		for _, s := range strings.Split(f[4], "|") {
			s = w.simple(s)
			if size := len([]rune(s)); size >= 2 && size <= 8 && han(s) && !w.flags[s]["n"[0]] && !strings.Contains(s, "中国") {
				w.add(s, 'P')
			}
		}
	})
}

// write writes the words in order: word, flags, weight (ten times the
// natural logarithm of the frequency in jieba's list, 0 where it has none).
func (w *words) write(out string) error {
	var all []string
	for word, set := range w.flags {
		if delete(set, special); len(set) > 0 {
			all = append(all, word)
		}
	}
	sort.Strings(all)
	var b strings.Builder
	b.WriteString("# Words with their flags and weights (lexicon.Class). Made by gen; sources and licences in NOTICE.txt.\n")
	for _, word := range all {
		if set := w.flags[word]; set['N'] && (len([]rune(word)) > 2 || set['x']) {
			w.flags[word] = map[byte]bool{'N': true} // no accident of the general list
		} else if set['N'] {
			delete(set, 'P') // a town that few readers know
		}
		var f []byte
		for c := range w.flags[word] {
			f = append(f, c)
		}
		sort.Slice(f, func(i, j int) bool { return f[i] < f[j] })
		fmt.Fprintf(&b, "%s\t%s\t%d\n", word, f, int(10*math.Log(float64(w.weight[word]+1))))
	}
	return os.WriteFile(filepath.Join(out, "words.txt"), []byte(b.String()), 0o644)
}
