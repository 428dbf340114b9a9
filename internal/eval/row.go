package eval

// Row is one line of a table of figures: a bench, what it was run on, and how
// much of it is right.
type Row struct {
	// Name is what is measured, in a few words.
	Name string
	// Data is the test data: the folder under data/ of the shared folder, or
	// the name of a set that this module makes.
	Data string
	// Cases is how many there are, Right how many came out right.
	Cases, Right int
	// Score is between 0 and 1: F1 where there is something to find, else
	// the share that is right.
	Score float64
	// Note says what has to be known to read the row.
	Note string
}
