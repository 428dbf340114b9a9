package sqlite

import (
	"encoding/json"

	"dateline/record"
)

// What rows have as JSON was written by this package, and counting over all
// articles reads it a hundred thousand times: these functions find the parts
// that are needed without decoding the rest.

// eachField gives the fields of a JSON object with their values, as written;
// false where b is no object.
func eachField(b []byte, each func(key, value []byte)) bool {
	i := space(b, 0)
	if i >= len(b) || b[i] != '{' {
		return false
	}
	for i = space(b, i+1); i < len(b) && b[i] == '"'; i = space(b, i) {
		end := skip(b, i)
		colon := space(b, end)
		if colon >= len(b) || b[colon] != ':' {
			return false
		}
		from := space(b, colon+1)
		to := skip(b, from)
		each(b[i+1:max(i+1, end-1)], b[from:to])
		if i = space(b, to); i >= len(b) || b[i] != ',' {
			break
		}
		i++
	}
	return i < len(b) && b[i] == '}'
}

// space is the first place from i on without white space.
func space(b []byte, i int) int {
	for i < len(b) && (b[i] == ' ' || b[i] == '\n' || b[i] == '\t' || b[i] == '\r') {
		i++
	}
	return i
}

// skip is the end of the value that begins at i.
func skip(b []byte, i int) int {
	depth := 0
	for ; i < len(b); i++ {
		switch c := b[i]; c {
		case '"':
			i = stringEnd(b, i)
		case '{', '[':
			depth++
			continue
		case '}', ']':
			if depth == 0 {
				return i
			}
			depth--
		case ',', ':':
			if depth == 0 {
				return i
			}
			continue
		default:
			continue
		}
		if depth == 0 {
			return min(i+1, len(b))
		}
	}
	return len(b)
}

// stringEnd is the place of the quotation mark that ends the string that
// begins at i.
func stringEnd(b []byte, i int) int {
	for i++; i < len(b) && b[i] != '"'; i++ {
		if b[i] == '\\' {
			i++
		}
	}
	return i
}

// stretches reads [[[1,2],[3,4]],[[5,6]]], pieces of several stretches; false
// where it is something else.
func stretches(b []byte) ([][]record.Piece, bool) {
	var out [][]record.Piece
	depth, n, number, at := 0, 0, false, 0
	var p record.Piece
	done := func() bool {
		if !number {
			return true
		}
		number = false
		if depth != 3 || at > 1 {
			return false
		}
		p[at] = n
		at++
		return true
	}
	for _, c := range b {
		switch {
		case c >= '0' && c <= '9':
			if !number {
				n = 0
			}
			n, number = n*10+int(c-'0'), true
		case c == '[':
			depth++
			at = 0
			if depth == 2 {
				out = append(out, nil)
			}
		case c == ']':
			if !done() || depth == 3 && at != 2 {
				return nil, false
			}
			if depth == 3 {
				out[len(out)-1] = append(out[len(out)-1], p)
			}
			depth--
		case c == ',':
			if !done() {
				return nil, false
			}
		default:
			return nil, false
		}
		if depth > 3 || depth < 0 || n > 1<<40 {
			return nil, false
		}
	}
	return out, depth == 0
}

// paragraphsOf are the pieces of the paragraphs of an article's head, and its
// dateline as written, nil where it has none.
func paragraphsOf(head []byte) (paragraphs [][]record.Piece, dateline []byte, ok bool) {
	good := true
	ok = eachField(head, func(key, value []byte) {
		switch string(key) {
		case "p":
			paragraphs, good = stretches(value)
		case "d":
			dateline = value
		}
	})
	return paragraphs, dateline, ok && good
}

// paperOf is the given publication, else the agency of a dateline.
func paperOf(given, dateline []byte) string {
	var paper string
	eachField(given, func(key, value []byte) {
		if string(key) == "publication" {
			_ = json.Unmarshal(value, &paper) // what cannot be read is ""
		}
	})
	if paper != "" || dateline == nil {
		return paper
	}
	var d struct {
		Agency record.Nullable `json:"agency"`
	}
	_ = json.Unmarshal(dateline, &d)
	return string(d.Agency)
}
