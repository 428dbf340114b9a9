package record

// Time is one time expression.
type Time struct {
	Fact
	Type string `json:"type" jsonschema:"enum=date,enum=time,enum=interval,enum=duration,enum=set"`
	// Value is TIMEX3 for points, sets and durations, an ISO 8601-2 interval
	// for ranges, null where the page does not fix it.
	Value Nullable `json:"value"`
	Mod   Nullable `json:"mod" jsonschema:"enum=APPROX,enum=START,enum=MID,enum=END,enum=BEFORE,enum=AFTER"`
	// EDTF is the value in the Extended Date/Time Format (ISO 8601-2:2019).
	EDTF Nullable `json:"edtf"`
	// Anchor is the value that a relative expression was counted from.
	Anchor Nullable `json:"anchor"`
	// Basis says where the anchor came from: dateline, published, previous
	// time, time of speaking; null where the expression needs none.
	Basis Nullable `json:"basis"`
	// Earliest and Latest are the first and last instant that the value
	// allows, in ISO 8601 without a zone unless the page fixes one.
	Earliest Nullable `json:"earliest"`
	Latest   Nullable `json:"latest"`
}
