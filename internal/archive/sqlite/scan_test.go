package sqlite

import (
	"bytes"
	"encoding/json"
	"fmt"
	"testing"

	"dateline/record"
)

// FuzzScan holds what is found in JSON without decoding it to what decoding
// gives.
func FuzzScan(f *testing.F) {
	for _, s := range []string{`{"h":[{"r":"main","p":[[4,50]]}],"p":[[[67,154],[155,156]],[[1,2]]],"d":{"agency":"甲"}}`, `{}`, `{"p":[]}`,
		`{"a\"p":"]}","p": [[[0,1]]] , "d":null}`, `{"p":[[[1]]]}`, `{"p":[[[1,2,3]]]}`, `{"p":[[1,2]]}`, `{"p":[[[-1,2]]]}`, `{"d":"\\"}`, `{"p`, `{"p":`, `{"p":[[[1,2]]`, ``} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		got, dateline, ok := paragraphsOf(b)
		var want struct {
			P *[][]record.Piece `json:"p"`
			D json.RawMessage   `json:"d"`
		}
		var raw map[string]json.RawMessage
		if bytes.Contains(b, []byte(`\u`)) || json.Unmarshal(b, &raw) != nil || json.Unmarshal(b, &want) != nil || want.P == nil || !plainPieces(raw["p"]) {
			return // this package writes none of these
		}
		for k := range raw {
			if k != "p" && k != "d" && len(k) == 1 && (k[0]|0x20 == 'p' || k[0]|0x20 == 'd') {
				return // the decoder takes P for p
			}
		}
		if !ok {
			t.Fatalf("%s is not read", b)
		}
		if fmt.Sprint(*want.P) != fmt.Sprint(got) {
			t.Errorf("%v, want %v", got, *want.P)
		}
		if d := string(want.D); d != "null" && d != string(dateline) {
			t.Errorf("dateline %q, want %q", dateline, d)
		}
	})
}

// plainPieces reports stretches as this package writes them: of pieces of two
// numbers, without white space.
func plainPieces(b []byte) bool {
	var all [][]record.Piece
	if json.Unmarshal(b, &all) != nil || all == nil {
		return false
	}
	again, err := json.Marshal(all)
	return err == nil && string(again) == string(b) && !slicesNegative(all)
}

func slicesNegative(all [][]record.Piece) bool {
	for _, s := range all {
		for _, p := range s {
			if s == nil || p[0] < 0 || p[1] < 0 || p[0] > 1<<40 || p[1] > 1<<40 {
				return true
			}
		}
	}
	return false
}
