package page

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"dateline/internal/han"
	"dateline/internal/lexicon"
	"dateline/internal/span"
)

// Dateline is a line that says who sent an article, from where and when. The
// spans are in the text that it was scanned from.
type Dateline struct {
	Span      span.Span
	Agency    string
	Place     string
	Day       string // the date as printed, without spaces
	DaySpan   span.Span
	Reporters []string
	Form      string
	// end is where the text goes on after the dateline, its brackets and
	// spaces.
	end int
	// line is the length of the line that the dateline was scanned from.
	line int
	// bracketed says that the dateline stands in brackets of its own.
	bracketed bool
	// sure says that only a dateline has this form: an agency that is known
	// or in brackets, with a day, or the words 本报讯.
	sure bool
}

// longestDateline is how many bytes of a line are looked at for one.
const longestDateline = 300

// datelineForm is what follows the agency in a dateline, over a line's key.
var datelineForm = regexp.MustCompile(`^` +
	`(?P<rep>(?:[、,]?(?:本报|本報|本社)?(?:特派|全媒体|见习|見習|特约|特約|驻[\p{Han}]{2,6})?(?:记者|記者|特派員|特派员|通讯员|通訊員)(?P<names>[\p{Han}·、/]{2,24}?))?)` +
	`(?P<place>[\p{Han}·]{0,12}?)` +
	`(?P<day>(?:(?:\d{4}|[一二三四五六七八九〇零○]{4})年)?(?:(?:\d{1,2}|[一二三四五六七八九十元]{1,3})月)?(?:\d{1,2}|[一二三四五六七八九十廿卅念]{1,4})[日号號])?` +
	`(?:综合|綜合)?` +
	`(?P<form>专电|專電|急电|急電|特电|特電|合电|综合电|综合外电报道|綜合外電報導|外電報導|综合报道|綜合報導|综合报导|电讯|電訊|电|電|讯|訊|消息|报道|報道|報導|报导|发|發)`)

// afterForm is what may follow the form and is still the dateline: the
// reporters in brackets, or up to 报道 and its colon.
var (
	reportersInBrackets = regexp.MustCompile(`^[\s\x{3000}]*[（(][^（）()]{0,60}[）)]`)
	reportersSpoken     = regexp.MustCompile(`^[\s\x{3000}]*(?:本报|本社|本网)?(?:特派|全媒体|见习|驻[\p{Han}]{2,6})?(?:记者|記者)[\p{Han}·、/\s\x{3000}，]{2,40}?(?:报道|報道|報導|报导|摄影报道|综合报道)[：:]?`)
	reporterWords       = regexp.MustCompile(`(本报|新华社|人民网)?(特派|全媒体|见习|見習|实习|特约|首席)?(记者|記者|通讯员|通訊員|特派員|特派员|编译|編譯|实习生|作者|文并摄|综合报道|报道|報導)[：:/]?`)
)

// openAgency is the open class of names of papers, agencies and sites.
var openAgency = regexp.MustCompile(`^[\p{Han}]{1,10}?(通讯社|通訊社|日报|日報|晚报|晚報|时报|時報|晨报|早报|早報|都市报|商报|青年报|周报|电视台|广播电台|新闻网|新闻社|新聞社|客户端|新闻客户端|在线|网|網|社)`)

// scanDateline reads a dateline at the start of s, which may begin with a
// bracket, and reports whether there is one.
func scanDateline(s string) (Dateline, bool) {
	head := s[:cut(s, longestDateline)]
	from, open := opening(head)
	if !sent(head[from:]) || !wired(head[from:]) {
		return Dateline{}, false
	}
	k := folded(head[from:])
	short := ""
	for _, w := range []string{"据", "據"} {
		if strings.HasPrefix(k.text, w) {
			short = w
		}
	}
	agency, known := agencyAt(k.text[len(short):])
	if agency == "" {
		return Dateline{}, false
	}
	at := len(short) + len(agency)
	m := datelineForm.FindStringSubmatchIndex(k.text[at:])
	if m == nil {
		return Dateline{}, false
	}
	d := Dateline{Agency: agency, bracketed: open != 0, line: len(s)}
	group := func(name string) string {
		i := datelineForm.SubexpIndex(name)
		if m[2*i] < 0 {
			return ""
		}
		return k.text[at+m[2*i] : at+m[2*i+1]]
	}
	d.Place, d.Day, d.Form = group("place"), group("day"), group("form")
	if names := group("names"); names != "" {
		d.Reporters, d.Place = splitReporters(names+d.Place, d.Place)
	}
	if day := 2 * datelineForm.SubexpIndex("day"); d.Day != "" {
		d.DaySpan = span.Span{Start: from + int(k.starts[at+m[day]]), End: from + k.at(at+m[day+1])}
	}
	end := k.at(at + m[1])
	d.Span = span.Span{Start: from, End: from + end}
	d.end = d.Span.End
	if !d.closes(head, open) || !d.holds(head, known, short) {
		return Dateline{}, false
	}
	if short != "" {
		d.Form = short + "…" + d.Form
	}
	d.reporters(head)
	d.sure = d.sure || known && len(d.Reporters) > 0
	d.end += len(s[d.end:]) - len(strings.TrimLeftFunc(s[d.end:], isSpace))
	return d, true
}

// sent reports a line that begins with the name of an agency, or what may be
// one: most lines do not, and are looked at no further.
func sent(s string) bool {
	t := strings.TrimPrefix(strings.TrimPrefix(s, "据"), "據")
	if lexicon.Agency(t) > 0 {
		return true
	}
	n := 0
	for _, r := range t {
		if n++; n > 18 {
			return false
		}
		switch r {
		case '社', '报', '報', '网', '網', '台', '端', '线':
			return true
		case '，', '。', '、', ',', '：':
			return false
		}
	}
	return false
}

// wired reports a character with which the form of a dateline ends, near the
// start of a line.
func wired(s string) bool {
	n := 0
	for _, r := range s {
		switch r {
		case '电', '電', '讯', '訊', '道', '導', '导', '息', '发', '發':
			return true
		case '。':
			return false
		}
		if n++; n > 70 {
			break
		}
	}
	return false
}

const (
	openers = "【〔（([［「『<"
	closing = "】〕）)]］」』>"
)

// opening gives the length of spaces and a bracket at the start, and which
// bracket it is, by its place among openers.
func opening(s string) (n int, bracket rune) {
	t := strings.TrimLeftFunc(s, isSpace)
	n = len(s) - len(t)
	r, size := utf8.DecodeRuneInString(t)
	if size > 0 && strings.ContainsRune(openers, r) {
		n += size
		bracket = []rune(closing)[len([]rune(openers[:strings.IndexRune(openers, r)]))]
	}
	return n, bracket
}

// closes looks for the bracket that ends the dateline. Reporters may stand
// before it.
func (d *Dateline) closes(s string, bracket rune) bool {
	if bracket == 0 {
		return true
	}
	rest := s[d.Span.End:]
	i := strings.IndexRune(rest, bracket)
	if i < 0 || utf8.RuneCountInString(rest[:i]) > 30 || strings.ContainsAny(rest[:i], "。，") {
		return false
	}
	d.Span.End += len(strings.TrimRightFunc(rest[:i], isSpace))
	d.end += i + utf8.RuneLen(bracket)
	if r, size := utf8.DecodeRuneInString(s[d.end:]); r == '：' || r == ':' {
		d.end += size
	}
	return true
}

// holds reports whether what was read can be a dateline at all: ordinary
// sentences begin with an agency's name too.
func (d *Dateline) holds(s string, known bool, short string) bool {
	next, _ := utf8.DecodeRuneInString(s[d.end:])
	apart := d.end == len(s) || isSpace(next) || strings.ContainsRune("（(：:〕】", next) || d.bracketed
	wire := strings.HasSuffix(d.Form, "电") || strings.HasSuffix(d.Form, "電") || strings.HasSuffix(d.Form, "讯") || strings.HasSuffix(d.Form, "訊")
	own := strings.HasPrefix(d.Agency, "本")
	d.sure = d.Day != "" && wire && (known || d.bracketed) || own && d.Place == "" && d.Day == "" && wire
	switch {
	case !d.bracketed && strings.ContainsRune("说說称稱讲講，,", next):
		return false // a sentence tells of the wire
	case strings.ContainsAny(d.Place, "的在了和与是将就向对把被从"):
		return false
	case d.Form == "发" || d.Form == "發":
		return false
	case d.Day != "" && wire:
		return known || apart
	case d.Day != "":
		return known && apart || d.bracketed
	case !wire:
		return d.bracketed && known && (d.Place != "" || len(d.Reporters) > 0)
	case own && d.Place == "":
		return true
	case d.Place == "":
		return known && (apart || reportersSpoken.MatchString(s[d.end:])) && short == "" || d.bracketed && known || known && short != "" && apart
	}
	return (known || strings.HasSuffix(d.Agency, "日报")) && (apart || reportersSpoken.MatchString(s[d.end:]))
}

// reporters reads the reporters after the form.
func (d *Dateline) reporters(s string) {
	rest := s[d.end:]
	if m := reportersInBrackets.FindString(rest); m != "" && isReporters(m) {
		d.take(m)
	} else if m := reportersSpoken.FindString(rest); m != "" {
		d.take(m)
	} else if d.end+len(rest) == d.line && byline(strings.TrimFunc(rest, isSpace)) {
		d.take(rest)
	} else if r, size := utf8.DecodeRuneInString(rest); r == '：' || r == ':' {
		d.end += size
	}
}

func (d *Dateline) take(m string) {
	d.end += len(m)
	if !d.bracketed {
		d.Span.End = d.end
	}
	m = reporterWords.ReplaceAllString(strings.Trim(m, "（）() \u3000："), " ")
	apart := func(r rune) bool { return isSpace(r) || strings.ContainsRune("、，,/；;：:", r) }
	d.Reporters = append(d.Reporters, strings.FieldsFunc(m, apart)...)
}

// isReporters reports brackets with names of reporters, not with a remark.
func isReporters(m string) bool {
	if reporterWords.MatchString(m) {
		return true
	}
	inner := strings.Trim(m, "（）() \u3000")
	for _, name := range strings.FieldsFunc(inner, func(r rune) bool { return isSpace(r) || r == '、' || r == '，' }) {
		if n := utf8.RuneCountInString(name); n < 2 || n > 4 || !surnamed(name) {
			return false
		}
	}
	return inner != ""
}

// short reports a dispatch that is given shortened, or is only named (据…电).
func (d *Dateline) short() bool { return strings.ContainsAny(d.Form, "据據") }

// splitReporters parts names from the place that follows them without a
// mark, as 记者邱某某桃園 has them. place is what the grammar took for the
// place.
func splitReporters(run, place string) (names []string, where string) {
	fields := strings.FieldsFunc(run, func(r rune) bool { return r == '、' || r == '/' })
	if len(fields) == 0 {
		return nil, place
	}
	last := []rune(fields[len(fields)-1])
	n := nameLength(last)
	names = append(fields[:len(fields)-1:len(fields)-1], string(last[:n]))
	return names, string(last[n:])
}

// nameLength is how many characters of a run of name and place are the name:
// three as most are, unless too little would be left for a place.
func nameLength(run []rune) int {
	switch {
	case len(run) <= 3:
		return len(run)
	case len(run) == 4:
		return 2
	}
	return 3
}

// agencyAt gives the agency at the start of a key, and whether it is known by
// name.
func agencyAt(k string) (agency string, known bool) {
	if n := lexicon.Agency(k); n > 0 {
		if m := openAgency.FindString(k); len(m) > n && strings.HasSuffix(m, "客户端") {
			return m, true
		}
		return k[:n], true
	}
	m := openAgency.FindString(k)
	if m == "" || strings.ContainsAny(m, "的在了和与是据") {
		return "", false
	}
	if channel := "客户端"; strings.HasPrefix(k[len(m):], channel) {
		m = k[:len(m)+len(channel)]
	}
	return m, strings.HasSuffix(m, "日报") || strings.HasSuffix(m, "晚报") || strings.HasSuffix(m, "通讯社") || strings.HasSuffix(m, "通訊社")
}

// foldedText is a text's key with the way back.
type foldedText struct {
	text string
	// For each byte of text, where the character it came from begins and
	// ends.
	starts, ends []uint16
}

// folded makes the key of s, with the way back. s is a line's start, shorter
// than 64 KiB.
func folded(s string) foldedText {
	var b strings.Builder
	f := foldedText{starts: make([]uint16, 0, len(s)), ends: make([]uint16, 0, len(s))}
	for i, r := range s {
		if isSpace(r) {
			continue
		}
		end := i + utf8.RuneLen(r)
		r = han.Narrow(r)
		b.WriteRune(r)
		for range utf8.RuneLen(r) {
			f.starts, f.ends = append(f.starts, uint16(i)), append(f.ends, uint16(end))
		}
	}
	f.text = b.String()
	return f
}

// at gives the offset in the text after the character that ends at byte n of
// the key: spaces between it and the next belong to neither.
func (f *foldedText) at(n int) int {
	if n == 0 {
		return 0
	}
	return int(f.ends[n-1])
}
