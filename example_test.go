package dateline_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"dateline"
	"dateline/record"
)

func Example() {
	reader, err := dateline.New(dateline.WithPublished("2031-10-09"))
	if err != nil {
		log.Fatal(err)
	}
	page := "秋汛比去年早五天\n　　本报望潮10月8日电　渔业局昨天宣布，第一批出海的渔船\n约有三百二十艘。\n"
	rec, text, err := reader.ReadText(context.Background(), dateline.Source{Name: "page", Data: strings.NewReader(page)})
	if err != nil {
		log.Fatal(err)
	}
	for _, a := range rec.Articles {
		fmt.Println(a.Headlines[0].Text, a.Dateline.Place, a.Dateline.Date)
		fmt.Println(a.Paragraphs[0].Text, a.Paragraphs[0].Pieces)
	}
	fmt.Println(record.Verify(rec, text))
	// Output:
	// 秋汛比去年早五天 望潮 2031-10-08
	// 渔业局昨天宣布，第一批出海的渔船约有三百二十艘。 [[22 38] [39 47]]
	// []
}

func ExampleReader_Stream() {
	reader, err := dateline.New(dateline.WithPublished("2031-10-09"))
	if err != nil {
		log.Fatal(err)
	}
	dump := "本报讯　跨海铁路昨天在望潮开钻。\n"
	err = reader.Stream(context.Background(), dateline.Source{Name: "dump", Data: strings.NewReader(dump)}, func(part *record.Record) error {
		fmt.Println(part.Source.Part.Index, len(part.Articles), part.Source.Chars)
		return nil
	})
	if err != nil {
		log.Fatal(err)
	}
	// Output:
	// 0 1 17
}
