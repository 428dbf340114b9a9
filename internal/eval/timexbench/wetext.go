package timexbench

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"dateline/internal/timex"
)

// WeText scores the date and time cases of WeTextProcessing, pairs of a text
// and the same text with its times written in digits. A case is right when
// the times found are those of the second text, in order.
//
// Their convention and ours: nothing is resolved there. A date is year, month
// and day as printed (85/02/27 for 八五年), an hour after a part of the day is
// one of twelve with a.m. or p.m.; so the last two digits of a year and the
// hour of twelve are compared where that is how they write it. A year before
// 1000 needs 公元 here.
func WeText(shared string) (Score, error) {
	s := Score{Name: "WeTextProcessing date, time"}
	for _, f := range []string{"date.txt", "time.txt"} {
		b, err := os.ReadFile(filepath.Join(shared, "data", "wetextprocessing", "cases", f))
		if err != nil {
			return s, err
		}
		for _, line := range strings.Split(strings.TrimSpace(string(b)), "\n") {
			in, out, ok := strings.Cut(line, " => ")
			if !ok {
				continue
			}
			s.Want++
			want, got := written(out), found(in)
			if fmt.Sprint(want) == fmt.Sprint(got) {
				s.Hit++
			} else {
				s.Wrong = append(s.Wrong, fmt.Sprintf("%s | %v, wanted %v", in, got, want))
			}
		}
	}
	s.Found = s.Want
	return s, nil
}

// writtenTime is a date or a time of the clock in digits.
var writtenTime = regexp.MustCompile(`(?:(\d{2,4})(?:年|/))?(\d{2})/(\d{2})|(\d{4})/(\d{2})|(?:公元)?(\d{2,4})年|(\d{1,2}):(\d{2})(?::(\d{2}))?([ap]\.m\.)?`)

// written are the times of a text in digits: y-m-d with two digits of the
// year, h:m:s of twelve hours.
func written(s string) []string {
	var out []string
	for _, m := range writtenTime.FindAllStringSubmatch(s, -1) {
		switch {
		case m[4] != "":
			out = append(out, shortDate(m[4], m[5], ""))
		case m[2] != "":
			out = append(out, shortDate(m[1], m[2], m[3]))
		case m[6] != "":
			out = append(out, shortDate(m[6], "", ""))
		default:
			out = append(out, shortClock(m[7], m[8], m[9]))
		}
	}
	return out
}

func shortDate(y, m, d string) string {
	if len(y) > 2 {
		y = y[len(y)-2:]
	}
	return strings.Trim(y+"-"+m+"-"+d, "-")
}

func shortClock(h, m, s string) string {
	n, _ := strconv.Atoi(h)
	return strings.TrimSuffix(fmt.Sprintf("%d:%s:%s", n%12, m, s), ":")
}

// found are the times that Find gives, written the same way.
func found(s string) []string {
	var out []string
	for _, t := range timex.Find(s, timex.Context{}) {
		date, clock, _ := strings.Cut(t.Value, "T")
		if clock == "" || clock[0] > '9' { // a part of the day says no more here
			f := strings.Split(strings.TrimPrefix(date, "XXXX-")+"--", "-")
			if strings.HasPrefix(date, "XXXX-") {
				f = append([]string{""}, f...)
			}
			out = append(out, shortDate(f[0], f[1], f[2]))
			continue
		}
		f := strings.Split(clock+"::", ":")
		out = append(out, shortClock(f[0], f[1], f[2]))
	}
	return out
}
