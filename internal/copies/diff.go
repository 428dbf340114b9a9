package copies

import "dateline/internal/archive"

// mostCells bounds the work for one pair of sentences; longer ones are marked
// whole between what they begin and end with alike.
const mostCells = 4_000_000

// shortestRun is the least length in units of what two sentences have in common
// between changes: a single character is chance more often than not.
const shortestRun = 2

// mark cuts two sentences where they differ. Marks and white space belong to
// the character before them.
func mark(a, b *Sentence) {
	ua, ub := unitsOf(a.Text), unitsOf(b.Text)
	keepA, keepB := common(ua, ub)
	a.Parts, b.Parts = parts(a.Text, ua, keepA), parts(b.Text, ub, keepB)
}

// common says which units are in the longest common subsequence of two texts.
func common(a, b []archive.Unit) (keepA, keepB []bool) {
	keepA, keepB = make([]bool, len(a)), make([]bool, len(b))
	from := 0
	for from < len(a) && from < len(b) && a[from].Text == b[from].Text {
		keepA[from], keepB[from] = true, true
		from++
	}
	endA, endB := len(a), len(b)
	for endA > from && endB > from && a[endA-1].Text == b[endB-1].Text {
		endA, endB = endA-1, endB-1
		keepA[endA], keepB[endB] = true, true
	}
	n, m := endA-from, endB-from
	if n == 0 || m == 0 || n*m > mostCells {
		return keepA, keepB
	}
	length := make([][]int32, n+1)
	for i := range length {
		length[i] = make([]int32, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if a[from+i].Text == b[from+j].Text {
				length[i][j] = length[i+1][j+1] + 1
			} else {
				length[i][j] = max(length[i+1][j], length[i][j+1])
			}
		}
	}
	run := 0
	drop := func(i, j int) { // a run that ended there is too short to be read as kept
		if run > 0 && run < shortestRun && i-run > 0 {
			clear(keepA[from+i-run : from+i])
			clear(keepB[from+j-run : from+j])
		}
		run = 0
	}
	for i, j := 0, 0; i < n && j < m; {
		same := a[from+i].Text == b[from+j].Text
		if !same {
			drop(i, j)
		}
		switch {
		case same:
			keepA[from+i], keepB[from+j] = true, true
			i, j, run = i+1, j+1, run+1
			if i == n || j == m {
				drop(i, j)
			}
		case length[i+1][j] >= length[i][j+1]:
			i++
		default:
			j++
		}
	}
	return keepA, keepB
}

// parts cuts a text where what is kept and what is not meet.
func parts(text string, units []archive.Unit, keep []bool) []Part {
	r := []rune(text)
	var out []Part
	from := 0
	for i := range units {
		if i > 0 && keep[i] != keep[i-1] {
			out = append(out, Part{string(r[from:units[i].Start]), !keep[i-1]})
			from = units[i].Start
		}
	}
	if n := len(units); n > 0 {
		out = append(out, Part{string(r[from:]), !keep[n-1]})
	}
	return out
}
