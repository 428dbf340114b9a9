package tagger

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/cockroachdb/datadriven"

	"dateline/internal/fault"
	"dateline/internal/lexicon"
)

// TestCases tags the lines of testdata; the output is the marks of each.
func TestCases(t *testing.T) {
	g := New(Load())
	datadriven.RunTest(t, "testdata/tag", func(t *testing.T, d *datadriven.TestData) string {
		var b strings.Builder
		for _, line := range strings.Split(d.Input, "\n") {
			text := lexicon.NewText(line)
			for _, m := range g.Tag(text, nil) {
				fmt.Fprintf(&b, "%s/%s ", text.Slice(m.Start, m.End), []string{"PER", "LOC", "ORG"}[m.Kind])
			}
			b.WriteString("\n")
		}
		return b.String()
	})
}

// TestModelFile: the file is what Write would write again, is small enough,
// and every feature in it has a weight.
func TestModelFile(t *testing.T) {
	if len(embedded) > 8<<20 {
		t.Errorf("model file of %d bytes", len(embedded))
	}
	m := Load()
	if m == nil {
		t.Fatal("no model")
	}
	var b bytes.Buffer
	if err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	again, err := Read(&b)
	if err != nil {
		t.Fatal(err)
	}
	if again.Gate != m.Gate || again.Transition != m.Transition {
		t.Error("the gate or the transitions are others when read again")
	}
	n := 0
	for _, c := range m.table.cells {
		if c.key == 0 {
			continue
		}
		n++
		w := m.get(c.key)
		if a := again.get(c.key); a == nil || w == nil || *a != *w {
			t.Fatalf("feature %x: %v, read again %v", c.key, w, a)
		}
		if *w == (Weights{}) {
			t.Fatalf("feature %x has no weight", c.key)
		}
	}
	if n < 1000 {
		t.Errorf("%d features", n)
	}
}

// TestScore holds the margin of a mark to the tagging: the best reading is
// better with a mark than without.
func TestScore(t *testing.T) {
	g := New(Load())
	text := lexicon.NewText("国家主席习近平在人民大会堂会见俄罗斯总统普京。")
	r := g.Read(text)
	if len(r.Marks) == 0 {
		t.Fatal("no marks")
	}
	for _, m := range r.Marks {
		if s := r.Score(m.Start, m.End, m.Kind); s != m.Margin {
			t.Errorf("%s: margin %d, score %d", text.Slice(m.Start, m.End), m.Margin, s)
		}
	}
}

// TestCrowded: a table is of hashes; keys one after another are none.
func TestCrowded(t *testing.T) {
	weights := map[uint32]Weights{}
	for k := range uint32(1000) {
		weights[k] = Weights{1}
	}
	if _, err := NewModel(weights, [Tags + 1][Tags]int16{}, 1, Gate{}, &Build{}); !errors.Is(err, fault.Invalid) {
		t.Error(err)
	}
}

// TestLongRun tags names side by side without end: the marks are in order, and
// there are as many towards the end as at the beginning.
func TestLongRun(t *testing.T) {
	text := lexicon.NewText(strings.Repeat("王建国李国强", 10_000))
	half, last := 0, 0
	marks := New(Load()).Tag(text, nil)
	for _, m := range marks {
		if m.Start < last || m.End <= m.Start {
			t.Fatalf("mark %+v after %d", m, last)
		}
		if last = m.End; m.End <= text.Len()/2 {
			half++
		}
	}
	if rest := len(marks) - half; half < 5_000 || rest < half*9/10 || rest > half*11/10 {
		t.Errorf("%d marks, then %d", half, rest)
	}
}

func TestReadFaults(t *testing.T) {
	packed := func(s string) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		_, _ = z.Write([]byte(s))
		_ = z.Close()
		return b.Bytes()
	}
	for name, b := range map[string][]byte{
		"empty": nil, "no gzip": []byte("abc"), "other file": packed("hello"), "cut short": packed(magic + "\x01"),
		"too many": packed(magic + strings.Repeat("\xff", 4+2*Tags*(Tags+1)+4)),
	} {
		if _, err := Read(bytes.NewReader(b)); !errors.Is(err, fault.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// FuzzRead: any bytes are a model or an error.
func FuzzRead(f *testing.F) {
	var b bytes.Buffer
	m, err := NewModel(map[uint32]Weights{7: {1}}, [Tags + 1][Tags]int16{}, 1, Gate{}, &Build{})
	if err != nil {
		f.Fatal(err)
	}
	_ = m.Write(&b)
	f.Add(b.Bytes())
	f.Add([]byte(magic))
	f.Fuzz(func(t *testing.T, b []byte) {
		if m, err := Read(bytes.NewReader(b)); err == nil {
			New(m).Tag(lexicon.NewText("王毅说"), nil)
		}
		if m, err := parse(b); err == nil {
			m.get(1)
		}
	})
}

// FuzzTag: marks of any text are in order and inside it.
func FuzzTag(f *testing.F) {
	f.Add("国家主席习近平·\n，a1")
	g := New(Load())
	f.Fuzz(func(t *testing.T, s string) {
		text := lexicon.NewText(s)
		last := 0
		for _, m := range g.Tag(text, nil) {
			if m.Start < last || m.End <= m.Start || m.End > text.Len() {
				t.Fatalf("mark %+v of %d characters", m, text.Len())
			}
			last = m.End
		}
	})
}

func BenchmarkTag(b *testing.B) {
	g := New(Load())
	s := strings.Repeat("外交部长林安国十四日在北京同来访的代表团举行会谈，双方就经济技术合作广泛交换了意见。", 50)
	text := lexicon.NewText(s)
	b.SetBytes(int64(len(s)))
	var marks []Mark
	for b.Loop() {
		marks = g.Tag(text, marks)
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := Read(bytes.NewReader(embedded)); err != nil {
			b.Fatal(err)
		}
	}
}

// get gives a feature's weights, nil where the model has none.
func (m *Model) get(key uint32) *Weights {
	c := &m.table.cells[m.table.place(key)]
	if c.key != key || key == 0 {
		return nil
	}
	w := c.weights()
	return &w
}

// TestAddUp compares the sum with looking up each feature, of the model and
// strange ones.
func TestAddUp(t *testing.T) {
	m := Load()
	have := map[uint32]Weights{}
	for _, c := range m.table.full() {
		have[c.key] = c.weights()
	}
	rnd := rand.New(rand.NewPCG(1, 1))
	known := 0
	for range 1000 {
		var f [Width]uint32
		var got, want Emission
		for k := range f {
			f[k] = rnd.Uint32()
			if c := m.table.cells[rnd.IntN(len(m.table.cells))]; c.key != 0 && k%2 == 0 {
				f[k] = c.key
			}
			if w, ok := have[f[k]]; ok {
				known++
				for t := range w {
					want[t] += int16(w[t])
				}
			}
		}
		if m.table.addUp(&f, &got); got != want {
			t.Fatalf("%v is %v, not %v", f, got, want)
		}
	}
	if known < 1000 {
		t.Errorf("only %d of the features are in the model", known)
	}
}
