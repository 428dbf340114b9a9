package eval

import (
	"bytes"
	"encoding/json"
	"testing"
)

// seeds are annotations of the shapes that are met: a gold file with little in
// it, a record, older names, names in place of objects.
var seeds = []string{
	`{}`,
	`{"articles":[{"id":"a1","kind":"caption","belongs_to":"a1","headline":[{"text":"甲","pieces":[[0,1]]}],"paragraphs":[{"text":"乙丙","pieces":[[2,3],[4,5]]}],"dateline":{"text":"甲","pieces":[[0,1]],"agency":"甲","place":null}}]}`,
	`{"statements":[{"speaker":"甲","mode":"direct","content":{"text":"“乙”","pieces":[[0,3]]}},{"speaker":{"name":"甲"},"content":null}]}`,
	`{"events":[{"kind":"meet","trigger":{"text":"见","pieces":[[1,2]]},"participants":["甲",{"name":"乙","role":"host"}],"time":{"value":"2020"}},{"time":null}]}`,
	`{"times":[{"text":"甲","pieces":[[0,1]],"value":"PAST_REF"}],"figures":[{"pieces":[[0,9223372036854775807]],"value":1e3,"bound":""}],"published":{"value":"2020","basis":"given"}}`,
}

// FuzzParse: any bytes are an error or an annotation, and every item of an
// annotation is right against itself, as far as it has keys.
func FuzzParse(f *testing.F) {
	for _, s := range seeds {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		a, err := Parse(data)
		if err != nil {
			return
		}
		scores := Score(a, a)
		for _, l := range keyed {
			if c := scores[l.name]; c.Hit != c.Gold || c.Hit != c.Found {
				t.Errorf("%s: %v", l.name, c)
			}
		}
		for layer, c := range scores {
			if c.Hit > c.Gold || c.Hit > c.Found {
				t.Errorf("%s: %v", layer, c)
			}
		}
		Structure(a, a)
	})
}

// FuzzApply: a page is spoilt or the gold is an error, and every span that was
// moved reads from the spoilt page.
func FuzzApply(f *testing.F) {
	for i, s := range seeds {
		f.Add("甲乙 12丙\r\n丁、戊。\n", []byte(s), uint8(i))
	}
	f.Fuzz(func(t *testing.T, page string, gold []byte, form uint8) {
		text, moved, err := Forms[int(form)%len(Forms)].Apply(page, gold)
		if err != nil {
			return
		}
		d := json.NewDecoder(bytes.NewReader(moved))
		d.UseNumber()
		var tree any
		if err := d.Decode(&tree); err != nil {
			t.Fatal(err)
		}
		checkReads(t, []rune(text), tree)
	})
}

func checkReads(t *testing.T, text []rune, v any) {
	switch x := v.(type) {
	case map[string]any:
		checkSpan(t, text, x)
		for _, e := range x {
			checkReads(t, text, e)
		}
	case []any:
		for _, e := range x {
			checkReads(t, text, e)
		}
	}
}

// checkSpan looks at an object that was a span before and is one now.
func checkSpan(t *testing.T, text []rune, o map[string]any) {
	ps := piecesOf(o)
	want, isText := o["text"].(string)
	if len(ps) == 0 || !isText {
		return
	}
	got := ""
	for _, p := range ps {
		if p[0] < 0 || p[0] >= p[1] || p[1] > len(text) {
			t.Fatalf("piece %v of a page of %d characters", p, len(text))
		}
		got += string(text[p[0]:p[1]])
	}
	if got != want {
		t.Errorf("reads %q, the span says %q", got, want)
	}
}
