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

// StructureLayers are the layers of [Structure], in the order of the tables.
var StructureLayers = []string{Boundaries, Articles, Paragraphs, Joins, DatelineTexts, DatelineFields, Headlines,
	LateHeadlines, CaptionArticles}

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
	out := Scores{}
	for layer, keys := range map[string]func(*Annotation) []string{
		Boundaries: boundaryKeys, Articles: articleKeys, Paragraphs: paragraphKeys, Joins: joinKeys,
		DatelineTexts: datelineTextKeys, DatelineFields: datelineFieldKeys, Headlines: placedHeadlineKeys,
		CaptionArticles: captionTextKeys,
	} {
		out[layer] = countKeys(keys(gold), keys(mine))
	}
	out[LateHeadlines] = lateCount(gold, mine)
	return out
}

// lateCount counts the gold's late headlines that are on the right article. One
// found late counts as too many only where the gold does not have it at all.
func lateCount(gold, mine *Annotation) Count {
	want := gold.lateHeadlineKeys()
	missing, _ := difference(want, placedHeadlineKeys(mine))
	_, extra := difference(placedHeadlineKeys(gold), mine.lateHeadlineKeys())
	hit := len(want) - len(missing)
	return Count{hit, len(want), hit + len(extra)}
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
