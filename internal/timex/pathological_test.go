package timex

import (
	"strings"
	"testing"
)

// TestLongLines reads texts without a line end or a mark that hold nothing
// but what begins times: the number of steps must stay in proportion to the
// text. (It would not come to an end otherwise.)
func TestLongLines(t *testing.T) {
	for _, s := range []string{"今天", "3月", "1", "一", "“今天", "上", "2023年3月", "每", "当天下午", "1-", "三天前", "（1949", "《", " ", "第", "晚9时"} {
		body := strings.Repeat(s, 60000/len(s))
		check(t, body, Find(body, Context{Dateline: "2023-03-20"}))
		Year([]string{body})
		Day(body, "2023-03-20")
	}
}
