package query

// names are the fields, in the order of the reference.
var names = [...]string{Speaker, Person, Where, Agency, Organization, Date, Kind, Works, Unit, Headline, Body, Says, Hearer,
	Title, Source, ID, Mode, Status}

// Names gives the names of the fields, in the order of the reference.
func Names() []string { return append([]string(nil), names[:]...) }
