package cite

import "strings"

// marks are the marks of a version of GB/T 7714.
type marks struct {
	comma, colon, open, shut string
	// access: the day of access is written after the page.
	access bool
}

// In the version of 2025 “.”, “/” and “[]” are half-width and the other marks
// full-width; the version of 2015 is printed in half-width marks with a space.
// Since 2025 the day of access is written for web pages only. (Read from the
// styles of github.com/zotero-chinese/styles and their test entries, and from
// what their issues #572, #611 and #701 tell of the standard.)
var (
	marks2025 = marks{comma: "，", colon: "：", open: "（", shut: "）"}
	marks2015 = marks{comma: ", ", colon: ": ", open: "(", shut: ")", access: true}
)

// GBT2025 is the form of GB/T 7714—2025, numeric system: 作者. 题名[N]. 报名，日期（版次）.
func (c *Citation) GBT2025() string { return c.gbt(marks2025) }

// GBT2015 is the form of GB/T 7714—2015, numeric system: 作者. 题名[N]. 报名, 日期(版次).
func (c *Citation) GBT2015() string { return c.gbt(marks2015) }

func (c *Citation) gbt(m marks) string {
	kind := "[N]"
	if c.Item.URL != "" {
		kind = "[N/OL]"
	}
	missing := append([]Part{}, c.Missing...)
	var parts []string
	add := func(s string) {
		if s != "" {
			parts = append(parts, s)
		}
	}
	add(c.gbtAuthors(m))
	add(strings.Join(c.title, m.colon) + kind)
	where := c.gbtWhere(m)
	if m.access && c.Item.URL != "" {
		if day := c.Item.Accessed.iso(); day != "" {
			where += "[" + day + "]"
		} else {
			missing = append(missing, Accessed)
		}
	}
	add(where)
	add(c.Item.URL)
	if len(missing) > 0 {
		gap := Citation{Missing: missing}
		add("〔缺：" + gap.missing(chinese, "、") + "〕")
	}
	add(c.Link)
	return strings.Join(parts, ". ") + "."
}

// gbtAuthors writes three authors, and 等 for more (GB/T 7714—2015, 8.1.2).
func (c *Citation) gbtAuthors(m marks) string {
	var out []string
	for i, n := range c.Item.Author {
		if i == 3 {
			out = append(out, "等")
			break
		}
		out = append(out, n.Literal)
	}
	return strings.Join(out, m.comma)
}

func (c *Citation) gbtWhere(m marks) string {
	var parts []string
	for _, s := range []string{c.Item.ContainerTitle, c.Item.Issued.iso()} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	s := strings.Join(parts, m.comma)
	if c.Item.Page != "" {
		s += m.open + c.Item.Page + m.shut
	}
	return s
}
