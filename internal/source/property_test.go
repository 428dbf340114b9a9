package source

import (
	"bytes"
	"context"
	"io"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"pgregory.net/rapid"
)

// encodings are those that are found without being told.
var encodings = []*charset{&utf8Set, &gb18030, &big5, &hz, &utf16LE, &utf16BE}

// marks are what a text has besides Han characters. Those of an encoding are
// what it can write.
var marks = []rune("，。：、“”（）《》abc 019%\n\n\r~{}\t\u3000\u00a0\u200b\u00ad\ufeff·—…\u0000💧𬭚𠮷䶮ḿé")

// writable are the characters of a list that an encoding can write, and reads
// back as they were.
func writable(c *charset, list []rune) (out []rune) {
	for _, r := range list {
		raw, err := c.enc.NewEncoder().String(string(r))
		if err == nil && c.decode(raw) == string(r) {
			out = append(out, r)
		}
	}
	return out
}

// texts generates Chinese text that c can write.
func texts(c *charset) *rapid.Generator[string] {
	list := []rune(common)
	if c == &big5 {
		list = writable(c, []rune(common+traditional))
	}
	han, other := rapid.SampledFrom(list), rapid.SampledFrom(writable(c, marks))
	return rapid.Custom(func(t *rapid.T) string {
		first := rapid.StringOfN(han, 12, 40, -1).Draw(t, "han")
		rest := rapid.StringOfN(rapid.OneOf(han, han, han, other), 0, 200, -1).Draw(t, "rest")
		return first + rest
	})
}

func encode(t rapid.TB, c *charset, text string) []byte {
	raw, err := c.enc.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatalf("%s: %v", c.name, err)
	}
	return raw
}

// TestEncodeDecode reads back what was written, told and not told.
func TestEncodeDecode(t *testing.T) {
	for _, c := range encodings {
		t.Run(c.name, func(t *testing.T) {
			gen := texts(c)
			rapid.Check(t, func(t *rapid.T) {
				text := gen.Draw(t, "text")
				raw := encode(t, c, text)
				for _, label := range []string{"", c.name} {
					got, err := Open(context.Background(), "", bytes.NewReader(raw), Options{Encoding: label})
					if err != nil {
						t.Fatalf("%q: %v", label, err)
					}
					i := got.Info
					if got.Text != text || i.Encoding != c.name {
						t.Fatalf("%q: %s reads %q, want %q", label, i.Encoding, got.Text, text)
					}
					if i.Chars != utf8.RuneCountInString(text) || i.Undecodable != 0 || i.Bytes != int64(len(raw)) || i.SHA256 != sha(raw) {
						t.Fatalf("%+v", i)
					}
				}
			})
		})
	}
}

// TestDumpIsOpen reads a stream in parts of any size through readers of any
// kind: the parts put together are the whole, and each is its own bytes.
func TestDumpIsOpen(t *testing.T) {
	for _, c := range encodings {
		t.Run(c.name, func(t *testing.T) {
			gen := rapid.SliceOfN(texts(c), 1, 12)
			rapid.Check(t, func(t *rapid.T) {
				sep := rapid.SampledFrom([]string{"\n", "\r\n", "\r"}).Draw(t, "line end")
				text := strings.Join(gen.Draw(t, "lines"), sep)
				if c.unit > 0 && rapid.Bool().Draw(t, "bom") && c != &big5 {
					text = "\ufeff" + text
				}
				raw := encode(t, c, text)
				whole, err := Open(context.Background(), "", bytes.NewReader(raw), Options{})
				if err != nil {
					t.Fatal(err)
				}
				r := rapid.SampledFrom([]func(io.Reader) io.Reader{
					iotest.OneByteReader, iotest.HalfReader, iotest.DataErrReader, func(r io.Reader) io.Reader { return r },
				}).Draw(t, "reader")(bytes.NewReader(raw))
				size := rapid.IntRange(1, 400).Draw(t, "part")
				seed := rapid.Uint64().Draw(t, "cuts")
				got := readDump(t, r, raw, size, cutAnywhere(seed))
				if got != whole.Text {
					t.Fatalf("parts read %q, the whole %q", got, whole.Text)
				}
			})
		})
	}
}

// cutAnywhere cuts at the beginning of any line, or not at all.
func cutAnywhere(seed uint64) func(string) int {
	rnd := rand.New(rand.NewPCG(seed, 1))
	return func(text string) int { return rnd.IntN(len(text) + 1) }
}

// readDump reads a dump to its end, checks each part against its bytes in raw,
// and gives the parts' texts put together.
func readDump(t rapid.TB, r io.Reader, raw []byte, size int, cut func(string) int) string {
	d, err := NewDump("", r, Options{})
	if err != nil {
		t.Fatal(err)
	}
	d.partBytes = size
	var all strings.Builder
	bytesAt, charsAt := int64(0), int64(0)
	for n := 0; ; n++ {
		part, err := d.Next(context.Background(), cut)
		if err == io.EOF {
			break
		}
		if err != nil {
			t.Fatal(err)
		}
		i := part.Info
		if i.Part.Index != n || i.Part.Byte != bytesAt || i.Part.Char != charsAt {
			t.Fatalf("part %d is %+v, want byte %d, char %d", n, *i.Part, bytesAt, charsAt)
		}
		own := raw[bytesAt : bytesAt+i.Bytes]
		if i.SHA256 != sha(own) || i.Chars != utf8.RuneCountInString(part.Text) {
			t.Fatalf("part %d: %+v", n, i)
		}
		checkAlone(t, own, part)
		all.WriteString(part.Text)
		bytesAt += i.Bytes
		charsAt += int64(i.Chars)
	}
	if bytesAt != int64(len(raw)) {
		t.Fatalf("parts have %d bytes of %d", bytesAt, len(raw))
	}
	return all.String()
}

// checkAlone decodes the bytes of a part by themselves.
func checkAlone(t rapid.TB, own []byte, part *Text) {
	c, err := lookup(part.Info.Encoding)
	if err != nil {
		t.Fatal(err)
	}
	f := finding{charset: *c, basis: part.Info.EncodingBasis}
	for _, b := range boms {
		if part.Info.BOM && b.set.name == c.name {
			own = own[len(b.mark):]
		}
	}
	if got := f.decode(string(own)); got != part.Text {
		t.Fatalf("part reads %q, its bytes alone %q", part.Text, got)
	}
}

// TestGBAgainstLibrary holds the decoder to that of x/text where both know a
// character.
func TestGBAgainstLibrary(t *testing.T) {
	check := func(raw string) {
		want, err := simplifiedchinese.GB18030.NewDecoder().String(raw)
		if err != nil {
			t.Fatal(err)
		}
		got := gb18030.decode(raw)
		if got != want && !strings.Contains(want, replacement) {
			t.Errorf("%x is %q, want %q", raw, got, want)
		}
	}
	for a := range 256 {
		for b := range 256 {
			check(string([]byte{byte(a), byte(b), 'a'}))
			if b < 0x3A || b > 0x3F { // x/text reads these too
				check(string([]byte{byte(a), byte(b), 0x81, 0x30, 'a'}))
				check(string([]byte{byte(a), byte(b), 0xFE, 0x39, 'a'}))
			}
		}
	}
}

// TestPrivateGB holds every pair to be a character, and the private-use ones
// to be each there once: the standard of 2000 gave U+E000 to U+E864 so, of
// which some became other characters.
func TestPrivateGB(t *testing.T) {
	seen := map[rune]int{}
	for a := firstLead; a <= lastLead; a++ {
		for b := firstTrail; b <= lastTrail; b++ {
			if b != 0x7F {
				r, _ := utf8.DecodeRuneInString(gb18030.decode(string([]byte{byte(a), byte(b)})))
				seen[r]++
			}
		}
	}
	private := 0
	for r, n := range seen {
		// The WHATWG index has U+3000 at A3A0 too, where the standard has
		// U+E5E5.
		if n > 1 && r != '\u3000' || r == utf8.RuneError {
			t.Errorf("%U stands at %d pairs", r, n)
		}
		if 0xE000 <= r && r <= 0xF8FF {
			private++
		}
	}
	// Six rows and seven of 94, seven of 96, and 149 places in other rows.
	if want := 6*94 + 7*94 + 7*96 - 1 + 149; private != want {
		t.Errorf("%d private-use characters of two bytes, want %d", private, want)
	}
}

// TestTiers holds the lists of common characters together.
func TestTiers(t *testing.T) {
	list := []rune(common)
	if len(list) != 1000 {
		t.Errorf("common has %d characters", len(list))
	}
	sorted := slices.Clone(list)
	slices.Sort(sorted)
	if len(slices.Compact(sorted)) != len(list) {
		t.Error("a character stands twice in common")
	}
	for _, pairs := range []string{traditional, variants} {
		p := []rune(pairs)
		for i := 0; i+1 < len(p); i += 2 {
			if p[i] == p[i+1] || tier()[p[i]-firstHan] == 0 {
				t.Errorf("pair %c%c", p[i], p[i+1])
			}
		}
	}
	if gb := writable(&gb18030, list); len(gb) != len(list) {
		t.Errorf("%d of common in GB18030", len(gb))
	}
}
