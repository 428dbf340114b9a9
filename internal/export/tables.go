package export

import (
	"encoding/json"
	"strings"

	"dateline/record"
)

// The rows of the tables, which the CSV and Parquet files share. A column is
// a field, in the order of the fields, by the name in its tag; "" and a nil
// pointer are null. Lists inside a cell are JSON.

// key says which fact a row is: the source, the article, the id inside the
// source, and the day of the article.
type key struct {
	Source  string `parquet:"source,optional"`
	Article string `parquet:"article,optional"`
	ID      string `parquet:"id,optional"`
	Day     string `parquet:"day,optional"`
}

// place says where a row stands: the first of its code points and the end of
// its last, all pieces as JSON, and their text.
type place struct {
	Start  *int64 `parquet:"start"`
	End    *int64 `parquet:"end"`
	Pieces string `parquet:"pieces,optional"`
	Text   string `parquet:"text,optional"`
}

type articleRow struct {
	key
	Origin       string `parquet:"origin,optional"`
	Kind         string `parquet:"kind,optional"`
	Headline     string `parquet:"headline,optional"`
	Kicker       string `parquet:"kicker,optional"`
	Deck         string `parquet:"deck,optional"`
	Subheads     string `parquet:"subheads,optional"`
	Agency       string `parquet:"agency,optional"`
	Place        string `parquet:"place,optional"`
	Dateline     string `parquet:"dateline,optional"`
	DatelineDate string `parquet:"dateline_date,optional"`
	Form         string `parquet:"form,optional"`
	Reporters    string `parquet:"reporters,optional"`
	Byline       string `parquet:"byline,optional"`
	Credit       string `parquet:"credit,optional"`
	BelongsTo    string `parquet:"belongs_to,optional"`
	BeginsMid    bool   `parquet:"begins_mid"`
	EndsMid      bool   `parquet:"ends_mid"`
	Published    string `parquet:"published,optional"`
	Basis        string `parquet:"published_basis,optional"`
	URL          string `parquet:"given_url,optional"`
	Publication  string `parquet:"given_publication,optional"`
	Rule         string `parquet:"rule,optional"`
	place
}

// nameRow is one mention of a person, a place or an organization, or one
// title of a person: Kind says which.
type nameRow struct {
	key
	Name string `parquet:"name,optional"`
	Kind string `parquet:"kind,optional"`
	At   string `parquet:"at,optional"`
	Rule string `parquet:"rule,optional"`
	place
}

type statementRow struct {
	key
	Mode          string `parquet:"mode,optional"`
	Speaker       string `parquet:"speaker,optional"`
	SpeakerPerson string `parquet:"speaker_person,optional"`
	Hearer        string `parquet:"hearer,optional"`
	HearerPerson  string `parquet:"hearer_person,optional"`
	Cue           string `parquet:"cue,optional"`
	Content       string `parquet:"content,optional"`
	ContentPieces string `parquet:"content_pieces,optional"`
	Event         string `parquet:"event,optional"`
	Time          string `parquet:"time,optional"`
	Within        string `parquet:"within,optional"`
	Rule          string `parquet:"rule,optional"`
	place
}

type eventRow struct {
	key
	Kind         string `parquet:"kind,optional"`
	Status       string `parquet:"status,optional"`
	Participants string `parquet:"participants,optional"`
	Time         string `parquet:"time,optional"`
	TimeRef      string `parquet:"time_ref,optional"`
	TimeBasis    string `parquet:"time_basis,optional"`
	Place        string `parquet:"place,optional"`
	Works        string `parquet:"works,optional"`
	Ordinal      string `parquet:"ordinal,optional"`
	Series       string `parquet:"series,optional"`
	SameAs       string `parquet:"same_as,optional"`
	PLOVER       string `parquet:"plover,optional"`
	CAMEO        string `parquet:"cameo,optional"`
	Rule         string `parquet:"rule,optional"`
	place
}

// participantRow is one participant of the event ID.
type participantRow struct {
	key
	Kind   string `parquet:"kind,optional"`
	Name   string `parquet:"name,optional"`
	Person string `parquet:"person,optional"`
	Role   string `parquet:"role,optional"`
	As     string `parquet:"as,optional"`
}

type figureRow struct {
	key
	Kind      string `parquet:"kind,optional"`
	Value     string `parquet:"value,optional"`
	High      string `parquet:"high,optional"`
	Unit      string `parquet:"unit,optional"`
	Bound     string `parquet:"bound,optional"`
	Cue       string `parquet:"cue,optional"`
	Subject   string `parquet:"subject,optional"`
	Period    string `parquet:"period,optional"`
	Change    string `parquet:"change,optional"`
	Base      string `parquet:"change_base,optional"`
	ChangeCue string `parquet:"change_cue,optional"`
	Rule      string `parquet:"rule,optional"`
	place
}

type timeRow struct {
	key
	Type     string `parquet:"type,optional"`
	Value    string `parquet:"value,optional"`
	Mod      string `parquet:"mod,optional"`
	EDTF     string `parquet:"edtf,optional"`
	Anchor   string `parquet:"anchor,optional"`
	Basis    string `parquet:"basis,optional"`
	Earliest string `parquet:"earliest,optional"`
	Latest   string `parquet:"latest,optional"`
	Rule     string `parquet:"rule,optional"`
	place
}

type workRow struct {
	key
	Kind  string `parquet:"kind,optional"`
	Title string `parquet:"title,optional"`
	Rule  string `parquet:"rule,optional"`
	place
}

type slipRow struct {
	key
	Reading string `parquet:"reading,optional"`
	Note    string `parquet:"note,optional"`
	Rule    string `parquet:"rule,optional"`
	place
}

type checkRow struct {
	key
	Kind     string `parquet:"kind,optional"`
	Holds    *bool  `parquet:"holds"`
	Say      string `parquet:"say,optional"`
	Evidence string `parquet:"evidence,optional"`
	Rule     string `parquet:"rule,optional"`
	place
}

// at is where a span stands.
func at(s record.Span) place {
	if len(s.Pieces) == 0 {
		return place{Text: s.Text}
	}
	start, end := int64(s.Start()), int64(0)
	for _, p := range s.Pieces {
		start, end = min(start, int64(p.Start())), max(end, int64(p.End()))
	}
	return place{Start: &start, End: &end, Pieces: compact(s.Pieces), Text: s.Text}
}

// list is a list as JSON, "" for one with nothing in it.
func list(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return compact(all)
}

// compact is JSON in one line, without the escaping of <, > and &.
func compact(v any) string {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// text is the text of a span that may be missing.
func text(s *record.Span) string {
	if s == nil {
		return ""
	}
	return s.Text
}
