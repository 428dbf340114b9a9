package export

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"fmt"
	"io"
	"iter"
	"reflect"
	"regexp"
	"strconv"
	"strings"
)

// csvFormat is comma-separated values (RFC 4180) with a byte-order mark, by
// which spreadsheets know UTF-8.
var csvFormat = Format{
	Name: "csv", Title: "CSV, a file a table, for spreadsheets", Ext: "csv.zip", MediaType: "application/zip",
	Lost: []string{
		"The text outside articles (furniture) and the places of headlines, datelines, speakers, hearers, cues and words inside statements are not in the tables.",
		"Null and the empty text are both an empty cell.",
		"A spreadsheet may show 2023-03 as a month and cuts cells at 32,767 characters; read the columns as text to have them as written.",
	},
	Files:      files("csv"),
	Write:      func(w io.Writer, pages iter.Seq2[*Page, error]) error { return zipped(w, writeCSV, pages) },
	WriteFiles: writeCSV,
}

func writeCSV(create Create, pages iter.Seq2[*Page, error]) error {
	return writeTables(create, "csv", func(t table, w io.Writer) (sink, error) { return t.csv(w) }, pages)
}

// bom is the byte-order mark of UTF-8.
const bom = "\ufeff"

func (t rows[T]) csv(w io.Writer) (sink, error) {
	c := &csvSink[T]{of: t.of, out: bufio.NewWriter(w)}
	c.out.WriteString(bom)
	c.line = csv.NewWriter(&c.buf)
	c.fields = columns(reflect.TypeFor[T]())
	header := make([]string, len(c.fields))
	for i, f := range c.fields {
		header[i], _, _ = strings.Cut(f.Tag.Get("parquet"), ",")
	}
	return c, c.write(header)
}

// columns are the fields of a row, those of its embedded parts in their place.
func columns(t reflect.Type) (out []reflect.StructField) {
	for _, f := range reflect.VisibleFields(t) {
		if !f.Anonymous {
			out = append(out, f)
		}
	}
	return out
}

// csvSink writes rows as lines.
type csvSink[T any] struct {
	of     func(*rower) []T
	out    *bufio.Writer
	buf    bytes.Buffer
	line   *csv.Writer
	fields []reflect.StructField
}

func (c *csvSink[T]) page(r *rower) error {
	cells := make([]string, len(c.fields))
	for _, row := range c.of(r) {
		v := reflect.ValueOf(row)
		for i, f := range c.fields {
			cells[i] = cell(v.FieldByIndex(f.Index))
		}
		if err := c.write(cells); err != nil {
			return err
		}
	}
	return nil
}

// write writes a line with CRLF at its end; csv.Writer's own UseCRLF would
// change the line ends inside cells too.
func (c *csvSink[T]) write(cells []string) error {
	c.buf.Reset()
	if err := c.line.Write(cells); err != nil {
		return fmt.Errorf("write csv: %w", err)
	}
	if c.line.Flush(); c.line.Error() != nil {
		return fmt.Errorf("write csv: %w", c.line.Error())
	}
	c.out.Write(bytes.TrimSuffix(c.buf.Bytes(), []byte("\n")))
	_, err := c.out.WriteString("\r\n")
	return err
}

func (c *csvSink[T]) close() error { return c.out.Flush() }

// cell is a value as a cell.
func cell(v reflect.Value) string {
	switch v.Kind() {
	case reflect.Pointer:
		if v.IsNil() {
			return ""
		}
		return cell(v.Elem())
	case reflect.Bool:
		return strconv.FormatBool(v.Bool())
	case reflect.Int64:
		return strconv.FormatInt(v.Int(), 10)
	}
	return guard(v.String())
}

// plain is a number that a spreadsheet shows as it is written: no leading
// zero, no exponent, no more than the 15 digits that it keeps.
var plain = regexp.MustCompile(`^-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,15})?$`)

// number is anything that a spreadsheet takes for a number.
var number = regexp.MustCompile(`^[0-9]+(\.[0-9]*)?([eE][+-]?[0-9]+)?$`)

// guard puts an apostrophe before a cell that a spreadsheet would run as a
// formula (OWASP, CSV injection: =, +, -, @, tab, CR, line feed and the
// full-width signs) or would show as another number (057), and before one that
// begins with an apostrophe, so that taking one apostrophe from the beginning
// gives each cell back.
func guard(s string) string {
	switch {
	case s == "" || plain.MatchString(s):
		return s
	case strings.ContainsAny(s[:1], "=+-@\t\r\n'") || number.MatchString(s):
		return "'" + s
	}
	for _, p := range []string{"＝", "＋", "－", "＠"} {
		if strings.HasPrefix(s, p) {
			return "'" + s
		}
	}
	return s
}
