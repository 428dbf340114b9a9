package timex

import "testing"

// TestLunar holds the table to new years, leap months and terms that are
// known from almanacs.
func TestLunar(t *testing.T) {
	for _, c := range []struct {
		y, m int
		leap bool
		want string
		n    int
	}{
		{2000, 1, false, "2000-02-05", 30}, {2023, 1, false, "2023-01-22", 29}, {2024, 1, false, "2024-02-10", 29},
		{2020, 4, true, "2020-05-23", 29}, {2023, 2, true, "2023-03-22", 29}, {2033, 11, true, "2033-12-22", 29},
		{1911, 8, false, "1911-09-22", 30}, {1898, 1, false, "1898-01-22", 30},
	} {
		first, n, ok := lunarMonth(c.y, c.m, c.leap)
		if !ok || dayValue(first) != c.want || n != c.n {
			t.Errorf("month %d of %d (leap %v): %s, %d days, %v", c.m, c.y, c.leap, dayValue(first), n, ok)
		}
	}
	if _, _, ok := lunarMonth(2024, 4, true); ok {
		t.Error("2024 has no leap month")
	}
	if _, _, ok := lunarMonth(700, 1, false); ok {
		t.Error("the table begins in 701")
	}
	for k, want := range map[int]string{6: "2023-04-05", 23: "2023-12-22", 0: "2023-01-05", 11: "2023-06-21"} {
		if day, ok := term(2023, k); !ok || dayValue(day) != want {
			t.Errorf("%s of 2023 is %s", terms[k], dayValue(day))
		}
	}
}

// TestYears walks the table: months follow each other without a gap.
func TestYears(t *testing.T) {
	for y := firstLunar; y < lastLunar; y++ {
		l, _ := lunarYear(y)
		days := 0
		for i := range l.n {
			days += 29 + l.long>>i&1
		}
		next, _ := lunarYear(y + 1)
		if l.first+days != next.first {
			t.Errorf("%d ends on %s, the next begins on %s", y, dayValue(l.first+days-1), dayValue(next.first))
		}
	}
}

// TestCalendar holds the day numbers and ISO weeks to known dates.
func TestCalendar(t *testing.T) {
	for days := daysOf(1600, 1, 1); days < daysOf(2100, 1, 1); days += 17 {
		y, m, d := dateOf(days)
		if daysOf(y, m, d) != days || !validDate(y, m, d) {
			t.Fatalf("day %d is %d-%d-%d", days, y, m, d)
		}
		wy, w := weekOf(days)
		if start := weekStart(wy, w); days-start < 0 || days-start > 6 {
			t.Fatalf("%s is not in its week %d-W%02d", dayValue(days), wy, w)
		}
	}
	if weekday(daysOf(2023, 3, 21)) != 2 {
		t.Error("2023-03-21 was a Tuesday")
	}
	if y, w := weekOf(daysOf(2021, 1, 3)); y != 2020 || w != 53 {
		t.Errorf("2021-01-03 is in %d-W%02d", y, w)
	}
}

// TestZones holds offsets to known days around changes of summer time.
func TestZones(t *testing.T) {
	for _, c := range []struct {
		place   string
		y, m, d int
		want    string
	}{
		{"莫斯科", 2023, 3, 21, "+03:00"}, {"北京", 2023, 7, 1, "+08:00"}, {"纽约", 2023, 3, 11, "-05:00"}, {"纽约", 2023, 3, 12, "-04:00"},
		{"伦敦", 2023, 10, 28, "+01:00"}, {"伦敦", 2023, 10, 29, "+00:00"}, {"悉尼", 2023, 1, 1, "+11:00"}, {"新德里", 2023, 1, 1, "+05:30"},
		{"莫斯科", 1990, 1, 1, ""}, {"某镇", 2023, 1, 1, ""},
	} {
		if got := zoneOffset("当地", c.place, daysOf(c.y, c.m, c.d)); got != c.want {
			t.Errorf("%s on %d-%d-%d: %q, want %q", c.place, c.y, c.m, c.d, got, c.want)
		}
	}
}
