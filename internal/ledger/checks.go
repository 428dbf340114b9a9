package ledger

import (
	"cmp"
	"context"
	"fmt"
	"math/big"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"dateline/internal/archive"
)

// Finding is what does not agree in an archive. It accuses nobody: sources may
// mean different things by the same words.
type Finding struct {
	// Kind is one of CheckKinds.
	Kind string
	// Say is one plain sentence.
	Say string
	// IDs are the facts compared, or, for a title, the people of the sources
	// that give it, in the order of Say.
	IDs []string
	// Day is that of what is in doubt.
	Day string
}

// The kinds of findings.
const (
	// InRecord: a check of one record that does not hold.
	InRecord = "record"
	// FigureTwice: a figure of one subject and time is told differently.
	FigureTwice = "figure"
	// OrdinalBack: the number of a meeting is not greater than one before.
	OrdinalBack = "ordinal"
	// TitleThen: somebody is given an office that others have at the time.
	TitleThen = "title"
)

// CheckKinds are the kinds of findings, in the order in which they are given.
var CheckKinds = []string{InRecord, FigureTwice, OrdinalBack, TitleThen}

// Check looks for what does not agree in a whole archive; kinds are some of
// CheckKinds, none for all.
func Check(ctx context.Context, r archive.Reader, kinds []string) ([]Finding, error) {
	var out []Finding
	for _, k := range CheckKinds {
		if len(kinds) > 0 && !slices.Contains(kinds, k) {
			continue
		}
		f := map[string]func(context.Context, archive.Reader) ([]Finding, error){
			InRecord: recordChecks, FigureTwice: figureChecks, OrdinalBack: ordinalChecks, TitleThen: titleChecks}[k]
		more, err := f(ctx, r)
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	return out, nil
}

// recordChecks are those of the records.
func recordChecks(ctx context.Context, r archive.Reader) ([]Finding, error) {
	rows, _, err := r.Checks(ctx, archive.No, 0)
	if err != nil {
		return nil, err
	}
	places, err := Places(ctx, r, ids(rows, func(x archive.CheckRow) string { return x.ID }))
	var out []Finding
	for _, x := range rows {
		out = append(out, Finding{InRecord, x.Kind + ": " + places[x.ID].Say, []string{x.ID}, x.Day})
	}
	return out, err
}

// A figure is compared over sources where its subject is so long that it is
// likely to be one thing (国内生产总值; not 死亡), where the sources say its time,
// and where they are told within some weeks of each other: later figures are
// revised, which is no disagreement.
// Values of which one is many times the other are of different things (a
// village's income, all villages').
const (
	leastSubject = 5
	figureDays   = 31
	mostTimes    = 3
)

func figureChecks(ctx context.Context, r archive.Reader) ([]Finding, error) {
	rows, _, err := r.Figures(ctx, archive.FigureAsk{})
	if err != nil {
		return nil, err
	}
	rows = slices.DeleteFunc(rows, func(x archive.FigureRow) bool {
		return x.Period == "" || x.Kind == "ordinal" || x.Kind == "rank" || utf8.RuneCountInString(x.Subject) < leastSubject
	})
	var out []Finding
	for _, s := range seriesOf(rows) {
		for _, p := range s.Points {
			if p.Conflict {
				out = append(out, twice(s, p)...)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Say, b.Say)) })
	return out, nil
}

// twice compares each value with those after it, told by other sources.
func twice(s Series, p Point) []Finding {
	for i, a := range p.Values {
		for _, b := range p.Values[i+1:] {
			x, y := a.Rows[0], nearest(a.Rows[0], b.Rows)
			if agree(a, b) || y == nil || !comparable(a, b) || sourceOf(x.ID) == sourceOf(y.ID) || several(p, sourceOf(x.ID)) || several(p, sourceOf(y.ID)) {
				continue
			}
			return []Finding{{FigureTwice, fmt.Sprintf("%s (%s) is %s in %s of %s and %s in %s of %s.", s.Subject, p.Period,
				valueIn(a, s.Unit), x.ID, x.Day, valueIn(b, s.Unit), y.ID, y.Day), []string{x.ID, y.ID}, max(x.Day, y.Day)}}
		}
	}
	return nil
}

// comparable: neither value is many times the other.
func comparable(a, b FigureValue) bool {
	x, ok := new(big.Rat).SetString(a.Value)
	y, ok2 := new(big.Rat).SetString(b.Value)
	if !ok || !ok2 || x.Sign() != y.Sign() {
		return false
	}
	most := big.NewRat(mostTimes, 1)
	x.Abs(x)
	y.Abs(y)
	return x.Cmp(new(big.Rat).Mul(y, most)) <= 0 && y.Cmp(new(big.Rat).Mul(x, most)) <= 0
}

// several: a source that gives several values for one time speaks of several
// things by the same words.
func several(p Point, source string) bool {
	n := 0
	for _, v := range p.Values {
		if slices.ContainsFunc(v.Rows, func(x archive.FigureRow) bool { return sourceOf(x.ID) == source }) {
			n++
		}
	}
	return n > 1
}

// nearest is the row told nearest to another, nil where none is near.
func nearest(x archive.FigureRow, rows []archive.FigureRow) *archive.FigureRow {
	best, days := -1, figureDays+1
	for i := range rows {
		if d := daysBetween(x.Day, rows[i].Day); d < days {
			best, days = i, d
		}
	}
	if best < 0 {
		return nil
	}
	return &rows[best]
}

func valueIn(v FigureValue, unit string) string {
	s := v.Value
	if v.High != "" {
		s += " to " + v.High
	}
	if v.Bound != "" {
		s = v.Bound + " " + s
	}
	return strings.TrimSpace(s + " " + unit)
}

func sourceOf(id string) string {
	s, _ := archive.SplitID(id)
	return s
}

func ordinalChecks(ctx context.Context, r archive.Reader) ([]Finding, error) {
	m, err := FindMeetings(ctx, r, MeetingAsk{})
	if err != nil {
		return nil, err
	}
	var out []Finding
	for _, c := range m.Ordinals {
		if c.Holds == archive.No {
			x := &m.Meetings[c.Meeting]
			out = append(out, Finding{OrdinalBack, fmt.Sprintf("The %s of %s on %s is number %d in %s, one before it is number %d in %s.",
				x.Kind, strings.Join(c.Between, ", "), x.Day(), c.Stated, c.ID, c.Before, c.BeforeID), []string{c.ID, c.BeforeID}, x.Day()})
		}
	}
	return out, nil
}

// offices end the titles that one person has at a time, with what it is the
// office of before them.
var offices = strings.Fields("总统 总理 首相 国家主席 总书记 国王 外长 外交部长 国防部长 财政部长 省长 市长 州长 秘书长 总干事")

// notInOffice begin titles of who has an office no more, not yet, or in
// place of who has it.
var notInOffice = strings.Fields("前 原 时任 候任 当选 代 代理 副 临时 看守 前任 已故 首任 历任 名誉")

// What an office tells at a time: it is another's where at least so many
// sources of the days before and after give it to one other person, and none
// of these days to the one in doubt.
const (
	officeDays    = 60
	officeSources = 3
)

func titleChecks(ctx context.Context, r archive.Reader) ([]Finding, error) {
	all, err := r.Called(ctx, offices)
	if err != nil {
		return nil, err
	}
	byTitle := map[string][]archive.TitleGiven{}
	for _, x := range all {
		if t := archive.Fold(x.Title); officeOf(t) && len(x.Day) == len(time.DateOnly) {
			byTitle[t] = append(byTitle[t], x)
		}
	}
	var out []Finding
	for _, list := range byTitle {
		slices.SortStableFunc(list, func(a, b archive.TitleGiven) int {
			return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Source, b.Source))
		})
		for i := range list {
			if f, ok := inOffice(list, i); ok {
				out = append(out, f)
			}
		}
	}
	slices.SortFunc(out, func(a, b Finding) int { return cmp.Or(cmp.Compare(a.Day, b.Day), cmp.Compare(a.Say, b.Say)) })
	return out, nil
}

// officeOf reports a title that says of what it is the office.
func officeOf(title string) bool {
	for _, n := range notInOffice {
		if strings.HasPrefix(title, archive.Fold(n)) {
			return false
		}
	}
	for _, o := range offices {
		before, ok := strings.CutSuffix(title, archive.Fold(o))
		if ok && utf8.RuneCountInString(before) >= 2 && !strings.HasSuffix(before, "副") && !strings.HasSuffix(before, "前") {
			return true
		}
	}
	return false
}

// inOffice holds one telling of a title against the days around it.
func inOffice(list []archive.TitleGiven, i int) (Finding, bool) {
	x := list[i]
	before, after := map[string]int{}, map[string]int{}
	firstID := map[string]string{}
	for from := i - 1; from >= 0 && daysBetween(list[from].Day, x.Day) <= officeDays; from-- {
		before[list[from].Name]++
		firstID[list[from].Name] = list[from].Source + "/" + list[from].Person
	}
	for to := i + 1; to < len(list) && daysBetween(list[to].Day, x.Day) <= officeDays; to++ {
		after[list[to].Name]++
	}
	if before[x.Name]+after[x.Name] > 0 || len(before) != 1 || len(after) != 1 {
		return Finding{}, false
	}
	for other, n := range before {
		if n >= officeSources && after[other] >= officeSources && !likeNames(other, x.Name) {
			return Finding{TitleThen, fmt.Sprintf("%s is called %s in %s of %s; %d sources of the days before and %d of the days after so call %s.",
				x.Name, x.Title, x.Source+"/"+x.Person, x.Day, n, after[other], other), []string{x.Source + "/" + x.Person, firstID[other]}, x.Day}, true
		}
	}
	return Finding{}, false
}

// likeNames: one name is a part of the other, as a family name is.
func likeNames(a, b string) bool {
	a, b = archive.Fold(a), archive.Fold(b)
	return strings.Contains(a, b) || strings.Contains(b, a)
}
