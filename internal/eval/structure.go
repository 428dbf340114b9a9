package eval

import (
	"math"
	"slices"
)

// The layers of [Structure], in the order of the tables.
const (
	Boundaries      = "boundaries"
	Articles        = "articles"
	Paragraphs      = "paragraphs"
	Joins           = "joins"
	DatelineTexts   = "dateline texts"
	DatelineFields  = "dateline fields"
	Headlines       = "headlines"
	LateHeadlines   = "late headlines"
	CaptionArticles = "captions"
)

// structural are the layers of [Structure] that have keys.
var structural = []layer{
	{Boundaries, "articles", boundaryKeys},
	{Articles, "articles", articleKeys},
	{Paragraphs, "articles", paragraphKeys},
	{Joins, "articles", joinKeys},
	{DatelineTexts, "articles", datelineTextKeys},
	{DatelineFields, "articles", datelineFieldKeys},
	{Headlines, "articles", placedHeadlineKeys},
	{CaptionArticles, "articles", captionTextKeys},
}

// StructureLayers are the layers of [Structure], in the order of the tables.
func StructureLayers() []string {
	var out []string
	for _, l := range structural {
		if l.name == CaptionArticles {
			out = append(out, LateHeadlines)
		}
		out = append(out, l.name)
	}
	return out
}

// Structure counts what the splitting of a page into articles gets right. An
// article is known by where its running text begins, the dateline included,
// so that a dateline read wrongly costs no boundary and no headline:
//
//   - boundaries: where an article that is no caption begins, the first of
//     the page left out;
//   - articles, paragraphs, joins: as in [Score];
//   - dateline texts: the characters of the dateline;
//   - dateline fields: agency, place and date on the right article;
//   - headlines: each line of a headline, on the right article;
//   - late headlines: those of them that stand after their article's body;
//   - captions: the captions' paragraphs, found as captions.
func Structure(gold, mine *Annotation) Scores {
	out := Scores{LateHeadlines: lateCount(gold, mine)}
	for _, l := range structural {
		out[l.name] = countKeys(l.keys(gold), l.keys(mine))
	}
	return out
}

// StructureDifferences gives what is missing and what is too many in a layer
// of [Structure], for a person to read.
func StructureDifferences(name string, gold, mine *Annotation) (missing, extra []string) {
	if name == LateHeadlines {
		missing, _ = difference(gold.lateHeadlineKeys(), placedHeadlineKeys(mine))
		_, extra = difference(placedHeadlineKeys(gold), mine.lateHeadlineKeys())
		return missing, extra
	}
	for _, l := range structural {
		if l.name == name {
			return difference(l.keys(gold), l.keys(mine))
		}
	}
	return nil, nil
}

// lateCount counts the gold's late headlines that are on the right article.
// One found late counts as too many only where the gold does not have it at
// all.
func lateCount(gold, mine *Annotation) Count {
	missing, extra := StructureDifferences(LateHeadlines, gold, mine)
	want := len(gold.lateHeadlineKeys())
	return Count{want - len(missing), want, want - len(missing) + len(extra)}
}

// begin is where an article's running text begins, its dateline included; -1
// where it has none.
func (x article) begin() int {
	at := x.start()
	if d := x.Dateline; d != nil && d.Pieces.start() >= 0 && (at < 0 || d.Pieces.start() < at) {
		at = d.Pieces.start()
	}
	return at
}

// end is where its last paragraph ends.
func (x article) end() int {
	end := -1
	for _, p := range x.Paragraphs {
		for _, q := range p.Pieces {
			end = max(end, q[1])
		}
	}
	return end
}

func (x article) isCaption() bool { return x.Kind.text() == "caption" }

func boundaryKeys(a *Annotation) []string {
	first := math.MaxInt
	for _, x := range a.articles {
		if !x.isCaption() && x.begin() >= 0 {
			first = min(first, x.begin())
		}
	}
	var out []string
	for _, x := range a.articles {
		if !x.isCaption() && x.begin() > first {
			out = append(out, key(x.begin()))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func datelineTextKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		if x.Dateline != nil {
			out = append(out, key(x.Dateline.Pieces))
		}
	}
	return out
}

func datelineFieldKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		if d := x.Dateline; d != nil {
			out = append(out, key(x.begin(), d.Agency, d.Place, d.Date))
		}
	}
	return out
}

func placedHeadlineKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		for _, h := range x.headlines() {
			out = append(out, key(h.Pieces, x.begin()))
		}
	}
	return out
}

func (a *Annotation) lateHeadlineKeys() []string {
	var out []string
	for _, x := range a.articles {
		for _, h := range x.headlines() {
			if len(x.Paragraphs) > 0 && h.Pieces.start() >= x.end() {
				out = append(out, key(h.Pieces, x.begin()))
			}
		}
	}
	return out
}

func captionTextKeys(a *Annotation) []string {
	var out []string
	for _, x := range a.articles {
		if x.isCaption() {
			out = append(out, x.paragraphKey())
		}
	}
	return out
}
