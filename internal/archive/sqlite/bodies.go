package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"runtime"
	"slices"
	"sync"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/record"
)

var _ archive.Bodies = (*Store)(nil)

// bodyBatch is how many bodies are looked up at once.
const bodyBatch = 256

// bodyJob is a body as it is in the file.
type bodyJob struct {
	body   archive.Body
	sid    int64
	first  int // its first part
	parts  [][]byte
	record []byte
}

// Bodies gives bodies; see [archive.Bodies]. One goroutine looks them up, as
// many as there are cores unpack them.
func (s *Store) Bodies(ctx context.Context, ask archive.BodyAsk, each func(*archive.Body) error) error {
	return s.looking(ctx, "read bodies", func(l look) error {
		ids, err := l.asked(ask)
		if err != nil {
			return err
		}
		ctx, stop := context.WithCancelCause(l.ctx)
		defer stop(nil)
		l.ctx = ctx
		jobs := make(chan *bodyJob, bodyBatch)
		var wait sync.WaitGroup
		for range runtime.GOMAXPROCS(0) {
			wait.Go(func() {
				f := finisher{codec: l.codec}
				for j := range jobs {
					if ctx.Err() != nil {
						continue
					}
					if err := f.finish(j, each); err != nil {
						stop(err)
					}
				}
			})
		}
		err = l.lookUp(ids, ask.Said, jobs)
		close(jobs)
		wait.Wait()
		if ctx.Err() != nil {
			return context.Cause(ctx)
		}
		return err
	})
}

// asked are the numbers of the articles that are asked for, in order.
func (l look) asked(ask archive.BodyAsk) ([]int64, error) {
	if ask.IDs == nil {
		x, err := l.plan(ask.Query)
		if err != nil {
			return nil, err
		}
		return l.answer(x)
	}
	wanted := make(map[string]bool, len(ask.IDs))
	var sources []any
	seen := map[string]bool{}
	for _, id := range ask.IDs {
		wanted[id] = true
		if source, _ := archive.SplitID(id); !seen[source] {
			seen[source] = true
			sources = append(sources, source)
		}
	}
	var out []int64
	for part := range slices.Chunk(sources, 500) {
		err := l.each("SELECT a.id, s.id, a.name FROM source s JOIN article a USING (sid) WHERE s.id IN ("+placeholders(len(part))+")", part, func(scan func(...any) error) error {
			var id int64
			var source, name string
			err := scan(&id, &source, &name)
			if wanted[source+"/"+name] {
				out = append(out, id)
			}
			return err
		})
		if err != nil {
			return nil, err
		}
	}
	slices.Sort(out)
	return out, nil
}

// lookUp sends off the articles of some numbers, which are sorted.
func (l look) lookUp(ids []int64, said bool, jobs chan<- *bodyJob) error {
	n := 0
	for part := range slices.Chunk(ids, bodyBatch) {
		batch, err := l.rowsOf(part, said)
		if err != nil {
			return err
		}
		if err := l.textsOf(batch); err != nil {
			return err
		}
		for _, j := range batch {
			j.body.N = n
			n++
			jobs <- j
		}
	}
	return nil
}

// rowsOf are the rows of articles, in the order of their numbers.
func (l look) rowsOf(ids []int64, said bool) ([]*bodyJob, error) {
	column, join := "NULL", ""
	if said {
		column, join = "r.data", " LEFT JOIN record r USING (sid)"
	}
	out := make([]*bodyJob, 0, len(ids))
	q := "SELECT a.sid, a.name, a.day, a.head, s.id, s.given, " + column + " FROM article a JOIN source s USING (sid)" + join +
		" WHERE a.id IN (" + placeholders(len(ids)) + ") ORDER BY a.id"
	err := l.each(q, anys(ids), func(scan func(...any) error) error {
		j := &bodyJob{}
		var name, source string
		var head, given []byte
		if err := scan(&j.sid, &name, &j.body.Day, &head, &source, &given, &j.record); err != nil {
			return err
		}
		j.body.ID = source + "/" + name
		paragraphs, dateline, ok := paragraphsOf(head)
		if !ok {
			return badRow(j.body.ID)
		}
		j.body.Paragraphs, j.body.Paper = paragraphs, paperOf(given, dateline)
		out = append(out, j)
		return nil
	})
	return out, err
}

func badRow(id string) error {
	return &fault.Error{Meaning: fault.Damaged, Say: "the row of article " + id + " cannot be read"}
}

// textsOf puts the parts of texts to articles, each part read once.
func (l look) textsOf(batch []*bodyJob) error {
	parts := map[int64][]byte{}
	var keys []any
	for _, j := range batch {
		first, last := reach(j.body.Paragraphs)
		j.first = first
		for p := first; p <= last; p++ {
			k := partKey(j.sid, p)
			if _, ok := parts[k]; !ok {
				parts[k] = nil
				keys = append(keys, k)
			}
		}
		j.parts = make([][]byte, 0, last-first+1)
	}
	for some := range slices.Chunk(keys, bodyBatch) {
		err := l.each("SELECT at, data FROM text WHERE at IN ("+placeholders(len(some))+")", some, func(scan func(...any) error) error {
			var at int64
			var data []byte
			err := scan(&at, &data)
			parts[at] = data
			return err
		})
		if err != nil {
			return err
		}
	}
	for _, j := range batch {
		for p := range cap(j.parts) {
			j.parts = append(j.parts, parts[partKey(j.sid, j.first+p)])
		}
	}
	return nil
}

// reach is the first and the last part that stretches lie in, 0 and -1 for
// none.
func reach(all [][]record.Piece) (first, last int) {
	from, to := -1, 0
	for _, s := range all {
		for _, p := range s {
			if from < 0 || p.Start() < from {
				from = p.Start()
			}
			to = max(to, p.End())
		}
	}
	if from < 0 || to == 0 {
		return 0, -1
	}
	return from / partRunes, (to - 1) / partRunes
}

// finisher unpacks bodies, one after the other into the same memory.
type finisher struct {
	codec *codec
	text  []byte
	runes []rune
}

// finish unpacks a body and gives it.
func (f *finisher) finish(j *bodyJob, each func(*archive.Body) error) (err error) {
	b := &j.body
	b.From = j.first * partRunes
	f.runes = f.runes[:0]
	for _, data := range j.parts {
		if f.text, err = f.codec.unpackInto(f.text, data); err != nil {
			return err
		}
		f.runes = appendRunes(f.runes, f.text)
	}
	b.Runes = f.runes
	for _, s := range b.Paragraphs {
		for _, p := range s {
			if p.Start() < b.From || p.End() > b.From+len(b.Runes) || p.Start() > p.End() {
				return badRow(b.ID)
			}
		}
	}
	if j.record != nil {
		if f.text, err = f.codec.unpackInto(f.text, j.record); err != nil {
			return err
		}
		if b.Said, err = saidIn(f.text, b.ID); err != nil {
			return err
		}
	}
	return each(b)
}

// unpackInto unpacks into memory that may be written over.
func (c *codec) unpackInto(into, b []byte) ([]byte, error) {
	out, err := c.dec.DecodeAll(b, into[:0])
	if err != nil {
		return nil, &fault.Error{Meaning: fault.Damaged, Say: "a packed value cannot be read: " + err.Error()}
	}
	return out, nil
}

func appendRunes(to []rune, text []byte) []rune {
	for _, r := range string(text) {
		to = append(to, r)
	}
	return to
}

// saidIn are the statements of an article in its record as written.
func saidIn(data []byte, id string) ([]archive.Saying, error) {
	var raw []byte
	if !eachField(data, func(key, value []byte) {
		if string(key) == "statements" {
			raw = value
		}
	}) {
		return nil, badRow(id)
	}
	var all []struct {
		Article string `json:"article"`
		Mode    string `json:"mode"`
		Speaker struct {
			Name record.Nullable `json:"name"`
		} `json:"speaker"`
		Content struct {
			Pieces []record.Piece `json:"pieces"`
		} `json:"content"`
	}
	if len(raw) > 0 && json.Unmarshal(raw, &all) != nil {
		return nil, badRow(id)
	}
	_, article := archive.SplitID(id)
	var out []archive.Saying
	for _, x := range all {
		if x.Article == article {
			out = append(out, archive.Saying{Speaker: string(x.Speaker.Name), Mode: x.Mode, Pieces: x.Content.Pieces})
		}
	}
	return out, nil
}

// Volumes gives how much text there is; see [archive.Bodies].
func (s *Store) Volumes(ctx context.Context, ask archive.VolumeAsk) ([]archive.Volume, error) {
	v := volumes{}
	err := s.looking(ctx, "measure text", func(l look) error {
		q := "SELECT a.id, a.day, a.head, x'' FROM article a"
		if ask.Papers {
			q = "SELECT a.id, a.day, a.head, s.given FROM article a JOIN source s USING (sid)"
		}
		if ask.Query == nil {
			return l.each(q, nil, func(scan func(...any) error) error { return v.row(scan, ask.Papers) })
		}
		ids, err := l.asked(archive.BodyAsk{Query: ask.Query})
		for part := range slices.Chunk(ids, bodyBatch) {
			if err != nil {
				break
			}
			err = l.each(q+" WHERE a.id IN ("+placeholders(len(part))+")", anys(part), func(scan func(...any) error) error { return v.row(scan, ask.Papers) })
		}
		return err
	})
	return v.sorted(), err
}

type volumeKey struct{ month, paper string }

// volumes add up.
type volumes map[volumeKey]*archive.Volume

func (v volumes) row(scan func(...any) error, papers bool) error {
	var id int64
	var day string
	var head, given sql.RawBytes
	if err := scan(&id, &day, &head, &given); err != nil {
		return err
	}
	paragraphs, dateline, ok := paragraphsOf(head)
	if !ok {
		return &fault.Error{Meaning: fault.Damaged, Say: "the row of an article cannot be read"}
	}
	k := volumeKey{month: day[:min(len(day), len("2006-01"))]}
	if papers {
		k.paper = paperOf(given, dateline)
	}
	x := v[k]
	if x == nil {
		x = &archive.Volume{Month: k.month, Paper: k.paper}
		v[k] = x
	}
	x.Articles++
	x.Chars += int64(archive.CharsOf(paragraphs))
	return nil
}

func (v volumes) sorted() []archive.Volume {
	out := make([]archive.Volume, 0, len(v))
	for _, x := range v {
		out = append(out, *x)
	}
	slices.SortFunc(out, func(a, b archive.Volume) int {
		return cmp.Or(cmp.Compare(a.Month, b.Month), cmp.Compare(a.Paper, b.Paper))
	})
	return out
}
