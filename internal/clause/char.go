package clause

// Char is the number of the character that begins at byte i of the body, or
// of the first one after it: the way back from Span.
func (x *Text) Char(i int) int { return x.t.Char(i) }

// Printed is the characters [i, j) as the page prints them.
func (x *Text) Printed(i, j int) string { return x.Span(i, j).In(x.body) }
