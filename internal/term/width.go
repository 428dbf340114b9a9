package term

import (
	"unicode"
	"unicode/utf8"

	"github.com/rivo/uniseg"
	"golang.org/x/text/width"
)

// Width is the number of columns that s takes.
//
// Characters whose width Unicode calls ambiguous (UAX #11: “ ” … — · ① →) are
// counted as two columns, for that is how they are set in Chinese text, and a
// terminal that sets them in one only shows a shorter line; letters among them
// (é, я, α) are counted as one. A line is so never wider than the terminal.
func Width(s string) int {
	if n, ok := simpleWidth(s); ok {
		return n
	}
	return fullWidth(s)
}

// fullWidth is the width of any text.
func fullWidth(s string) int {
	n := 0
	for state := -1; s != ""; {
		var cluster string
		var w int
		cluster, s, w, state = uniseg.FirstGraphemeClusterInString(s, state)
		n += clusterWidth(cluster, w)
	}
	return n
}

// simpleWidth is the width of text of nothing but ASCII, Chinese characters
// and their full-width marks, of which each is a character of its own; false
// where there is another. Nearly all text is so, and it saves the search for
// clusters.
func simpleWidth(s string) (n int, ok bool) {
	for _, r := range s {
		switch {
		case r >= ' ' && r <= '~':
			n++
		case r >= '一' && r <= '\u9fff', r >= '\u3000' && r <= '〕', r >= '！' && r <= '～':
			n += 2
		default:
			return 0, false
		}
	}
	return n, true
}

// clusterWidth is the width of one user-perceived character; w is the width
// with ambiguous characters in one column.
func clusterWidth(cluster string, w int) int {
	if w != 1 || cluster[0] < utf8.RuneSelf {
		return w
	}
	r, _ := utf8.DecodeRuneInString(cluster)
	if !unicode.IsLetter(r) && width.LookupRune(r).Kind() == width.EastAsianAmbiguous {
		return 2
	}
	return w
}

// Clip gives s if it takes at most max columns, else its beginning and its
// end with … between them.
func Clip(s string, max int) string {
	if Width(s) <= max {
		return s
	}
	room := max - Width("…")
	tail := last(s, room/3)
	return first(s, room-Width(tail)) + "…" + tail
}

// first is the longest beginning of s that takes at most n columns.
func first(s string, n int) string {
	end, rest := 0, s
	for state := -1; rest != ""; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		if n -= clusterWidth(cluster, w); n < 0 {
			break
		}
		end += len(cluster)
	}
	return s[:end]
}

// last is the longest end of s that takes at most n columns.
func last(s string, n int) string {
	over := Width(s) - n
	start, rest := 0, s
	for state := -1; rest != "" && over > 0; {
		var cluster string
		var w int
		cluster, rest, w, state = uniseg.FirstGraphemeClusterInString(rest, state)
		over -= clusterWidth(cluster, w)
		start += len(cluster)
	}
	return s[start:]
}
