package view

import (
	"cmp"
	"slices"
	"strings"

	"dateline/internal/term"
	"dateline/record"
)

// The marks of the margin, and what they say, for the line under the source's
// name.
const (
	saysMark   = ">"
	eventMark  = "*"
	figureMark = "#"
	timeMark   = "@"
	checkMark  = "!"
	legend     = "> who speaks  * what happened  # figures  @ times  ! does not hold"
)

const (
	// besideFrom is the width from which the margin stands beside the text;
	// on a narrower page it is below each paragraph.
	besideFrom = 72
	// leastMargin and MostMargin bound the width of the margin, which is a
	// third of the page between them.
	leastMargin = 24
	// MostMargin is the most columns of the margin.
	MostMargin = 36
	// Divider is the columns between text and margin.
	Divider = 3
)

// note is what the margin says of a place in the text.
type note struct {
	start int // code point
	kind  noteKind
	runs  []term.Run
}

// noteKind orders the notes of a paragraph. Figures and times share a line.
type noteKind int

const (
	saysNote noteKind = iota
	eventNote
	figureNote
	timeNote
	checkNote
)

// marks stand before the notes of each kind.
var marks = [...]string{saysNote: saysMark, eventNote: eventMark, figureNote: figureMark, timeNote: timeMark, checkNote: checkMark}

// margin is the width of the margin beside the text, 0 where there is none.
func (p *page) margin() int {
	if !p.opt.Margin || p.opt.Width < besideFrom {
		return 0
	}
	return min(max(p.opt.Width/3, leastMargin), MostMargin)
}

// annotate collects the notes of the articles, in the order of the text.
func (p *page) annotate() {
	p.notes = map[string][]note{}
	if !p.opt.Margin {
		return
	}
	add := func(f record.Fact, kind noteKind, runs ...term.Run) {
		p.notes[f.Article] = append(p.notes[f.Article], note{f.Start(), kind, runs})
	}
	for _, s := range p.rec.Statements {
		add(s.Fact, saysNote, strong(speaker(s)), plain(spaced(cues(s))), faint(spaced(mode(s))))
	}
	for _, e := range p.rec.Events {
		add(e.Fact, eventNote, plain(e.Kind+" "), strong(participants(e.Participants)), faint(tied(happening(e))))
	}
	for _, f := range p.rec.Figures {
		add(f.Fact, figureNote, plain(f.Text), faint(news(f.Text, amount(f), strings.Trim(string(f.Unit), "{}"))))
	}
	for _, t := range p.rec.Times {
		if known := !strings.HasSuffix(string(t.Value), "_REF"); known {
			add(t.Fact, timeNote, plain(t.Text), faint(news(t.Text, cmp.Or(string(t.Value), "?")+modified(t.Mod), "年")))
		}
	}
	p.failing()
	for _, list := range p.notes {
		slices.SortStableFunc(list, func(a, b note) int { return cmp.Compare(a.start, b.start) })
	}
}

// news is the value of a figure or a time as it stands behind its text, ""
// where the text says as much: 9位, 第23次, 1907年.
func news(text, value, unit string) string {
	bare := strings.TrimPrefix(strings.TrimPrefix(text, "第"), "连续")
	if bare == value+unit || bare+" "+unit == value || strings.ReplaceAll(value, " ", "") == bare {
		return ""
	}
	return " =" + tie + tied(value)
}

// hyphen is a hyphen at which no line ends.
const hyphen = "\u2011"

// tied is a value that is not to be parted at its hyphens.
func tied(value string) string { return strings.ReplaceAll(value, "-", hyphen) }

// untie gives the values in set lines their usual characters.
func untie(lines [][]term.Run) [][]term.Run {
	for _, line := range lines {
		for i := range line {
			if line[i].Style == term.Faint {
				line[i].Text = strings.NewReplacer(tie, " ", hyphen, "-").Replace(line[i].Text)
			}
		}
	}
	return lines
}

// failing adds the checks that do not hold, each at the first fact that it
// compares.
func (p *page) failing() {
	facts := map[string]*record.Fact{}
	for i := range p.rec.Times {
		facts[p.rec.Times[i].ID] = &p.rec.Times[i].Fact
	}
	for i := range p.rec.Figures {
		facts[p.rec.Figures[i].ID] = &p.rec.Figures[i].Fact
	}
	for _, c := range p.rec.Checks {
		if c.Holds == nil || *c.Holds {
			continue
		}
		for _, id := range c.Evidence {
			if f := facts[id]; f != nil {
				p.notes[f.Article] = append(p.notes[f.Article], note{f.Start(), checkNote, []term.Run{{Text: c.ID, Style: term.Doubt}, plain(" does not hold")}})
				break
			}
		}
	}
}

// modified is the modifier of a time.
func modified(m record.Nullable) string { return spaced(strings.ToLower(string(m))) }

// amount is the value of a figure with its bound and unit.
func amount(f record.Figure) string {
	out := grouped3(f.Value)
	if f.High != "" {
		out += " to " + grouped3(string(f.High))
	}
	if f.Bound != "" {
		out = string(f.Bound) + " " + out
	}
	if f.Unit != "" {
		out += " " + strings.Trim(string(f.Unit), "{}")
	}
	return out
}

// grouped3 is a decimal number with its whole part in groups of three.
func grouped3(n string) string {
	whole, part, dot := strings.Cut(n, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if dot {
		return whole + "." + part
	}
	return whole
}

// participants are the principals of an event.
func participants(all []record.Participant) string {
	var names []string
	for _, x := range all {
		if x.Role != "attendee" && x.Role != "receiver" {
			names = append(names, x.Name)
		}
	}
	return strings.Join(names, ", ")
}

// happening is the time of an event and what became of it.
func happening(e record.Event) string {
	out := ""
	if e.Time != nil && e.Time.Value != "" {
		out += " " + string(e.Time.Value)
	}
	if e.Status != "" && e.Status != "happened" {
		out += " " + e.Status
	}
	return out
}

// speaker is who speaks.
func speaker(s record.Statement) string {
	return cmp.Or(string(s.Speaker.Name), "(not named)")
}

// cues are the words that say that somebody speaks.
func cues(s record.Statement) string {
	var out []string
	for _, c := range s.Cue {
		out = append(out, c.Text)
	}
	return strings.Join(out, " ")
}

// mode is how the words are given, where they are not told indirectly.
func mode(s record.Statement) string {
	if s.Mode == "" || s.Mode == "indirect" {
		return ""
	}
	return s.Mode
}

// spaced is s behind a space, "" for "".
func spaced(s string) string {
	if s == "" {
		return ""
	}
	return " " + s
}

// notesOf takes the notes of a paragraph off the front of an article's: those
// that begin in it. Notes before it (of a headline, a dateline) are dropped.
func notesOf(list []note, s record.Span) (own, rest []note) {
	end := s.Start()
	for _, piece := range s.Pieces {
		end = max(end, piece.End())
	}
	for i, n := range list {
		if n.start >= end {
			return own, list[i:]
		}
		if slices.ContainsFunc(s.Pieces, func(x record.Piece) bool { return n.start >= x.Start() && n.start < x.End() }) {
			own = append(own, n)
		}
	}
	return own, nil
}

// set puts the notes of a paragraph in order, each with its mark: a line for
// everyone who speaks and everything that happened, one for the figures and
// one for the times.
func set(notes []note) [][]term.Run {
	slices.SortStableFunc(notes, func(a, b note) int { return cmp.Compare(a.kind, b.kind) })
	var out [][]term.Run
	for i, n := range notes {
		if i > 0 && n.kind == notes[i-1].kind && (n.kind == figureNote || n.kind == timeNote) {
			last := &out[len(out)-1]
			*last = append(append(*last, faint("; ")), n.runs...)
			continue
		}
		out = append(out, append([]term.Run{faint(marks[n.kind] + " ")}, n.runs...))
	}
	return out
}

// paragraph writes a paragraph with its notes: beside it where there is room,
// else below.
func (p *page) paragraph(text []term.Run, notes []note) {
	margin := p.margin()
	if margin == 0 {
		p.wrap(indent, "", text...)
		for _, n := range set(notes) {
			for _, line := range untie(term.Wrap(n, term.Frame{Width: p.opt.Width, First: step + step, Rest: step + step + step})) {
				p.line(line...)
			}
		}
		return
	}
	width := p.opt.Width - margin - Divider
	left := term.Wrap(text, term.Frame{Width: width, First: indent})
	var right [][]term.Run
	for _, n := range set(notes) {
		right = append(right, untie(term.Wrap(n, term.Frame{Width: margin, Rest: step}))...)
	}
	for i := range max(len(left), len(right)) {
		var line []term.Run
		if i < len(left) {
			line = left[i]
		}
		if i < len(right) {
			line = append(line, faint(strings.Repeat(" ", max(0, width-runWidth(line)))+" | "))
			line = append(line, right[i]...)
		}
		p.line(line...)
	}
}

// runWidth is the width of runs in columns.
func runWidth(runs []term.Run) int {
	n := 0
	for _, r := range runs {
		n += term.Width(r.Text)
	}
	return n
}
