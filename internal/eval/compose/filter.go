package compose

import (
	"regexp"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// Article is one article fit to make pages of.
type Article struct {
	// Corpus is the folder that it comes from, ID its place there.
	Corpus, ID string
	// Date is the day of the paper or the web page.
	Date time.Time
	// Headlines are the parts of the headline in printed order.
	Headlines []string
	// Byline is the line 本报记者某某 under the headline, "" where there is
	// none.
	Byline string
	// Opening is the dateline, nil where the article has none.
	Opening *Opening
	// Paragraphs are the body, the dateline not in it.
	Paragraphs []string

	body string // the paragraphs put together, for overlap
}

// Limits of an article, in characters and paragraphs. They keep a page of
// eight articles to a size that can be read, and leave out what is a heading
// or a line of a list more likely than a paragraph.
const (
	maxHeadlines  = 3
	minHeadline   = 4
	maxHeadline   = 34
	minParagraph  = 14
	minBody       = 60
	maxBody       = 2400
	maxParagraphs = 16
	namesShort    = 10 // three names of three characters
)

// Why an article is left out, in the order in which it is looked for.
const (
	noHeadline   = "no headline, or one too short, too long or with brackets"
	perhapsNames = "a headline whose last line may be the names of the authors"
	noBody       = "body too short or too long, or too many paragraphs"
	noDate       = "date that cannot be read"
	strange      = "characters lost, spaces or tabs inside a paragraph, a quotation mark closed that was not opened"
	noEnd        = "a paragraph without an end mark: heading, table, verse, list, signature"
	shortOne     = "a paragraph of a few characters"
	listMark     = "a paragraph that begins with a number or a mark of a list"
	talk         = "questions and answers, speakers before colons"
	endBracket   = "a paragraph that ends in a bracket: credit, author, dateline at the end"
	picture      = "a caption, a photographer or an editor in the body"
	oddOpening   = "opens like a dateline, but not in a plain form"
	innerOpening = "a second dateline inside"
	twice        = "the same headline or opening words as an article before"
)

// Reasons are all reasons for which an article is left out, in the order in
// which they are looked for.
var Reasons = []string{noHeadline, perhapsNames, noBody, noDate, strange, noEnd, shortOne, listMark, talk, endBracket, picture,
	oddOpening, innerOpening, twice}

var (
	bylineForm = regexp.MustCompile(`^(本报|新华社)(驻\p{Han}{2,5})?(特约)?(记者|通讯员)\p{Han}{2,12}$`)
	endForm    = regexp.MustCompile(`[。！？…]+[”’』」]*$`)
	headForm   = regexp.MustCompile(`^[\p{Han}0-9０-９“‘『《〈][\p{Han}0-9０-９“”‘’『』《》〈〉，、：！？·—…％%.．]+$`)
	listForm   = regexp.MustCompile(`^([（(]?[一二三四五六七八九十0-9０-９]{1,3}[）)、.．：:]|[①-⑳■□●○◆◇▲△★☆※►→·•#\-—])`)
	talkForm   = regexp.MustCompile(`^(\p{Han}{1,10}|[A-Z])[：:]`)
	photoForm  = regexp.MustCompile(`摄[）)。]?|^图为|^图片|责任编辑|责编|本栏照片|^（?作者|^来源|^编者按`)
)

// isByline reports whether a line is a byline of its own.
func isByline(t string) bool { return bylineForm.MatchString(t) }

// ended reports whether a paragraph ends as a sentence does.
func ended(t string) bool { return endForm.MatchString(t) }

// clean turns a raw article into one to compose with, or says why it is left
// out.
func clean(a raw) (*Article, string) {
	out := &Article{Corpus: a.corpus, ID: a.id, Headlines: a.headlines, Paragraphs: a.paragraphs}
	if len(out.Paragraphs) > 0 && isByline(out.Paragraphs[0]) {
		out.Byline, out.Paragraphs = out.Paragraphs[0], out.Paragraphs[1:]
	}
	var err error
	if out.Date, err = time.Parse(time.DateOnly, a.date); err != nil {
		return nil, noDate
	}
	if why := first(out, headlineFault, bodyFault, paragraphFault, openingFault); why != "" {
		return nil, why
	}
	out.body = strings.Join(out.Paragraphs, "")
	return out, ""
}

// first is the first reason that a check gives, "" where none does.
func first(a *Article, checks ...func(*Article) string) string {
	for _, c := range checks {
		if why := c(a); why != "" {
			return why
		}
	}
	return ""
}

func headlineFault(a *Article) string {
	if n := len(a.Headlines); n == 0 || n > maxHeadlines {
		return noHeadline
	}
	for _, h := range a.Headlines {
		if n := utf8.RuneCountInString(h); n < minHeadline || n > maxHeadline || !headForm.MatchString(h) {
			return noHeadline
		}
	}
	if last := a.Headlines[len(a.Headlines)-1]; a.Corpus == pfr && len(a.Headlines) > 1 && utf8.RuneCountInString(last) < namesShort {
		return perhapsNames
	}
	return ""
}

func bodyFault(a *Article) string {
	n := 0
	for _, p := range a.Paragraphs {
		n += utf8.RuneCountInString(p)
	}
	if n < minBody || n > maxBody || len(a.Paragraphs) > maxParagraphs {
		return noBody
	}
	return ""
}

// paragraphFault looks at what no paragraph of plain news has. The opening is
// still on the first paragraph, so spaces are looked for after it.
func paragraphFault(a *Article) string {
	for i, p := range a.Paragraphs {
		rest := p
		if i == 0 {
			_, rest = splitOpening(p)
		}
		switch {
		case strings.ContainsRune(p, '�') || strings.ContainsFunc(rest, odd) || !balanced(rest):
			return strange
		case strings.HasSuffix(p, "）") || strings.HasSuffix(p, ")"):
			return endBracket
		case !ended(p):
			return noEnd
		case utf8.RuneCountInString(rest) < minParagraph:
			return shortOne
		case listForm.MatchString(p):
			return listMark
		case talkForm.MatchString(p):
			return talk
		case photoForm.MatchString(p):
			return picture
		}
	}
	return ""
}

// odd reports a character that a clean paragraph does not hold.
func odd(r rune) bool { return unicode.IsSpace(r) || unicode.IsControl(r) || unicode.Is(unicode.Co, r) }

// balanced reports whether no quotation mark is closed that was not opened. One
// left open is in order: a quotation can go on over paragraphs.
func balanced(p string) bool {
	open := 0
	for _, r := range p {
		switch r {
		case '“':
			open++
		case '”':
			open--
		}
		if open < 0 {
			return false
		}
	}
	return true
}

// openingFault takes the dateline off the first paragraph, where it has one
// in a plain form.
func openingFault(a *Article) string {
	o, rest := splitOpening(a.Paragraphs[0])
	if o == nil && looksLikeOpening(a.Paragraphs[0]) || o != nil && (oddRest.MatchString(rest) || a.Byline != "") {
		return oddOpening
	}
	for _, p := range a.Paragraphs[1:] {
		if looksLikeOpening(p) {
			return innerOpening
		}
	}
	if o != nil {
		if o.day, o.Date = o.resolve(a.Date); o.Date == "" && o.printed != "" {
			return oddOpening
		}
		a.Opening = o
		a.Paragraphs = append([]string{rest}, a.Paragraphs[1:]...)
	}
	return ""
}
