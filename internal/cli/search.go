package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/cli/view"
	"dateline/internal/fault"
	"dateline/internal/query"
	"dateline/internal/term"
	"dateline/record"
)

// searchFlags are the flags of dateline search.
type searchFlags struct {
	archiveFlags
	limit                          int
	relevance, count, countSources bool
	cursor                         string
	facets                         []string
}

// searchCommand is dateline search.
func (a *app) searchCommand() *cobra.Command {
	f := &searchFlags{}
	c := &cobra.Command{
		Use:   "search [QUERY...]",
		Short: "find articles in an archive",
		Long: "search prints the articles that a query asks for, the newest first: words and\n" +
			"\"phrases\", AND, OR, NOT and NEAR, and fields such as speaker:, person:, place:,\n" +
			"date:2013..2016 (docs/query.md). Several arguments are one query with spaces\n" +
			"between them; write -- before one that begins with -. Without a query it is all\n" +
			"articles. The characters found stand between 【 and 】.",
		Example: "  dateline search '港口 OR 铁路'\n" +
			"  dateline search 'speaker:林知远 date:2013..2016' --json\n" +
			"  dateline search 港口 --facets agency,year",
		RunE: a.enter(func(c *cobra.Command, args []string) error { return a.search(c, f, strings.Join(args, " ")) }),
	}
	f.addTo(c, true)
	set := c.Flags()
	set.IntVar(&f.limit, "limit", 0, "the most articles, or values of each facet; without it 10, all values")
	set.BoolVar(&f.relevance, "relevance", false, "print first what has most of the query's words, in place of the newest")
	set.StringVar(&f.cursor, "cursor", "", "go on after a page: the `CURSOR` that it ended with")
	set.BoolVar(&f.count, "count", false, "print how many articles there are")
	set.BoolVar(&f.countSources, "count-sources", false, "print in how many sources they are")
	set.StringSliceVar(&f.facets, "facets", nil, "count the articles by the values of `FIELD,...`: agency, place, person, organization, year, kind")
	return c
}

// search looks for what a query asks for.
func (a *app) search(c *cobra.Command, f *searchFlags, text string) error {
	if err := f.check(); err != nil {
		return err
	}
	q, err := a.parse(text)
	if err != nil {
		return err
	}
	return a.withArchive(c, &f.archiveFlags, toRead, func(ctx context.Context, s archive.Archive) error {
		switch {
		case f.count || f.countSources:
			return a.searchCount(ctx, s, f, q)
		case len(f.facets) > 0:
			return a.searchFacets(ctx, s, f, q)
		}
		return a.searchHits(ctx, s, f, q)
	})
}

// check refuses flags that do not go together or have no such value.
func (f *searchFlags) check() error {
	asked := 0
	for _, on := range []bool{f.count, f.countSources, len(f.facets) > 0} {
		if on {
			asked++
		}
	}
	switch {
	case asked > 1:
		return &fault.Error{Meaning: fault.Usage, Say: "--count, --count-sources and --facets do not go together"}
	case asked > 0 && (f.relevance || f.cursor != ""):
		return &fault.Error{Meaning: fault.Usage, Say: "--relevance and --cursor are for pages of articles, not for counts"}
	}
	for _, name := range f.facets {
		if !slices.Contains(facets, archive.Facet(name)) {
			return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("there is no facet %q", name),
				Hint: "the facets are agency, place, person, organization, year and kind"}
		}
	}
	return checkLimit(f.limit)
}

// facets are those that can be asked for.
var facets = []archive.Facet{archive.ByAgency, archive.ByPlace, archive.ByPerson, archive.ByOrganization, archive.ByYear, archive.ByKind}

func checkLimit(n int) error {
	if n < 0 {
		return &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("--limit %d is below 0", n)}
	}
	return nil
}

// parse reads a query, nil where there is none. What is wrong with it is shown
// under it.
func (a *app) parse(text string) (query.Node, error) {
	if strings.TrimSpace(text) == "" {
		return nil, nil
	}
	q, err := query.Parse(text)
	var wrong *query.Error
	if !errors.As(err, &wrong) {
		return q, err
	}
	a.say("error", wrong.Error())
	for _, line := range caret(text, wrong.Start, wrong.End) {
		fmt.Fprintln(a.err, line)
	}
	if wrong.Err.Hint != "" {
		a.say("hint", wrong.Err.Hint)
	}
	return nil, reported{usage(err)}
}

// caret shows a query and, under it, the code points from start to end, as wide
// as a terminal shows them. Of a long query it shows what is around them.
func caret(text string, start, end int) []string {
	const most = 60 // code points on each side
	r := []rune(text)
	start = min(start, len(r))
	end = min(max(end, start), len(r), start+most)
	from, to := max(0, start-most), min(len(r), end+most)
	before, at, after := term.Clean(string(r[from:start])), term.Clean(string(r[start:end])), term.Clean(string(r[end:to]))
	const margin = "  "
	return []string{margin + before + at + after,
		margin + strings.Repeat(" ", term.Width(before)) + strings.Repeat("^", max(1, term.Width(at)))}
}

// searchHits prints a page of articles.
func (a *app) searchHits(ctx context.Context, s archive.Archive, f *searchFlags, q query.Node) error {
	ask := archive.Search{Query: q, Limit: f.limit, Cursor: f.cursor}
	if f.relevance {
		ask.Order = archive.Relevance
	}
	page, err := s.Search(ctx, ask)
	if errors.Is(err, fault.Invalid) {
		return usage(err) // the cursor
	}
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(hitsJSON(q, page))
	}
	if err := view.Hits(a.out, page.Hits, a.options(&f.archiveFlags, false)); err != nil {
		return err
	}
	return a.more(len(page.Hits), "article", page.Next)
}

// more says after a page that there is none, or how to have the next one.
func (a *app) more(n int, what, next string) error {
	if err := a.out.Flush(); err != nil {
		return err
	}
	switch {
	case next != "":
		a.say("hint", "there are more: --cursor "+next)
	case n == 0:
		a.say("hint", "there is no such "+what)
	}
	return nil
}

// hitJSON is a hit as --json prints it.
type hitJSON struct {
	ID        string            `json:"id"`
	Source    string            `json:"source"`
	Origin    string            `json:"origin"`
	Given     archive.Given     `json:"given"`
	Kind      string            `json:"kind"`
	Day       *string           `json:"day"`
	Headlines []record.Headline `json:"headlines"`
	Dateline  *record.Dateline  `json:"dateline"`
	Excerpt   record.Span       `json:"excerpt"`
	Marks     []record.Span     `json:"marks"`
}

// pageJSON is a page of hits.
type pageJSON struct {
	Query string    `json:"query"`
	Hits  []hitJSON `json:"hits"`
	Next  string    `json:"next"`
}

func hitsJSON(q query.Node, page *archive.Page) pageJSON {
	out := pageJSON{Query: canonical(q), Hits: []hitJSON{}, Next: page.Next}
	for _, h := range page.Hits {
		x := hitJSON{h.ID, h.SourceID, h.Origin, h.Given, h.Kind, nil, h.Headlines, h.Dateline, h.Excerpt, h.Marks}
		if h.Day != "" {
			x.Day = &h.Day
		}
		if x.Headlines == nil {
			x.Headlines = []record.Headline{}
		}
		if x.Marks == nil {
			x.Marks = []record.Span{}
		}
		if x.Excerpt.Pieces == nil {
			x.Excerpt.Pieces = []record.Piece{}
		}
		out.Hits = append(out.Hits, x)
	}
	return out
}

// canonical is the canonical form of a query, "" for none.
func canonical(q query.Node) string {
	if q == nil {
		return ""
	}
	return query.String(q)
}

// searchCount prints how many articles or sources there are.
func (a *app) searchCount(ctx context.Context, s archive.Archive, f *searchFlags, q query.Node) error {
	n, err := s.Count(ctx, q)
	if err != nil {
		return err
	}
	if f.json {
		return a.encodeJSON(struct {
			Query    string `json:"query"`
			Articles int    `json:"articles"`
			Sources  int    `json:"sources"`
		}{canonical(q), n.Articles, n.Sources})
	}
	shown := n.Articles
	if f.countSources {
		shown = n.Sources
	}
	_, err = fmt.Fprintln(a.out, shown)
	return err
}

// valueJSON is a value with its number.
type valueJSON struct {
	Value    string `json:"value"`
	Articles int    `json:"articles"`
}

func valuesJSON(all []archive.Value) []valueJSON {
	out := []valueJSON{}
	for _, v := range all {
		out = append(out, valueJSON(v))
	}
	return out
}

// searchFacets prints counts by the values of fields.
func (a *app) searchFacets(ctx context.Context, s archive.Archive, f *searchFlags, q query.Node) error {
	type facetJSON struct {
		Field  string      `json:"field"`
		Values []valueJSON `json:"values"`
	}
	out := struct {
		Query  string      `json:"query"`
		Facets []facetJSON `json:"facets"`
	}{Query: canonical(q)}
	for i, name := range f.facets {
		all, err := s.Facets(ctx, q, archive.Facet(name), f.limit)
		if err != nil {
			return err
		}
		if f.json {
			out.Facets = append(out.Facets, facetJSON{name, valuesJSON(all)})
			continue
		}
		if i > 0 {
			fmt.Fprintln(a.out)
		}
		if err := a.values(all, name, a.options(&f.archiveFlags, true)); err != nil {
			return err
		}
	}
	if f.json {
		return a.encodeJSON(out)
	}
	return nil
}

// values prints a table of values with their numbers.
func (a *app) values(all []archive.Value, name string, opt view.Options) error {
	var rows [][]string
	for _, v := range all {
		rows = append(rows, []string{fmt.Sprintf("%8d", v.Articles), v.Value})
	}
	return view.Table(a.out, []view.Column{{Name: "articles"}, {Name: name}}, rows, opt)
}
