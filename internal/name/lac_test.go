package name

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"
)

// dev only: disagreement with silver labels over items
func TestLac(t *testing.T) {
	f := os.Getenv("LAC")
	if f == "" {
		t.Skip()
	}
	r, _ := os.Open(f)
	in := bufio.NewScanner(r)
	in.Buffer(nil, 1<<20)
	n := 0
	type rec struct {
		Text     string
		Entities [][]any
	}
	var page []rec
	ok, g, fd := 0, 0, 0
	flush := func() {
		var ts []Text
		for _, p := range page {
			ts = append(ts, Text{"a", p.Text})
		}
		res := Find(ts)
		mine := make([]map[string]string, len(page))
		for i := range mine {
			mine[i] = map[string]string{}
		}
		for _, e := range res.People {
			for _, m := range e.Mentions {
				k := m.Span
				mine[m.Text][fmt.Sprint(k.Start, k.End)] = m.Rule + " " + k.In(page[m.Text].Text)
			}
		}
		for i, p := range page {
			rs := []rune(p.Text)
			for _, e := range p.Entities {
				if e[2].(string) != "PER" {
					continue
				}
				s, q := int(e[0].(float64)), int(e[1].(float64))
				a := len(string(rs[:s]))
				b := len(string(rs[:q]))
				g++
				k := fmt.Sprint(a, b)
				if _, x := mine[i][k]; x {
					ok++
					delete(mine[i], k)
					fd++
				} else {
					fmt.Println("LAC ", string(rs[max(0, s-8):s])+"<"+string(rs[s:q])+">"+string(rs[q:min(len(rs), q+8)]))
				}
			}
			for k, v := range mine[i] {
				fd++
				var a, b int
				fmt.Sscanf(k, "%d %d", &a, &b)
				fmt.Println("MINE", v, strings.ToValidUTF8(p.Text[max(0, a-24):a]+"<"+p.Text[a:b]+">"+p.Text[b:min(len(p.Text), b+24)], ""))
			}
		}
		page = nil
	}
	for in.Scan() {
		var p rec
		json.Unmarshal(in.Bytes(), &p)
		page = append(page, p)
		n++
		if len(page) >= 8 {
			flush()
		}
		if n > 2000 {
			break
		}
	}
	fmt.Println("agree", ok, "lac", g, "mine", fd)
}
