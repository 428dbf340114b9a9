package cite

import (
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/record"
)

// printed takes the newspaper and its page: what the user says, else what the
// head of the page prints. A dateline names neither.
func (c *Citation) printed(r *record.Record, a *record.Article, g Given) {
	heads := heads(r)
	c.Item.ContainerTitle = g.Publication
	if g.Publication != "" {
		c.from(Publication, "given", nil)
	} else if name, at := masthead(heads); name != "" {
		c.Item.ContainerTitle = name
		c.from(Publication, "page head", at)
	} else {
		c.Missing = append(c.Missing, Publication)
		c.sender(a)
	}
	if c.Item.Page = pageNumber(g.Page); c.Item.Page != "" {
		c.from(Page, "given", nil)
		return
	}
	if h := above(heads, a); h != nil {
		if m := pageWords.FindStringSubmatch(h.Text); m != nil {
			c.Item.Page = pageNumber(m[1])
			c.from(Page, "page head", h.Pieces)
		}
	}
}

// sender says why the agency of the dateline is not the newspaper.
func (c *Citation) sender(a *record.Article) {
	d := a.Dateline
	if d == nil || d.Agency == "" {
		return
	}
	if house[string(d.Agency)] {
		c.Notes = append(c.Notes, string(d.Agency)+" is the paper itself, which the page does not name")
		return
	}
	c.Notes = append(c.Notes, string(d.Agency)+" sent the article; which newspaper printed it the page does not say")
}

// heads are the page heads in the order of the source: the furniture of that
// kind, and where the page states its date.
func heads(r *record.Record) []record.Span {
	var out []record.Span
	for _, f := range r.Furniture {
		if f.Kind == "page-head" {
			out = append(out, f.Span)
		}
	}
	if r.Published.Stated != nil {
		out = append(out, *r.Published.Stated)
	}
	slices.SortStableFunc(out, func(a, b record.Span) int { return a.Start() - b.Start() })
	return out
}

// above is the last page head before an article.
func above(heads []record.Span, a *record.Article) *record.Span {
	from, _ := extent(a)
	var last *record.Span
	for i := range heads {
		if heads[i].Start() <= from {
			last = &heads[i]
		}
	}
	return last
}

// masthead is the newspaper that the page heads name, if they name one.
func masthead(heads []record.Span) (string, []record.Piece) {
	name, at := "", []record.Piece(nil)
	for _, h := range heads {
		for _, w := range strings.FieldsFunc(h.Text, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("《》|｜：:·", r) }) {
			if !isPaper(w) || w == name {
				continue
			}
			if name != "" {
				return "", nil // two papers: the page is of neither
			}
			name, at = w, h.Pieces
		}
	}
	return name, at
}

// noPaper are words in 报 that are no newspapers, alone or at the end of others.
var noPaper = strings.Fields("本报 本報 公报 公報 电报 電報 简报 簡報 通报 通報 情报 情報 海报 海報 预报 預報 警报 警報")

// sorts are the sorts of newspapers, which alone name none.
var sorts = strings.Fields("日报 日報 晚报 晚報 早报 早報 晨报 晨報 时报 時報 周报 週報 导报 導報 商报 商報 快报 快報")

// isPaper reports the name of a newspaper: two to twelve Chinese characters
// of which the last is 报.
func isPaper(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 2 || n > 12 || !strings.HasSuffix(s, "报") && !strings.HasSuffix(s, "報") || slices.Contains(sorts, s) {
		return false
	}
	for _, c := range s {
		if !unicode.Is(unicode.Han, c) {
			return false
		}
	}
	return !slices.ContainsFunc(noPaper, func(w string) bool { return strings.HasSuffix(s, w) })
}

// pageWords is a page of a paper, 第三版, 03 版, A12版, and no other word in 版
// (版次, 版本) after a number.
var pageWords = regexp.MustCompile(`(?:^|[^0-9A-Za-z.-])([A-Za-z]?[0-9]{1,3}|[一二三四五六七八九十]{1,3})\s*版(?:$|[^次本面权權式])`)

// pageNumber is a page without 第 and 版, in digits where it is a number.
func pageNumber(s string) string {
	s = strings.TrimSpace(strings.TrimSuffix(strings.TrimPrefix(s, "第"), "版"))
	if n := numeral(s); n > 0 {
		return pad(n, 1)
	}
	if t := strings.TrimLeft(s, "0"); t != "" && strings.Trim(t, "0123456789") == "" {
		return t
	}
	return s
}

// numeral reads a Chinese numeral from 一 to 九十九, 0 where it is none.
func numeral(s string) int {
	tens, ones, found := strings.Cut(s, "十")
	if !found {
		return digit(s)
	}
	t := digit(tens)
	if tens == "" {
		t = 1
	}
	if t == 0 || ones != "" && digit(ones) == 0 {
		return 0
	}
	return t*10 + digit(ones)
}

func digit(s string) int {
	i := slices.Index([]string{"一", "二", "三", "四", "五", "六", "七", "八", "九"}, s)
	return i + 1
}
