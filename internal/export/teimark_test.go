package export

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"iter"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// one gives a page as a sequence.
func one(p *Page) iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) { yield(p, nil) }
}

// TestMarks: however marks lie, the document is well-formed, its paragraph has
// the characters of the record's, no name stands twice, and what next and
// prev, who and ref point to is there.
func TestMarks(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := invented(t)
		var b bytes.Buffer
		if err := writeTEI(&b, one(p)); err != nil {
			t.Fatal(err)
		}
		d, err := readTEI(&b)
		if err != nil {
			t.Fatalf("%v\n%s", err, b.String())
		}
		if want := legal(p.Record.Articles[0].Paragraphs[0].Text); d.text != want {
			t.Fatalf("%q, want %q", d.text, want)
		}
		for _, ref := range d.refs {
			if d.ids[ref] != 1 {
				t.Fatalf("%s is there %d times", ref, d.ids[ref])
			}
		}
		for id, n := range d.ids {
			if n != 1 {
				t.Fatalf("%s is there %d times", id, n)
			}
		}
	})
}

// TestAnyRecord: no format fails on a record that does not hold, nor writes
// one otherwise the second time.
func TestAnyRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := invented(t)
		for _, f := range formats[:7] {
			var a, b bytes.Buffer
			if err := errors.Join(f.Write(&a, one(p)), f.Write(&b, one(p))); err != nil || !bytes.Equal(a.Bytes(), b.Bytes()) {
				t.Fatalf("%s: %v", f.Name, err)
			}
		}
	})
}

// document is what is in a TEI document.
type document struct {
	// text is that of its paragraphs without corrections.
	text string
	ids  map[string]int
	refs []string
}

func readTEI(r io.Reader) (*document, error) {
	d, out := xml.NewDecoder(r), &document{ids: map[string]int{}}
	var open []string
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return nil, err
		}
		switch x := tok.(type) {
		case xml.StartElement:
			open = append(open, x.Name.Local)
			out.attributes(x.Attr)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			in := strings.Join(open, " ")
			if strings.HasPrefix(in, "teiCorpus TEI text body div p") && open[len(open)-1] != "corr" {
				out.text += string(x)
			}
		}
	}
}

func (d *document) attributes(all []xml.Attr) {
	for _, a := range all {
		switch a.Name.Local {
		case "id":
			d.ids[a.Value]++
		case "next", "prev", "who", "toWhom", "ref", "corresp":
			d.refs = append(d.refs, strings.TrimPrefix(a.Value, "#"))
		}
	}
}

// legal is a text as XML can hold it: xml.EscapeText has U+FFFD for what it
// cannot.
func legal(s string) string {
	return strings.Map(func(r rune) rune {
		if r == 0x1 || r == 0xfffe {
			return '\ufffd'
		}
		return r
	}, s)
}
