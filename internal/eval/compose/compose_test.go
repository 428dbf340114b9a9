package compose

import (
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/cockroachdb/datadriven"

	"dateline/record"
)

// TestOpenings: how a dateline is told from the body. A case is the beginning
// of a paragraph; paper is the day of the paper.
func TestOpenings(t *testing.T) {
	datadriven.RunTest(t, "testdata/openings", func(t *testing.T, d *datadriven.TestData) string {
		var paper string
		d.ScanArgs(t, "paper", &paper)
		day, err := time.Parse(time.DateOnly, paper)
		if err != nil {
			d.Fatalf(t, "%v", err)
		}
		p := strings.TrimSpace(d.Input)
		a, why := clean(raw{corpus: cpc, date: day.Format(time.DateOnly), headlines: []string{"某地修成一座石桥"},
			paragraphs: []string{p, longParagraph}})
		if why != "" {
			return why + "\n"
		}
		o := a.Opening
		if o == nil {
			return "none\n"
		}
		return fmt.Sprintf("text %s\nagency %s place %s date %s form %s reporters %q\nrest %s\n",
			o.Text, o.Agency, o.Place, o.Date, o.Form, o.Reporters, clip(a.Paragraphs[0], 8))
	})
}

const longParagraph = "石桥长三十六米，桥面铺的是本地的青石，两侧的栏杆由老匠人一刀一刀刻成，图样取自旧桥的残件，远看同旧桥没有分别。"

// TestFilter: what is left out of the corpora and why. A case is an article: a
// line of headline parts, then the paragraphs.
func TestFilter(t *testing.T) {
	datadriven.RunTest(t, "testdata/filter", func(t *testing.T, d *datadriven.TestData) string {
		corpus := cpc
		d.MaybeScanArgs(t, "corpus", &corpus)
		lines := strings.Split(strings.TrimSpace(d.Input), "\n")
		a, why := clean(raw{corpus: corpus, date: "2020-12-08", headlines: strings.Fields(lines[0]), paragraphs: lines[1:]})
		if why != "" {
			return "left out: " + why + "\n"
		}
		return fmt.Sprintf("kept: %d paragraphs, byline %q, dateline %v\n", len(a.Paragraphs), a.Byline, a.Opening != nil)
	})
}

// TestWrap: how lines are broken.
func TestWrap(t *testing.T) {
	datadriven.RunTest(t, "testdata/wrap", func(t *testing.T, d *datadriven.TestData) string {
		var s style
		d.ScanArgs(t, "width", &s.width)
		s.kinsoku, s.halves = d.HasArg("kinsoku"), d.HasArg("halves")
		var b strings.Builder
		lines := s.wrap(cells(run{strings.TrimSpace(d.Input), nil}), nil)
		for _, l := range lines {
			for _, c := range l {
				b.WriteRune(c.r)
			}
			b.WriteString("|\n")
		}
		fmt.Fprintf(&b, "full %v\n", s.full(lines[len(lines)-1]))
		return b.String()
	})
}

// invented is a pool of articles of our own: what they tell is nothing that
// happened.
func invented() *Pool {
	var all []raw
	for i, town := range []string{"石渡口", "柳湾镇", "青浦岭", "双桥村", "白塔乡", "南溪街道", "东栅口", "云台坳", "雁荡坞", "西垛里"} {
		day := time.Date(2020, 12, 1+i, 0, 0, 0, 0, time.UTC)
		a := raw{corpus: cpc, id: strconv.Itoa(i), date: day.Format(time.DateOnly),
			headlines: []string{town + "的石桥修成通行"}, paragraphs: []string{
				town + "的石桥日前修成通行，全长" + strconv.Itoa(30+i) + "米。" + strings.Repeat("桥头的茶摊又开张了，", i) + "来往的人都说好。",
				longParagraph, "管桥的人说，往后每年春天要查一遍桥墩，秋天要清一遍河道，免得再有闪失。"}}
		if i%3 != 2 {
			a.paragraphs[0] = "本报" + town[:len("石渡")] + day.AddDate(0, 0, -1).Format("1月2日") + "电（记者 季闻樵）" + a.paragraphs[0]
		}
		all = append(all, a)
	}
	return newPool(all)
}

// TestInventedPages composes without the shared corpora.
func TestInventedPages(t *testing.T) {
	p := invented()
	if len(p.Articles) != 10 {
		t.Fatalf("%d articles are clean: %v", len(p.Articles), p.Left)
	}
	for _, o := range []Options{{}, {Natural: true}} {
		checkPages(t, p, 60, o)
	}
}

// TestCorpusPages composes with them.
func TestCorpusPages(t *testing.T) {
	p := corpora(t)
	left := 0
	for _, n := range p.Left {
		left += n
	}
	if left+len(p.Articles) != p.Read {
		t.Errorf("%d read, %d left out, %d kept", p.Read, left, len(p.Articles))
	}
	checkPages(t, p, 60, Options{})
}

// checkPages holds the gold of pages against their text.
func checkPages(t *testing.T, p *Pool, n int, o Options) {
	t.Helper()
	pages, err := p.Pages(n, 5, o)
	if err != nil {
		t.Fatal(err)
	}
	bodies := map[string]*Article{}
	for _, a := range p.Articles {
		bodies[a.ID] = a
	}
	late := 0
	for _, pg := range pages {
		late += pg.Late
		for _, problem := range record.Verify(pg.Gold, pg.Text) {
			t.Errorf("%s: %v", pg.Name, problem)
		}
		checkCover(t, pg)
		checkWords(t, pg, bodies)
	}
	if late == 0 {
		t.Error("no headline stands after its body")
	}
}

// checkCover: every character of a page is a span's, white space, a bracket
// around a dateline or a credit.
func checkCover(t *testing.T, pg *Page) {
	t.Helper()
	rest := []rune(pg.Text)
	for path, s := range pg.Gold.Spans() {
		if path == "published.stated" {
			continue // inside a page head
		}
		for _, piece := range s.Pieces {
			for i := piece.Start(); i < piece.End(); i++ {
				if rest[i] == 0 {
					t.Errorf("%s: character %d belongs to two spans", pg.Name, i)
				}
				rest[i] = 0
			}
		}
	}
	for i, r := range rest {
		if r != 0 && !strings.ContainsRune(" 　\n【】（）", r) {
			t.Errorf("%s: character %d, %q, belongs to nothing", pg.Name, i, r)
		}
	}
}

// checkWords: the articles of the gold read as those of the corpus, spaces
// apart.
func checkWords(t *testing.T, pg *Page, bodies map[string]*Article) {
	t.Helper()
	plain := func(s string) string { return strings.Join(strings.Fields(s), "") }
	i := 0
	for _, a := range pg.Gold.Articles {
		if a.Kind == "caption" {
			continue
		}
		want := bodies[pg.Articles[i]]
		i++
		if len(a.Paragraphs) != len(want.Paragraphs) || (a.Dateline != nil) != (want.Opening != nil) || len(a.Headlines) != len(want.Headlines) {
			t.Errorf("%s: article %s has other parts than %s", pg.Name, a.ID, want.ID)
			continue
		}
		for j, p := range a.Paragraphs {
			if plain(p.Text) != plain(want.Paragraphs[j]) {
				t.Errorf("%s: %s: paragraph %d reads %s", pg.Name, a.ID, j, clip(p.Text, 30))
			}
		}
		if a.Dateline != nil && plain(a.Dateline.Text) != plain(want.Opening.Text) {
			t.Errorf("%s: %s: dateline reads %s", pg.Name, a.ID, a.Dateline.Text)
		}
	}
	if i != len(pg.Articles) {
		t.Errorf("%s: %d articles, want %d", pg.Name, i, len(pg.Articles))
	}
}

// TestSameSeed: a page is a function of the pool, the seed and its number.
func TestSameSeed(t *testing.T) {
	a, b := invented(), invented()
	for i := range 8 {
		x, err := a.Page(3, i, Options{})
		if err != nil {
			t.Fatal(err)
		}
		y, err := b.Page(3, i, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if x.Text != y.Text {
			t.Errorf("page %d differs", i)
		}
		if z, err := a.Page(4, i, Options{}); err != nil || z.Text == x.Text {
			t.Errorf("page %d of another seed is the same, %v", i, err)
		}
	}
}

// TestFair: where nothing marks a paragraph, none ends with a full line; a
// natural page has some that do.
func TestFair(t *testing.T) {
	for _, natural := range []bool{false, true} {
		full := 0
		for i := range 400 {
			r := rand.New(rand.NewPCG(9, uint64(i)))
			s := newStyle(Wrapped, r)
			s.natural = natural
			s.indent, s.parGap = "", 0
			for _, a := range invented().Articles {
				if !s.fits(a, r) {
					continue
				}
				for _, b := range s.blocks(a, &article{}) {
					if lines, ok := s.fair(b, false, r); ok && s.full(lines[len(lines)-1]) {
						full++
					}
				}
			}
		}
		if natural != (full > 0) {
			t.Errorf("natural %v: %d paragraphs end with a full line", natural, full)
		}
	}
}
