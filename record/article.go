package record

// Article is one headline block with its body, wherever the headline stands.
type Article struct {
	ID   string `json:"id"`
	Kind string `json:"kind" jsonschema:"enum=report,enum=caption,enum=brief,enum=qa,enum=document,enum=notice"`
	// Headlines are in printed order, one for each part that a space or a
	// line sets apart.
	Headlines []Headline `json:"headlines"`
	Dateline  *Dateline  `json:"dateline"`
	Byline    *Span      `json:"byline"`
	// Credit is a source tag or a photo credit, as printed.
	Credit     *Span       `json:"credit"`
	Paragraphs []Paragraph `json:"paragraphs"`
	// BeginsMid and EndsMid say that the text starts or stops in
	// mid-sentence or mid-article.
	BeginsMid bool `json:"begins_mid"`
	EndsMid   bool `json:"ends_mid"`
	// BelongsTo is, for a caption, the id of the article that it
	// illustrates; null where the page does not show it.
	BelongsTo Nullable `json:"belongs_to"`
	// ContinuedBy are the marks with which a second dispatch goes on under
	// the same headline, or with which the article is continued elsewhere.
	ContinuedBy []Continuation `json:"continued_by"`
	// Rule is the name of the rule that made this an article of its own.
	Rule string `json:"rule"`
}

// Headline is one part of a headline block.
type Headline struct {
	Span
	// Role is kicker (引题), main, deck (副题) or sub (小标题).
	Role string `json:"role" jsonschema:"enum=kicker,enum=main,enum=deck,enum=sub"`
	// Before is, for a sub-heading, the index of the paragraph that it
	// stands before; null for the other roles.
	Before *int `json:"before,omitempty"`
}

// Paragraph is what the writer meant as one; where a piece ends and the next
// begins, lines broken by the page were joined.
type Paragraph struct {
	Span
}

// Dateline says who sent an article, from where and when, as printed.
type Dateline struct {
	Span
	// Agency is the sender as printed (新华社, 本报, 路透社).
	Agency Nullable `json:"agency"`
	// Place is the place as printed.
	Place Nullable `json:"place"`
	// Date is the printed day in ISO 8601. The year, where the dateline does
	// not print it, is that of the page; without one, or without a printed
	// day, Date is null.
	Date      Nullable `json:"date"`
	Reporters []string `json:"reporters"`
	// Form is 电 (a wire), 讯, 据…电 (shortened from a wire), 报道 or 发 (a
	// photo), in the characters of the page.
	Form Nullable `json:"form"`
}

// Continuation is a mark that one article goes on: 又讯, 下转第四版, or the
// dateline of a second dispatch under the same headline.
type Continuation struct {
	Span
	// Kind is dispatch (a second dispatch), jump (to another page) or from
	// (from another page).
	Kind   string   `json:"kind" jsonschema:"enum=dispatch,enum=jump,enum=from"`
	Agency Nullable `json:"agency"`
	Place  Nullable `json:"place"`
	Date   Nullable `json:"date"`
	Form   Nullable `json:"form"`
	// Before is the index of the paragraph that the mark stands before; the
	// number of paragraphs where it stands at the end.
	Before int `json:"before"`
}
