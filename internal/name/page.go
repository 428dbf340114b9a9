package name

import (
	"dateline/internal/lexicon"
	"dateline/internal/tagger"
)

// page is the texts of a page while names are looked for. Positions inside
// are characters of the folded texts.
type page struct {
	names   *lexicon.Names
	words   *lexicon.Words
	bodies  []*body
	people  []*person
	nations map[*lexicon.Nation]int
	// placeHeads are the beginnings of the page's places of three characters
	// and more; nearPlaces are those of four and more without the last one.
	placeHeads, nearPlaces map[string]bool
	aliases                *index[string]    // short names of bodies (以下简称), with the full ones
	shorts                 *runeSet          // short names of countries
	owners                 map[string]owner  // surnames of the page's people
	articles               map[string]*story // by their id
	holders                *holders          // who has which title
	pairs                  map[string][]*at  // principals of the page, by the word for them
	lands                  *lands            // countries that no list has, nil where there are none
}

// body is a text with what is known of it.
type body struct {
	index      int
	src        Text
	t          *lexicon.Text
	read       *tagger.Reading
	lat        *lexicon.Lattice
	offices    []office
	flags      []uint8    // what begins and ends at each character
	atEnd      []placed   // the offices by their end
	atMod      []placed   // by their first character, modifiers included
	atStart    []placed   // by their first character, with their body
	unsorted   bool       // whether people were added at the end
	doubted    []int32    // where names of three characters may begin after a title
	signs      []sign     // where rules may begin
	known      [][2]int32 // where words of the lists are well-known people
	people     []cand
	over       slots // people
	things     []thing
	overThings slots
	overLands  slots // countries that no list has, nil where there are none
	nations    map[*lexicon.Nation]int
}

// cand is a candidate for a person's mention: the characters [start, end).
type cand struct {
	start, end int
	rule       string
	score      int32 // the tagger's margin
	form       form
	before     int // office that ends where it starts, -1 none
	after      int // office that starts where it ends, -1 none
	who        *person
	office     int // of a split name, its number
	from, to   int // where the titles right before it begin, and those after it end
}

// form is how a person is named.
type form uint8

const (
	full  form = iota // a name
	short             // surname and title (习主席) or 氏 (戴氏)
	bare              // surname alone (習)
	split             // surname, title and given name (李总统登辉)
)

func read(texts []Text) *page {
	p := &page{names: lexicon.LoadNames(), words: lexicon.Load(), aliases: newIndex[string](), articles: map[string]*story{}}
	g := tagger.New(tagger.Load())
	for i, s := range texts {
		prose := lexicon.Prose(s.Body)
		if !prose {
			s.Body = firstLines(s.Body) // of verse without marks who wrote it
		}
		b := &body{index: i, src: s, t: lexicon.NewText(s.Body)}
		b.read = g.Read(b.t)
		b.lat = &b.read.Lattice
		if !prose {
			b.read.Marks = nil
		}
		b.over, b.overThings = newSlots(b.t.Len()), newSlots(b.t.Len())
		b.flags = make([]uint8, b.t.Len()+1)
		b.flagMarks()
		b.findSigns()
		b.findOffices()
		p.bodies = append(p.bodies, b)
		p.story(b).bodies = append(p.story(b).bodies, b)
	}
	p.countNations()
	p.shorts = shorts()
	return p
}

// story is what is known of an article, whose texts may be several.
type story struct {
	bodies     []*body
	nations    map[*lexicon.Nation]int
	sides      *parties         // the two sides, once they were asked for
	principals map[string][]*at // by the word for them, once they were asked for
}

// story gives the article that a text is of.
func (p *page) story(b *body) *story {
	s := p.articles[b.src.Article]
	if s == nil {
		s = &story{nations: map[*lexicon.Nation]int{}, principals: map[string][]*at{}}
		p.articles[b.src.Article] = s
	}
	return s
}

// at is the character at i, 0 outside the text.
func (b *body) at(i int) rune {
	if i < 0 || i >= len(b.t.Runes) {
		return 0
	}
	return b.t.Runes[i]
}

// text is the folded text of [i, j), empty where that is outside.
func (b *body) text(i, j int) string {
	if i < 0 || j > len(b.t.Runes) || i >= j {
		return ""
	}
	return b.t.Slice(i, j)
}

// printed is the text of [i, j) as it stands on the page.
func (b *body) printed(i, j int) string { return b.src.Body[b.t.Byte(i):b.t.Byte(j)] }

// class is the class set of the word [i, j), 0 where it is not in the lists.
func (p *page) class(b *body, i, j int) lexicon.Class { return p.words.Class(b.text(i, j)) }

// word is the word of the segmentation that the character i is in, nil
// outside the text.
func (b *body) word(i int) *lexicon.Word {
	if i < 0 || i >= len(b.lat.At) {
		return nil
	}
	return &b.lat.Words[b.lat.At[i]]
}

// mark reports whether the character at i is no Han character, digit or
// letter; the ends of the text are marks.
func (b *body) mark(i int) bool {
	return i < 0 || i >= b.t.Len() || lexicon.ShapeOf(b.t.Runes[i]) == lexicon.Mark
}
