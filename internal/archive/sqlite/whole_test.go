package sqlite_test

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/archive/sqlite"
	"dateline/internal/query"
	"dateline/record"
)

// transcripts is the corpus of the evening news: real text of many years.
const transcripts = "../../../../shared/data/xwlb"

// transcript is one item of it.
type transcript struct {
	Day, Title, URL string
	Num             int
	Paragraphs      []string
}

// eachTranscript gives every so-many-th item, years by turns.
func eachTranscript(t testing.TB, every int, f func(transcript)) {
	t.Helper()
	files, err := filepath.Glob(transcripts + "/*.jsonl.gz")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(transcripts); errors.Is(err, fs.ErrNotExist) {
		if os.Getenv("CI") == "true" {
			t.Fatal(transcripts + " is missing")
		}
		t.Skip(transcripts + " is missing")
	}
	slices.Reverse(files) // the order of days is not the order of adding
	n := 0
	for _, name := range files {
		file, err := os.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		z, err := gzip.NewReader(file)
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(z)
		lines.Buffer(nil, 1<<26)
		for lines.Scan() {
			if n++; n%every != 0 {
				continue
			}
			var x transcript
			if err := json.Unmarshal(lines.Bytes(), &x); err != nil {
				t.Fatal(err)
			}
			f(x)
		}
		if err := errors.Join(lines.Err(), file.Close()); err != nil {
			t.Fatal(err)
		}
	}
}

// readAll reads items as sources.
func readAll(t testing.TB, all []transcript) []archive.Item {
	t.Helper()
	out := make([]archive.Item, len(all))
	var wait sync.WaitGroup
	workers := runtime.GOMAXPROCS(0)
	for w := range workers {
		wait.Go(func() {
			for i := w; i < len(all); i += workers {
				x := all[i]
				day := x.Day[:4] + "-" + x.Day[4:6] + "-" + x.Day[6:]
				text := x.Title + "\n" + strings.Join(x.Paragraphs, "\n") + "\n"
				origin := fmt.Sprintf("xwlb/%s#%d", x.Day, x.Num)
				r, err := dateline.New(dateline.WithPublished(day))
				if err != nil {
					t.Error(err)
					return
				}
				rec, text, err := r.ReadText(context.Background(), dateline.Source{Name: origin, Data: strings.NewReader(text)})
				if err != nil {
					t.Error(err)
					return
				}
				out[i] = archive.Item{Origin: origin, SHA256: sha256.Sum256([]byte(text + day)), Text: text,
					Given: archive.Given{Day: day, URL: x.URL, Title: x.Title}, Record: rec}
			}
		})
	}
	wait.Wait()
	return out
}

// scan finds phrases by looking at every article.
type scan struct{ ids, texts []string }

const (
	between = "\x00" // after each unit
	apart   = "\x01" // between headline and body
)

func joined(units []archive.Unit) string {
	var b strings.Builder
	b.WriteString(between)
	for _, u := range units {
		b.WriteString(u.Text + between)
	}
	return b.String()
}

func newScan(t testing.TB, s *sqlite.Store) *scan {
	t.Helper()
	out := &scan{}
	err := s.All(context.Background(), func(x *archive.Source, r *record.Record) error {
		runes := []rune(x.Text)
		for _, a := range r.Articles {
			var heads, body [][]archive.Unit
			for _, h := range a.Headlines {
				heads = append(heads, archive.Units(runes, h.Pieces))
			}
			for _, p := range a.Paragraphs {
				body = append(body, archive.Units(runes, p.Pieces))
			}
			out.ids = append(out.ids, x.ID+"/"+a.ID)
			out.texts = append(out.texts, joined(archive.JoinUnits(heads...))+apart+joined(archive.JoinUnits(body...)))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func (s *scan) answer(phrase string) []string {
	want := joined(archive.PhraseUnits(phrase))
	var out []string
	for i, text := range s.texts {
		if strings.Contains(text, want) {
			out = append(out, s.ids[i])
		}
	}
	return out
}

// phrases are n stretches of one to ten characters of the articles, the same
// each time.
func (s *scan) phrases(n int) []string {
	r := rand.New(rand.NewPCG(1, 2))
	var out []string
	for len(out) < n {
		units := strings.Split(strings.Trim(s.texts[r.IntN(len(s.texts))], between), between)
		size := 1 + len(out)%10
		if len(units) <= size {
			continue
		}
		at := r.IntN(len(units) - size)
		p := strings.Join(units[at:at+size], " ")
		if len(archive.PhraseUnits(p)) == size && !strings.Contains(p, apart) && !strings.Contains(p, archive.Gap) {
			out = append(out, p)
		}
	}
	return out
}

// TestPhrases: 500 phrases of real text are found where a plain scan finds
// them, all of them, the latest first, and marked in the text.
func TestPhrases(t *testing.T) {
	const every = 120
	var all []transcript
	eachTranscript(t, every, func(x transcript) { all = append(all, x) })
	s := openAt(t, filepath.Join(t.TempDir(), "a"), writable())
	for part := range slices.Chunk(readAll(t, all), 256) {
		put(t, s, part)
	}
	scan := newScan(t, s)
	for _, p := range scan.phrases(500) {
		checkPhrase(t, s, p, scan.answer(p))
	}
	if v := verified(t, s); v.Sources < len(all)*9/10 {
		t.Errorf("%+v of %d", v, len(all))
	}
	closed(t, s)
}

func checkPhrase(t *testing.T, s *sqlite.Store, phrase string, want []string) {
	t.Helper()
	ctx := context.Background()
	n, err := s.Count(ctx, query.Phrase{Text: phrase})
	if err != nil || n.Articles != len(want) {
		t.Fatalf("%s: counted %d, want %d (%v)", phrase, n.Articles, len(want), err)
	}
	p, err := s.Search(ctx, archive.Search{Query: query.Phrase{Text: phrase}, Limit: 50})
	if err != nil || len(p.Hits) != min(50, len(want)) {
		t.Fatalf("%s: %d hits, want %d (%v)", phrase, len(p.Hits), len(want), err)
	}
	for i, h := range p.Hits {
		if !slices.Contains(want, h.ID) || len(h.Marks) == 0 || i > 0 && h.Day > p.Hits[i-1].Day {
			t.Errorf("%s: %s of %s, marks %v", phrase, h.ID, h.Day, h.Marks)
		}
		for _, m := range h.Marks {
			if !strings.Contains(archive.Fold(m.Text), archive.Fold(phrase)) {
				t.Errorf("%s: %s: marked %s", phrase, h.ID, m.Text)
			}
		}
	}
}

// BenchmarkWhole adds a part of the transcripts and asks for 500 phrases. It
// reports the size of the archive by that of the text, and times in
// milliseconds: count, and the ten newest with their marks.
func BenchmarkWhole(b *testing.B) {
	for _, every := range []int{10, 3, 1} {
		b.Run(fmt.Sprintf("every=%d", every), func(b *testing.B) {
			for range b.N {
				whole(b, every)
			}
		})
	}
}

func whole(b *testing.B, every int) {
	path := filepath.Join(b.TempDir(), "a")
	s := openAt(b, path, writable())
	var batch []transcript
	text, items, put := 0, 0, time.Duration(0)
	flush := func() {
		all := readAll(b, batch)
		start := time.Now()
		if _, err := s.Put(context.Background(), all); err != nil {
			b.Fatal(err)
		}
		put += time.Since(start)
		for _, x := range all {
			text += len(x.Text)
		}
		items += len(batch)
		batch = batch[:0]
	}
	eachTranscript(b, every, func(x transcript) {
		if batch = append(batch, x); len(batch) == 256 {
			flush()
		}
	})
	flush()
	peak := peakMemory()
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	i, err := os.Stat(path)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportMetric(float64(items), "sources")
	b.ReportMetric(put.Seconds(), "put-s")
	b.ReportMetric(float64(text)/1e6/put.Seconds(), "put-MB/s")
	b.ReportMetric(float64(i.Size())/1e6, "file-MB")
	b.ReportMetric(float64(i.Size())/float64(text), "file/text")
	b.ReportMetric(peak, "peak-MB")
	ask(b, path)
}

// ask reports how long questions take.
func ask(b *testing.B, path string) {
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	if err != nil {
		b.Fatal(err)
	}
	scan := newScan(b, s)
	var count, newest []float64
	for _, p := range scan.phrases(500) {
		q := query.Phrase{Text: p}
		start := time.Now()
		n, err := s.Count(context.Background(), q)
		count = append(count, time.Since(start).Seconds()*1000)
		start = time.Now()
		page, err2 := s.Search(context.Background(), archive.Search{Query: q})
		newest = append(newest, time.Since(start).Seconds()*1000)
		if err := errors.Join(err, err2); err != nil || len(page.Hits) != min(10, n.Articles) {
			b.Fatal(err)
		}
		if want := scan.answer(p); len(want) != n.Articles {
			b.Errorf("%s: counted %d, want %d", p, n.Articles, len(want))
		}
	}
	for name, all := range map[string][]float64{"count": count, "newest": newest} {
		slices.Sort(all)
		b.ReportMetric(all[len(all)/2], name+"-p50-ms")
		b.ReportMetric(all[len(all)*99/100], name+"-p99-ms")
	}
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
}

// peakMemory is the most memory that the process had, in megabytes, 0 where
// the system does not say.
func peakMemory() float64 {
	b, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	var kb float64
	if _, line, ok := bytes.Cut(b, []byte("VmHWM:")); ok {
		_, _ = fmt.Sscan(string(line), &kb)
	}
	return kb / 1000
}
