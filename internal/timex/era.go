package timex

// era is a way of counting years.
type era struct {
	name string
	// zero is the year before its first.
	zero int
	// moon: its months are those of the traditional calendar.
	moon bool
}

// eras are those that newspapers name: the Republic, the Japanese eras since
// 1868, the reigns of Ming and Qing and the best known before them (dates as
// in the tables of 《中国历史纪年表》, the year in which an era began).
var eras = []era{
	{"民国", 1911, false}, {"中华民国", 1911, false}, {"明治", 1867, false}, {"大正", 1911, false}, {"昭和", 1925, false},
	{"平成", 1988, false}, {"令和", 2018, false},
	{"洪武", 1367, true}, {"建文", 1398, true}, {"永乐", 1402, true}, {"洪熙", 1424, true}, {"宣德", 1425, true}, {"正统", 1435, true},
	{"景泰", 1449, true}, {"天顺", 1456, true}, {"成化", 1464, true}, {"弘治", 1487, true}, {"正德", 1505, true}, {"嘉靖", 1521, true},
	{"隆庆", 1566, true}, {"万历", 1572, true}, {"天启", 1620, true}, {"崇祯", 1627, true},
	{"顺治", 1643, true}, {"康熙", 1661, true}, {"雍正", 1722, true}, {"乾隆", 1735, true}, {"嘉庆", 1795, true}, {"道光", 1820, true},
	{"咸丰", 1850, true}, {"同治", 1861, true}, {"光绪", 1874, true}, {"宣统", 1908, true},
	{"武德", 617, true}, {"贞观", 626, true}, {"永徽", 649, true}, {"神龙", 704, true}, {"开元", 712, true}, {"天宝", 741, true},
	{"贞元", 784, true}, {"元和", 805, true}, {"大中", 846, true}, {"建隆", 959, true}, {"庆历", 1040, true}, {"嘉祐", 1055, true},
	{"熙宁", 1067, true}, {"元丰", 1077, true}, {"元祐", 1085, true}, {"崇宁", 1101, true}, {"政和", 1110, true}, {"宣和", 1118, true},
	{"靖康", 1125, true}, {"建炎", 1126, true}, {"绍兴", 1130, true}, {"淳熙", 1173, true}, {"至元", 1263, true}, {"至正", 1340, true},
	{"建安", 195, true}, {"太康", 279, true}, {"永和", 344, true},
}

func eraWords() []word {
	var out []word
	for i, e := range eras {
		out = append(out, word{e.name, kEra, i})
	}
	return out
}

// eraYear reads the year after 公元, 公元前 or the name of an era.
func (p *parser) eraYear(j int, w word, q *part) int {
	k := p.sp(j)
	n := p.number(k)
	v := n.n
	if u, e := p.unitOf(k + n.size); n.size > 0 && u == duCentury && w.kind != kEra {
		e = p.subDate(e, u, n, q)
		if w.kind == kBC {
			q.subN, q.edge = -n.n, whole
		}
		return e
	}
	if e := p.lit(k, "元"); e > 0 && w.kind == kEra {
		n.size, v = e-k, 1
	}
	e := p.lit(p.sp(k+n.size), "年")
	if n.size == 0 || v < 1 || p.lit(p.sp(k+n.size), "年代") > 0 {
		return 0
	}
	q.rule = "era"
	switch {
	case w.kind == kAD && v < 3000:
		q.year = field{fixed, v}
	case w.kind == kBC && v < 3000:
		q.year = field{fixed, 1 - v}
	case w.kind == kEra && v <= 90:
		q.year, q.lunar = field{fixed, eras[w.n].zero + v}, eras[w.n].moon
	default:
		return 0
	}
	return p.eraRest(e, q)
}

// eraless reads the year of an era that is not named, which only the month
// after it shows: 三十八年五月廿五日 in a paper of the Republic.
func (p *parser) eraless(e int, n num, q *part) int {
	if n.arabic || n.n < 10 || n.n > 99 || n.digits != "" || q.elided {
		return 0
	}
	k := p.sp(e)
	m := p.number(k)
	if m.n < 1 || m.n > 12 || m.arabic || p.lit(p.sp(k+m.size), "月") == 0 {
		return 0
	}
	q.year, q.eraless = field{fixed, n.n}, true
	return p.inYear(e, q)
}

// eraRest reads the month after an era's year. A year that is not followed by
// one is the civil year.
func (p *parser) eraRest(e int, q *part) int {
	moon := q.lunar
	j := p.inYear(e, q)
	if !q.month.set() && q.feast == nil {
		q.lunar = false
	} else {
		q.lunar = q.lunar || moon
	}
	return j
}
