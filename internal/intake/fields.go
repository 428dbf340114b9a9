package intake

import (
	"slices"
	"strings"

	"dateline/internal/fault"
)

// The fields that an item can have.
const (
	fieldHeadline = "headline"
	fieldBody     = "body"
	fieldDate     = "date"
	fieldURL      = "url"
	fieldSource   = "source"
	fieldAuthor   = "author"
	fieldPage     = "page"
	fieldID       = "id"
)

// known are the names that the fields go by in dumps, likeliest first; of
// several that an article has the first one that is not empty counts. An id is
// only what the map names: what is called so need not be unlike all others.
var known = [...]struct {
	field string
	names []string
}{
	{fieldHeadline, strings.Fields("headline title 标题 標題 题目 题名 新闻标题 文章标题")},
	{fieldBody, strings.Fields("paragraphs body content text article 正文 内容 內容 文章内容 新闻内容 全文")},
	{fieldDate, strings.Fields("date day publish_date pub_date pubdate published published_at publish_time pub_time pubtime datetime time 日期 发布日期 發布日期 发布时间 发表时间 出版日期 时间")},
	{fieldURL, strings.Fields("url link href 链接 網址 网址")},
	{fieldSource, strings.Fields("source publication media newspaper publisher site 来源 來源 媒体 媒體 报纸 出处")},
	{fieldAuthor, strings.Fields("author authors byline 作者 记者 記者")},
	{fieldPage, strings.Fields("page page_number 版次 版面 版号 版")},
	{fieldID, nil},
}

// KnownFields gives, for a field that a [Map] can name, the names that it is
// found by where the map names none.
func KnownFields(field string) []string {
	return slices.Clone(namesOf(field))
}

// Map says which field of a dump is which: headline, body, date, url, source,
// author, page and id, each with its name in the dump.
type Map map[string]string

// ParseMap reads a map as a user writes it: headline=title,body=paragraphs.
func ParseMap(s string) (Map, error) {
	m := Map{}
	for part := range strings.SplitSeq(s, ",") {
		field, key, ok := strings.Cut(part, "=")
		field, key = strings.TrimSpace(field), strings.TrimSpace(key)
		switch {
		case !ok || key == "":
			return nil, usage("map: "+strings.TrimSpace(part)+" is not FIELD=NAME", mapHint)
		case m[field] != "":
			return nil, usage("map: "+field+" stands twice", mapHint)
		}
		m[field] = key
	}
	return m, m.check()
}

const mapHint = "write for example headline=title,body=paragraphs,date=day"

// check refuses fields that there are not.
func (m Map) check() error {
	var fields []string
	for _, k := range known {
		fields = append(fields, k.field)
	}
	for field := range m {
		if !slices.Contains(fields, field) {
			return usage("map: there is no field "+field, "the fields are "+strings.Join(fields, ", "))
		}
	}
	return nil
}

// fits refuses a table that lacks a column which the map names, or one that
// can be the body.
func (m Map) fits(columns []string) error {
	for _, k := range known {
		if key := m[k.field]; key != "" && !slices.Contains(columns, key) {
			return because(fault.Usage, "the columns are "+strings.Join(columns, ", "), "there is no column %s", key)
		}
	}
	if m[fieldBody] != "" {
		return nil
	}
	var cells []cell
	for _, c := range columns {
		cells = append(cells, cell{key: c, low: lower(c), text: "x"})
	}
	if m.pick(fieldBody, cells) < 0 {
		return because(fault.Usage, "say with --map body=NAME which it is", "no column is known to be the text; there are %s", strings.Join(columns, ", "))
	}
	return nil
}

// noBody is the error of an article without a text.
func (m Map) noBody(cells []cell) error {
	var keys []string
	for _, c := range cells {
		if m.named(fieldBody, c.key) {
			return because(fault.Empty, "", "its text is empty (%s)", c.key)
		}
		keys = append(keys, c.key)
	}
	if keys == nil {
		return because(fault.Empty, "", "there is nothing in it")
	}
	return because(fault.Empty, "say with --map body=NAME which field is the text", "no field is known to be its text; there are %s", strings.Join(keys, ", "))
}

// named reports a name that a field goes by.
func (m Map) named(field, key string) bool {
	if m[field] != "" {
		return m[field] == key
	}
	return slices.Contains(namesOf(field), lower(key))
}

// pick gives the index of a field among the cells, -1 where it is not there or
// blank.
func (m Map) pick(field string, cells []cell) int {
	if key := m[field]; key != "" {
		return slices.IndexFunc(cells, func(c cell) bool { return c.key == key && !c.blank() })
	}
	for _, name := range namesOf(field) {
		for i := range cells {
			if cells[i].low == name && !cells[i].blank() {
				return i
			}
		}
	}
	return -1
}

// namesOf are the names that a field is found by.
func namesOf(field string) []string {
	for i := range known {
		if known[i].field == field {
			return known[i].names
		}
	}
	return nil
}

// lower is a name as it is compared with those that are known.
func lower(key string) string { return strings.ToLower(strings.TrimSpace(key)) }

// blank reports a cell with nothing in it.
func (c cell) blank() bool {
	if c.list != nil {
		return strings.TrimSpace(strings.Join(c.list, "")) == ""
	}
	return strings.TrimSpace(c.text) == ""
}
