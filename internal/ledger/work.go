package ledger

import (
	"context"

	"dateline/internal/archive"
	"dateline/internal/fault"
)

// Works are the tellings of a work.
type Works struct {
	Rows []archive.WorkRow
	// All is how many there are.
	All    int
	Places map[string]Place
}

// FindWorks gives where a work is named, the latest first; NotFound where it
// is nowhere.
func FindWorks(ctx context.Context, r archive.Reader, ask archive.WorkAsk) (out *Works, err error) {
	out = &Works{}
	if out.Rows, out.All, err = r.Works(ctx, ask); err != nil {
		return nil, err
	}
	if out.All == 0 {
		return nil, &fault.Error{Meaning: fault.NotFound, Say: "no source names 《" + ask.Title + "》", Hint: "dateline works --with WORD lists titles"}
	}
	out.Places, err = Places(ctx, r, ids(out.Rows, func(x archive.WorkRow) string { return x.ID }))
	return out, err
}
