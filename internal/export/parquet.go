package export

import (
	"fmt"
	"io"
	"iter"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// groupRows is the number of rows of a row group; they are kept in memory
// until it is full, for each table.
const groupRows = 4096

// parquetFormat is Apache Parquet: the tables of csvFormat with their types.
var parquetFormat = Format{
	Name: "parquet", Title: "Apache Parquet, a file a table, for DuckDB, pandas and Spark", Ext: "parquet.zip", MediaType: "application/zip",
	Lost: []string{
		"The text outside articles (furniture) and the places of headlines, datelines, speakers, hearers, cues and words inside statements are not in the tables.",
		"Pieces and other lists are JSON inside a text column.",
		"Values and days are text, since a value has a unit and a day may be only a month or a year.",
	},
	Files:      files("parquet"),
	Write:      func(w io.Writer, pages iter.Seq2[*Page, error]) error { return zipped(w, writeParquet, pages) },
	WriteFiles: writeParquet,
}

func writeParquet(create Create, pages iter.Seq2[*Page, error]) error {
	return writeTables(create, "parquet", func(t table, w io.Writer) (sink, error) { return t.parquet(w), nil }, pages)
}

func (t rows[T]) parquet(w io.Writer) sink {
	return &parquetSink[T]{of: t.of, out: parquet.NewGenericWriter[T](w, parquet.Compression(&zstd.Codec{}),
		parquet.MaxRowsPerRowGroup(groupRows), parquet.CreatedBy("dateline", "", ""))}
}

// parquetSink writes rows in row groups.
type parquetSink[T any] struct {
	of  func(*rower) []T
	out *parquet.GenericWriter[T]
}

func (p *parquetSink[T]) page(r *rower) error {
	if _, err := p.out.Write(p.of(r)); err != nil {
		return fmt.Errorf("write parquet: %w", err)
	}
	return nil
}

func (p *parquetSink[T]) close() error {
	if err := p.out.Close(); err != nil {
		return fmt.Errorf("write parquet: %w", err)
	}
	return nil
}
