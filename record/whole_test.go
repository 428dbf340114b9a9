package record_test

import "dateline/record"

// text is the source of the record that whole gives. The second paragraph is
// cut by a line break.
const text = "　石渡口修桥\n本报石渡口5月1日电\n市长顾闻樵说：“桥长36米。”他1日签了《修桥协\n定》。下转第二版\n第一版\n"

// whole is a record with something in every field, for text.
func whole() *record.Record {
	sp := func(s string, pieces ...record.Piece) record.Span { return record.Span{Text: s, Pieces: pieces} }
	fact := func(id, s string, pieces ...record.Piece) record.Fact {
		return record.Fact{ID: id, Article: "a1", Span: sp(s, pieces...), Rule: "test"}
	}
	ptr := func(s record.Span) *record.Span { return &s }
	mention := func(s string, p record.Piece) []record.Mention {
		return []record.Mention{{Span: sp(s, p), Article: "a1", Rule: "test"}}
	}
	yes, before := true, 0
	return &record.Record{Format: record.Format, Rules: "test",
		Source: record.Source{Name: "bridge.txt", SHA256: "00", Bytes: 150, MediaType: "text/plain", Encoding: "utf-8",
			EncodingBasis: "valid", Newline: "lf", Chars: 56, Part: &record.Part{Index: 1, Byte: 2, Char: 3}},
		Published: record.Published{Value: "2031", Basis: "given", Note: "said", Stated: ptr(sp("第一版", record.Piece{52, 55}))},
		Articles: []record.Article{{ID: "a1", Kind: "report",
			Headlines: []record.Headline{{Span: sp("石渡口修桥", record.Piece{1, 6}), Role: "main"},
				{Span: sp("修桥", record.Piece{4, 6}), Role: "sub", Before: &before}},
			Dateline: &record.Dateline{Span: sp("本报石渡口5月1日电", record.Piece{7, 17}), Agency: "本报", Place: "石渡口", Date: "2031-05-01",
				Reporters: []string{"季闻"}, Form: "电"},
			Byline: ptr(sp("顾闻樵", record.Piece{20, 23})), Credit: ptr(sp("本报", record.Piece{7, 9})),
			Paragraphs: []record.Paragraph{{Span: sp("市长顾闻樵说：“桥长36米。”他1日签了《修桥协定》。", record.Piece{18, 42}, record.Piece{43, 46})}},
			EndsMid:    true, BelongsTo: "a2",
			ContinuedBy: []record.Continuation{{Span: sp("下转第二版", record.Piece{46, 51}), Kind: "jump", Before: 1}}, Rule: "test"},
			{ID: "a2", Kind: "caption", Rule: "test"}},
		Furniture: []record.Furniture{{Span: sp("第一版", record.Piece{52, 55}), Kind: "page-head", Rule: "test"}},
		People: []record.Person{{ID: "p1", Name: "顾闻樵", Aliases: []string{"老顾"},
			Titles:   []record.Title{{Span: sp("市长", record.Piece{18, 20}), Article: "a1", At: "2031"}},
			Mentions: mention("顾闻樵", record.Piece{20, 23})}},
		Places:        []record.Place{{ID: "l1", Name: "石渡口", Aliases: []string{"渡口"}, Mentions: mention("石渡口", record.Piece{1, 4})}},
		Organizations: []record.Organization{{ID: "o1", Name: "本报", Aliases: []string{"江报"}, Mentions: mention("本报", record.Piece{7, 9})}},
		Times: []record.Time{{Fact: fact("t1", "1日", record.Piece{34, 36}), Type: "date", Value: "2031-05-01", Mod: "APPROX",
			EDTF: "2031-05-01~", Anchor: "2031-05", Basis: "dateline", Earliest: "2031-05-01", Latest: "2031-05-01"}},
		Figures: []record.Figure{{Fact: fact("f1", "36米", record.Piece{28, 31}), Kind: "measure", Value: "36", High: "37", Unit: "m", Bound: "about",
			Cue: ptr(sp("长", record.Piece{27, 28})), Subject: "桥", Period: "2031",
			Change: &record.Change{Direction: "up", Base: "year-on-year", Cue: sp("长", record.Piece{27, 28})}}},
		Statements: []record.Statement{{Fact: fact("st1", "桥长36米。", record.Piece{26, 32}),
			Speaker: record.Speaker{Span: sp("顾闻樵", record.Piece{20, 23}), Name: "顾闻樵", Person: "p1"},
			Hearer:  &record.Speaker{Span: sp("他", record.Piece{33, 34}), Name: "他"},
			Cue:     []record.Span{sp("说", record.Piece{23, 24})}, Mode: "direct", Content: sp("桥长36米。", record.Piece{26, 32}),
			Inner: []record.Inner{{Span: sp("桥", record.Piece{26, 27}), Means: []string{"桥"}}}, Event: "e1", Time: "t1"}},
		Events: []record.Event{{Fact: fact("e1", "签", record.Piece{36, 37}), Kind: "sign", Trigger: sp("签", record.Piece{36, 37}),
			Participants: []record.Participant{{Name: "顾闻樵", Person: "p1", Role: "host", As: "市长"}},
			Time:         &record.When{Value: "2031-05-01", Ref: "t1"}, Place: ptr(sp("石渡口", record.Piece{9, 12})), Status: "happened",
			Works: []string{"w1"}, Ordinal: "1", Series: "桥", SameAs: []string{"e1"}, PLOVER: "AGREE", CAMEO: "057"}},
		Works:  []record.Work{{Fact: fact("w1", "《修桥协定》", record.Piece{38, 42}, record.Piece{43, 45}), Title: "修桥协定", Kind: "document"}},
		Slips:  []record.Slip{{Fact: fact("s1", "修桥", record.Piece{4, 6}), Reading: "修路", Note: "note"}},
		Checks: []record.Check{{ID: "c1", Kind: "agree", Holds: &yes, Evidence: []string{"t1", "f1"}, Say: "两处相合。", Rule: "test"}}}
}
