// Package intake reads what shall be added to an archive: paths in, items out,
// each the bytes of one source and what was given with it.
//
// A path is a file, a folder, or "-" for standard input. A text file is one
// item. A dump (JSON Lines, CSV or TSV, each also compressed with gzip) is an
// item for each of its articles, read one after the other: no more than one
// of them is in memory. What cannot be read is an error of its own among the
// items, and does not stop the rest; so is what is passed over in a folder.
//
// Folders are walked in the order of their names (of bytes, folder by folder),
// without following links, and nothing outside of them is opened. The same
// paths with the same content always give the same items in the same order.
//
// Lengths and limits are bytes, lines are counted from 1. The package reads
// the files and nothing else; it has no state but tables.
package intake

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"iter"
	"sync/atomic"

	"dateline/internal/fault"
	"dateline/internal/source"
)

// DefaultMaxBytes is the limit of one item where the caller sets none.
const DefaultMaxBytes = source.DefaultMaxBytes

// Form is how a file holds articles.
type Form string

// The forms.
const (
	ByName Form = ""      // as the file's name says; for standard input, as its first bytes do
	Text   Form = "text"  // one page
	JSONL  Form = "jsonl" // an article a line, as a JSON object
	CSV    Form = "csv"   // an article a row, columns named by the first one
	TSV    Form = "tsv"   // the same, set apart by tabs
)

// Options say how to read. The zero value is ready.
type Options struct {
	// Map says which fields of a dump are which; what it does not name is
	// found by the names in [KnownFields].
	Map Map
	// Form is that of the files that are named and of standard input, not of
	// those found in folders.
	Form Form
	// Encoding is the WHATWG label of the dumps' encoding, "" to find it.
	// The bytes of text files are not decoded here.
	Encoding string
	// MaxBytes is the most bytes that an item may have; 0 is
	// [DefaultMaxBytes], and no more than 1 GiB counts.
	MaxBytes int64
	// Stdin is what "-" reads.
	Stdin io.Reader
}

// limit is the most bytes that an item may have.
func (o Options) limit() int {
	if o.MaxBytes <= 0 {
		return DefaultMaxBytes
	}
	return int(min(o.MaxBytes, 1<<30))
}

// Item is one source.
type Item struct {
	// Origin is where it was: the path as given, cleaned and with slashes,
	// "-" for standard input; for an item of a dump with # and its line, or
	// # and its id where the map names a field for it. No two items of a run
	// have the same one unless a path is given twice.
	Origin string
	// Name is Origin's last part, for a person to read.
	Name string
	// Data is the text to be read: the bytes of a file; of an item of a dump,
	// in UTF-8, a line of the headline and then the paragraphs.
	Data []byte
	// Encoding is that of Data by its WHATWG label, "" where it is to be
	// found.
	Encoding string
	// Line is where an item begins in its dump, 0 for a file.
	Line int
	// Given is what stood beside the text.
	Given Given
}

// Given is what is known of an item beside its text, "" where nothing is.
type Given struct {
	Headline    string `json:"headline,omitempty"`
	Day         string `json:"day,omitempty"` // ISO 8601: YYYY-MM-DD, YYYY-MM or YYYY
	URL         string `json:"url,omitempty"`
	Publication string `json:"publication,omitempty"` // the paper or site that it is from
	Author      string `json:"author,omitempty"`
	Page        string `json:"page,omitempty"` // the page of the paper, as written
	// More has the fields that are none of these by their names, as text;
	// what is neither text nor a number is JSON.
	More map[string]string `json:"more,omitempty"`
}

// Content gives the bytes by whose digest an item is known whatever its origin:
// those of a file; of an item of a dump JSON of its text and of what was given
// with it, the same from JSON Lines and from a table.
func (it Item) Content() ([]byte, error) {
	if it.Line == 0 {
		return it.Data, nil
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(struct {
		Text  string `json:"text"`
		Given Given  `json:"given"`
	}{string(it.Data), it.Given})
	return b.Bytes(), err
}

// Intake is a run through paths.
type Intake struct {
	ctx   context.Context
	paths []string
	o     Options
	total int64
	read  atomic.Int64
}

// Open begins a run. It looks through the folders for the estimate of
// [Intake.Total] and opens no file. An error is one of usage, or of the
// context; a path that is not there is an error among the items.
func Open(ctx context.Context, paths []string, o Options) (*Intake, error) {
	in := &Intake{ctx: ctx, paths: paths, o: o}
	if err := in.check(); err != nil {
		return nil, err
	}
	for f, err := range in.files() {
		if err == nil && f.size > 0 {
			in.total += f.size
		}
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return in, nil
}

// check refuses what no run can be made of.
func (in *Intake) check() error {
	if len(in.paths) == 0 {
		return usage("nothing is given to add", "name files or folders, or - for standard input")
	}
	stdin := 0
	for _, p := range in.paths {
		if p == "-" {
			stdin++
		}
	}
	switch {
	case stdin > 1:
		return usage("standard input can be read once only, and - is given twice", "")
	case stdin > 0 && in.o.Stdin == nil:
		return usage("there is no standard input", "")
	}
	switch in.o.Form {
	case ByName, Text, JSONL, CSV, TSV:
	default:
		return usage("there is no form "+string(in.o.Form), "the forms are text, jsonl, csv and tsv")
	}
	if err := in.o.Map.check(); err != nil {
		return err
	}
	return source.KnownEncoding(in.o.Encoding)
}

func usage(say, hint string) error {
	return &fault.Error{Meaning: fault.Usage, Say: say, Hint: hint}
}

// Total estimates the bytes that there are to read: the sizes of the files as
// they lie on the disk, compressed ones too; without standard input and pipes,
// whose length is not known.
func (in *Intake) Total() int64 { return in.total }

// Read gives the bytes that were read so far, as [Intake.Total] counts them.
// It may be called while the items are read.
func (in *Intake) Read() int64 { return in.read.Load() }

// Items reads the items, in order, each with a nil error, or none with an
// error: an [*Error] for what could not be read, a [*Skip] for what was passed
// over. Once the context is done its error is the last. It is for one use.
func (in *Intake) Items() iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		over := false // yield said so, or was told of the context
		each := func(it Item, err error) bool {
			if c := in.ctx.Err(); c != nil {
				it, err, over = Item{}, c, true
			}
			over = !yield(it, err) || over
			return !over
		}
		for f, err := range in.files() {
			if err != nil {
				each(Item{}, err)
			} else {
				in.file(f, each)
			}
			if over {
				return
			}
		}
		if in.ctx.Err() != nil {
			each(Item{}, nil)
		}
	}
}
