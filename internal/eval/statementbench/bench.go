// Package statementbench measures statements on the Chinese Emergency Corpus,
// news of accidents and disasters in which others marked what is said, by
// whom, and with which word.
//
// In: the shared folder, which is not part of this repository, and a reader of
// pages. Out: counts. The corpus has other conventions; what can be turned
// into ours is turned, what cannot is set apart:
//
//   - datelines (本报讯, 新华社…电) and the site that a report is from (据某部
//     网站消息) are statements there;
//   - so is what somebody learns, sees or finds (记者从…获悉, 看到, 经调查): no words;
//   - so is a text made public (发表声明, 作出指示): an event here, what it says
//     is told by the verbs after it;
//   - so is 据了解, 据悉, 据报道, where nobody is named;
//   - its contents are lists of happenings, often to the end of the report;
//     here they are one stretch of the paragraph: from after the clause of the
//     cue, or from the first happening where it stands before, to the end of
//     the sentence of the last.
package statementbench

import (
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"dateline/internal/eval"
	"dateline/internal/eval/cec"
	"dateline/record"
)

// Sort is what a statement of the corpus is by the rules of the record.
type Sort int

// The sorts.
const (
	Said     Sort = iota // a statement
	Dateline             // a dateline
	Learnt               // what somebody learns, sees or measures
	Nobody               // words of nobody who is named
	Issued               // a text made public, an event here
)

var (
	wireCue  = regexp.MustCompile(`^(电|讯|快讯|消息|信息|发)$`)
	byline   = regexp.MustCompile(`记者|通讯员`)
	learnCue = regexp.MustCompile(`^(获悉|了解|得知|悉|据悉|看到|看见|发现|听说|所知|获得|感觉|确定|调查|鉴定|查明|查看|认定)$`)
	issued   = regexp.MustCompile(`(发表|发布|作出|做出|下发).*(声明|指示|公报|消息)$|通报了`)
	wire     = regexp.MustCompile(`^据.*社.*电$|^据.*网站消息$`)
	named    = regexp.MustCompile(`^[但另，]*(据|根据)`)
	unnamed  = regexp.MustCompile(`^[但另，]*据(悉|了解|介绍|报道|称|说|消息|统计|报告)[，：]?$`)
)

// SortOf says what a statement of the corpus is.
func SortOf(s cec.Saying) Sort {
	text := s.Event.Text
	source := named.MatchString(text)
	switch {
	case wire.MatchString(text):
		return Dateline
	case issued.MatchString(text):
		return Issued
	case !source && (wireCue.MatchString(s.Cue) || strings.HasSuffix(text, "讯")):
		return Dateline
	case !source && s.Cue == "报道" && (s.Event.Par+s.Event.Start == 0 || byline.MatchString(text)):
		return Dateline
	case len(s.Speakers) == 0 && unnamed.MatchString(text):
		return Nobody
	case s.CueType != "statement", learnCue.MatchString(s.Cue):
		return Learnt
	}
	return Said
}

// tally counts what both sides have and how often they agree.
type tally struct{ cases, right int }

func (t *tally) count(ok bool) {
	t.cases++
	if ok {
		t.right++
	}
}

// Score is what the bench counts.
type Score struct {
	found, any, speakers, contents tally
	// apart is how many are of each other sort.
	apart [Issued + 1]int
}

// Figures are the rows for docs/accuracy.md.
func Figures(shared string, read cec.Reader) ([]eval.Row, error) {
	s, err := Measure(shared, read, func(string) {})
	if err != nil {
		return nil, err
	}
	row := func(name string, t tally, note string) eval.Row {
		return eval.Row{Name: name, Data: cec.Name, Cases: t.cases, Right: t.right, Score: float64(t.right) / float64(max(t.cases, 1)), Note: note}
	}
	return []eval.Row{
		row("cue found", s.found, fmt.Sprintf("set apart: %d datelines, %d of what is learnt, seen or found, %d where nobody is named, %d texts made public (events here)", s.apart[Dateline], s.apart[Learnt], s.apart[Nobody], s.apart[Issued])),
		row("cue found, only datelines set apart", s.any, "what is learnt and 据悉 are no statements here"),
		row("speaker", s.speakers, "of those found and named there: the same characters, or one name in the other"),
		row("content", s.contents, "of those found: overlap in the paragraph by half or more"),
	}, nil
}

// Measure reads all reports and counts; log gets a line for each fault.
func Measure(shared string, read cec.Reader, log func(string)) (Score, error) {
	var s Score
	reports, err := cec.Reports(shared)
	if err != nil {
		return s, err
	}
	sayings, err := cec.Sayings(shared)
	if err != nil {
		return s, err
	}
	for _, r := range reports {
		if list := sayings[r.ID]; len(list) > 0 {
			rec, err := read(r.ID, r.Page(), r.Published())
			if err != nil {
				return s, fmt.Errorf("%s: %w", r.ID, err)
			}
			s.report(r, list, rec, log)
		}
	}
	return s, nil
}

// report counts the statements of one report.
func (s *Score) report(r cec.Report, list []cec.Saying, rec *record.Record, log func(string)) {
	for _, x := range list {
		sort := SortOf(x)
		s.apart[sort]++
		if sort == Dateline {
			continue
		}
		got := find(r, x, rec.Statements)
		s.any.count(got != nil)
		if sort != Said {
			continue
		}
		s.found.count(got != nil)
		if got == nil {
			log(fmt.Sprintf("cue %s: %s %q", x.Cue, r.ID, around(r, x)))
			continue
		}
		s.speaker(r, x, got, log)
		s.content(r, x, got, log)
	}
}

// find is the statement whose cue is the one of the corpus: its cue, or where
// it has none its speaker, stands in the clause of the cue. Of several it is
// the one with the cue's own characters.
func find(r cec.Report, x cec.Saying, list []record.Statement) *record.Statement {
	clause := place(r, x.Event)
	cue := clause
	if i := strings.LastIndex(x.Event.Text, x.Cue); i >= 0 {
		at := clause[0] + utf8.RuneCountInString(x.Event.Text[:i])
		cue = cec.Span{at, at + utf8.RuneCountInString(x.Cue)}
	}
	for _, s := range []cec.Span{cue, clause} {
		i := slices.IndexFunc(list, func(o record.Statement) bool {
			if len(o.Cue) == 0 {
				return s.Over(o.Speaker.Span)
			}
			return slices.ContainsFunc(o.Cue, s.Over)
		})
		if i >= 0 {
			return &list[i]
		}
	}
	return nil
}

// speaker counts whether the speakers agree.
func (s *Score) speaker(r cec.Report, x cec.Saying, got *record.Statement, log func(string)) {
	if len(x.Speakers) == 0 {
		return
	}
	clause, name := place(r, x.Event), string(got.Speaker.Name)
	ok := slices.ContainsFunc(x.Speakers, func(q string) bool {
		i := strings.Index(x.Event.Text, q)
		at := clause[0] + utf8.RuneCountInString(x.Event.Text[:max(i, 0)])
		return i >= 0 && cec.Span{at, at + utf8.RuneCountInString(q)}.Over(got.Speaker.Span) ||
			name != "" && (strings.Contains(q, name) || strings.Contains(name, q))
	})
	s.speakers.count(ok)
	if !ok {
		log(fmt.Sprintf("speaker %v, read %q: %s %q", x.Speakers, name, r.ID, around(r, x)))
	}
}

// content counts whether what is said agrees, in the paragraph of the cue.
func (s *Score) content(r cec.Report, x cec.Saying, got *record.Statement, log func(string)) {
	want, ok := stretch(r, x)
	if !ok {
		return
	}
	at := r.At(x.Event.Par)
	par := cec.Span{at, at + utf8.RuneCountInString(r.Paragraphs[x.Event.Par].Text)}
	common, mine := want.Common(got.Content), par.Common(got.Content)
	right := 2*common >= want[1]-want[0]+mine-common
	s.contents.count(right)
	if !right {
		log(fmt.Sprintf("content %q, read %q: %s", string([]rune(r.Page())[want[0]:want[1]]), got.Content.Text, r.ID))
	}
}

// stretch is the content as one stretch of the paragraph of the cue, false
// where nothing of it is there.
func stretch(r cec.Report, x cec.Saying) (cec.Span, bool) {
	text := []rune(r.Paragraphs[x.Event.Par].Text)
	from, to := len(text), 0
	for _, c := range x.Content {
		if c.Par == x.Event.Par {
			from, to = min(from, c.Start), max(to, c.End)
		}
	}
	if to <= from {
		return cec.Span{}, false
	}
	if from >= x.Event.Start && to > x.Event.End {
		from = x.Event.End
		for from < to && strings.ContainsRune("，：,:“”到说", text[from]) {
			from++
		}
		to = sentenceEnd(text, to)
	}
	at := r.At(x.Event.Par)
	return cec.Span{at + from, at + to}, true
}

// sentenceEnd is the end of the sentence that has the character before i.
func sentenceEnd(text []rune, i int) int {
	for i = max(i-1, 0); i < len(text); i++ {
		if strings.ContainsRune("。！？", text[i]) {
			return i + 1
		}
	}
	return len(text)
}

func place(r cec.Report, p cec.Place) cec.Span {
	at := r.At(p.Par)
	return cec.Span{at + p.Start, at + p.End}
}

// around is the clause of the cue with a little of what stands beside it.
func around(r cec.Report, x cec.Saying) string {
	text := []rune(r.Paragraphs[x.Event.Par].Text)
	return string(text[max(0, x.Event.Start-12):min(len(text), x.Event.End+24)])
}
