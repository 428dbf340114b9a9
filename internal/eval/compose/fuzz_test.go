package compose

import (
	"bytes"
	"io"
	"strings"
	"testing"
)

// FuzzCorpora: any bytes in place of a corpus are an error or articles, and
// each of these is clean or left out for a reason that is listed.
func FuzzCorpora(f *testing.F) {
	f.Add([]byte(`{"id":"1","date":"19980129","paragraphs":[{"text":"石桥修成通行"},{"text":"新华社石渡１月２８日电一座石桥修成。"}]}`), true)
	f.Add([]byte("title,date,body\n石桥修成通行,2020-12-08,\"本报讯 （记者 季闻樵）一座石桥修成。\n\t"+longParagraph+"\"\n"), false)
	f.Fuzz(func(t *testing.T, data []byte, isPFR bool) {
		var read func(io.Reader) ([]raw, error) = readCPC
		if isPFR {
			read = readPFR
		}
		all, err := read(bytes.NewReader(data))
		if err != nil {
			return
		}
		p := newPool(all)
		left := 0
		for _, why := range Reasons {
			left += p.Left[why]
		}
		if left+len(p.Articles) != len(all) {
			t.Errorf("%d read, %d left out for a reason, %d kept", len(all), left, len(p.Articles))
		}
		for _, a := range p.Articles {
			if strings.Join(a.Paragraphs, "") == "" || len(a.Headlines) == 0 {
				t.Errorf("kept: %+v", a)
			}
		}
	})
}
