package term

import (
	"fmt"
	"strings"
	"testing"
	"unicode"

	"github.com/cockroachdb/datadriven"
	"pgregory.net/rapid"
)

// TestCases runs the cases of testdata. A text stands as it is; \x.. and \u
// escapes of Go are read where it is between quotation marks. In wrap, {…} is
// a mark and [[…]] a word in doubt.
func TestCases(t *testing.T) {
	datadriven.Walk(t, "testdata", func(t *testing.T, path string) {
		datadriven.RunTest(t, path, func(t *testing.T, d *datadriven.TestData) string {
			switch d.Cmd {
			case "wrap":
				return wrapped(t, d)
			case "width":
				return eachLine(t, d, func(s string) string { return fmt.Sprint(Width(s)) })
			case "clean":
				return eachLine(t, d, Clean)
			case "clip":
				var n int
				d.ScanArgs(t, "width", &n)
				return eachLine(t, d, func(s string) string { return Clip(s, n) })
			case "paint":
				return painted(t, d)
			}
			t.Fatalf("no command %q", d.Cmd)
			return ""
		})
	})
}

func eachLine(t *testing.T, d *datadriven.TestData, f func(string) string) string {
	var b strings.Builder
	for line := range strings.Lines(d.Input) {
		b.WriteString(f(literal(t, strings.TrimSuffix(line, "\n"))) + "\n")
	}
	return b.String()
}

func literal(t *testing.T, s string) string {
	if !strings.HasPrefix(s, `"`) {
		return s
	}
	var out string
	if _, err := fmt.Sscanf(s, "%q", &out); err != nil {
		t.Fatalf("%s: %v", s, err)
	}
	return out
}

func wrapped(t *testing.T, d *datadriven.TestData) string {
	f := Frame{Width: 20}
	var first, rest int
	d.ScanArgs(t, "width", &f.Width)
	d.MaybeScanArgs(t, "first", &first)
	d.MaybeScanArgs(t, "rest", &rest)
	f.First, f.Rest = strings.Repeat("　", first/2), strings.Repeat("　", rest/2)
	var b strings.Builder
	for _, line := range Wrap(runs(d.Input), f) {
		text := plain(line)
		fmt.Fprintf(&b, "%2d %s\n", Width(text), text)
	}
	return b.String()
}

// runs reads the marks of a test text.
func runs(s string) []Run {
	var out []Run
	for s != "" {
		at := strings.IndexAny(s, "{[")
		if at < 0 {
			return append(out, Run{Text: s})
		}
		out = append(out, Run{Text: s[:at]})
		open, end, r := 1, "}", Run{Style: Faint, Mark: true}
		if strings.HasPrefix(s[at:], "[[") {
			open, end, r = 2, "]]", Run{Style: Doubt}
		}
		r.Text, s, _ = strings.Cut(s[at+open:], end)
		out = append(out, r)
	}
	return out
}

func plain(line []Run) string {
	var b strings.Builder
	for _, r := range line {
		b.WriteString(r.Text)
	}
	return b.String()
}

func painted(t *testing.T, d *datadriven.TestData) string {
	p := Painter{Color: d.HasArg("color")}
	var b []byte
	for _, r := range runs(literal(t, d.Input)) {
		b = p.Append(b, r)
	}
	return fmt.Sprintf("%q\n", b)
}

// TestWrapKeeps holds what Wrap promises for any text: no line is too wide,
// nothing is lost but white space at a line's end, and no line begins or ends
// with a mark that must not.
func TestWrapKeeps(t *testing.T) {
	alphabet := []rune("中文字，。、：“”《》（）「」！？—…·0123 abcé　\t\x1b\u202e\u0301👍🏽")
	text := rapid.StringOf(rapid.SampledFrom(alphabet))
	rapid.Check(t, func(t *rapid.T) {
		s := text.Draw(t, "text")
		width := rapid.IntRange(8, 40).Draw(t, "width")
		lines := Wrap([]Run{{Text: s}}, Frame{Width: width})
		var got strings.Builder
		for _, line := range lines {
			text := plain(line)
			got.WriteString(text)
			if w := Width(text); w > width {
				t.Fatalf("line %q has %d columns of %d", text, w, width)
			}
		}
		if bare(got.String()) != bare(Clean(s)) {
			t.Fatalf("got %q of %q", got.String(), s)
		}
	})
}

func bare(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

// TestSimpleWidth holds the quick way of counting columns to the full one.
func TestSimpleWidth(t *testing.T) {
	check := func(s string) {
		if n, ok := simpleWidth(s); ok && n != fullWidth(s) {
			t.Errorf("%q: %d, want %d", s, n, fullWidth(s))
		}
	}
	for r := rune(0); r < 0x20000; r++ {
		check(string(r))
		check("国" + string(r))
		check(string(r) + "a")
	}
}

// TestWrapOfNews holds the rules of line breaking on text in which marks are
// not heaped, at every width.
func TestWrapOfNews(t *testing.T) {
	text := "市长林秋白说：“港口扩建（第三期）2031—2033年完工，吞吐量将达4500万吨……”他在《渡口日报》上写道：" +
		"“我们——所有人——都要记住1998年的大水！”西蒙·阿尔瓦和“长河”号船长都在场。约80%的工程款已到位，气温为－3℃。"
	const openers, closers = "“《（", "，。：”》）！·—℃%"
	for width := 12; width <= 100; width++ {
		lines := Wrap([]Run{{Text: text}}, Frame{Width: width, First: "　　"})
		for i, line := range lines {
			r := []rune(plain(line))
			// A double dash may begin a line, a single one may not.
			dash := len(r) > 1 && r[0] == '—' && r[1] == '—'
			if i > 0 && strings.ContainsRune(closers, r[0]) && !dash {
				t.Errorf("width %d: line begins with a closing mark: %s", width, string(r))
			}
			if strings.ContainsRune(openers, r[len(r)-1]) {
				t.Errorf("width %d: line ends with an opening mark: %s", width, string(r))
			}
		}
	}
}

// FuzzClean holds that nothing that a terminal could obey comes through, and
// that a clean text is left alone.
func FuzzClean(f *testing.F) {
	for _, s := range []string{"新闻", "\x1b[2J", "\u009b2J", "a\tb\r\n", "\xff\xfe", "\u202e反", "\x7f\x00"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		for _, r := range got {
			if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) {
				t.Fatalf("%q came through in %q", r, got)
			}
		}
		if Clean(got) != got {
			t.Fatalf("%q is not clean", got)
		}
	})
}

func BenchmarkWrap(b *testing.B) {
	text := strings.Repeat("市长林秋白说：“港口扩建（第三期）2031—2033年完工，吞吐量将达4500万吨。”", 200)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Wrap([]Run{{Text: text}}, Frame{Width: 80})
	}
}
