package export

import (
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

// Page is one source as it is exported.
type Page struct {
	// ID names the source in all exports: that of the archive, or any other
	// that does not change.
	ID string
	// Origin is where the source was taken from, for a person to read.
	Origin string
	// Given is what the user said of the source.
	Given archive.Given
	// Text is the decoded text that the record's offsets count.
	Text   string
	Record *record.Record
}

// Format is one way to write pages.
type Format struct {
	// Name is what a user asks for, Title what it is.
	Name, Title string
	// Ext is the usual end of a file's name, without the dot.
	Ext       string
	MediaType string
	// Lost says what the format cannot hold, a sentence each.
	Lost []string
	// Files are the names of the files, where the format is one file a table;
	// Write then puts them in one zip file.
	Files []string
	// Write writes all pages on w. An error of pages ends it and is returned.
	Write func(w io.Writer, pages iter.Seq2[*Page, error]) error
	// WriteFiles writes each of Files apart, nil for a format of one file.
	WriteFiles func(create Create, pages iter.Seq2[*Page, error]) error
}

// Create makes one of a format's Files. The writer is closed by who asked.
type Create func(name string) (io.WriteCloser, error)

// formats are in the order in which they are shown to people.
var formats = []Format{
	csvFormat,
	parquetFormat,
	webAnnotation,
	stamFormat,
	ninjs,
	schemaOrg,
	tei,
	followTheMoney,
	plover,
	graphML,
	gexf,
	iCalendar,
	cslJSON,
	bibLaTeX,
	ris,
}

// Formats gives all formats, in the order in which to show them.
func Formats() []Format { return slices.Clone(formats) }

// ByName gives the format of that name; the error names those there are.
func ByName(name string) (Format, error) {
	names := make([]string, len(formats))
	for i, f := range formats {
		if f.Name == name {
			return f, nil
		}
		names[i] = f.Name
	}
	return Format{}, &fault.Error{Meaning: fault.Usage, Say: fmt.Sprintf("there is no format %q", name),
		Hint: "the formats are " + strings.Join(names, ", ")}
}
