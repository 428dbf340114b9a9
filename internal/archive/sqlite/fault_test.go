package sqlite_test

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"dateline/internal/archive"
	"dateline/internal/archive/archivetest"
	"dateline/internal/archive/sqlite"
	"dateline/internal/fault"
	"dateline/internal/query"
)

// items are n sources of our own, some with several articles.
func items(t testing.TB, from, to int) []archive.Item {
	t.Helper()
	var b strings.Builder
	for i := from; i < to; i++ {
		fmt.Fprintf(&b, "dir/%d.txt day=2021-%02d-%02d\n# 第%d号渡口开放\n段鹭在第%d号渡⏎口说，水位正常。%s\nperson 段鹭\nsays 段鹭 水位正常\n", i, i%12+1, i%28+1, i, i, strings.Repeat("船都靠岸了。", i%40))
		if i%3 == 0 {
			b.WriteString("# 又一则\n渡口今天也开放。\n")
		}
		b.WriteString("---\n")
	}
	out, err := archivetest.Items(b.String())
	if err != nil || len(out) != to-from {
		t.Fatal(len(out), err)
	}
	return out
}

func put(t testing.TB, s *sqlite.Store, all []archive.Item) {
	t.Helper()
	if _, err := s.Put(context.Background(), all); err != nil {
		t.Fatal(err)
	}
}

func exported(t testing.TB, s *sqlite.Store) string {
	t.Helper()
	var b bytes.Buffer
	if _, err := archive.Export(context.Background(), s, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func verified(t testing.TB, s *sqlite.Store) archive.Verified {
	t.Helper()
	v, err := s.Verify(context.Background(), func(p archive.Problem) error { return fmt.Errorf("%+v", p) })
	if err != nil {
		t.Fatal(err)
	}
	return v
}

func closed(t testing.TB, s *sqlite.Store) {
	t.Helper()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// writable is how the tests open for writing; the clock stands.
func writable() sqlite.Options {
	return sqlite.Options{Write: true, Create: true, Now: func() time.Time { return time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC) },
		Holder: archive.Holder{PID: os.Getpid(), Host: "here", Command: "the test"}}
}

// TestOpenRefuses: what is no archive, or not one of this version, is left as
// it is.
func TestOpenRefuses(t *testing.T) {
	dir := t.TempDir()
	good := filepath.Join(dir, "good")
	closed(t, openAt(t, good, writable()))
	whole, err := os.ReadFile(good)
	if err != nil {
		t.Fatal(err)
	}
	patched := func(at int, b ...byte) []byte {
		x := bytes.Clone(whole)
		copy(x[at:], b)
		return x
	}
	for _, x := range []struct {
		name    string
		content []byte
		want    error
	}{
		{"empty", nil, fault.NotArchive},
		{"text", []byte("港口今天开放。\n"), fault.NotArchive},
		{"long text", bytes.Repeat([]byte("港口今天开放。\n"), 5000), fault.NotArchive},
		{"another database", patched(68, 0, 0, 0, 1), fault.NotArchive},
		{"newer", patched(60, 0, 0, 0, 99), fault.Newer},
		{"cut", whole[:200], fault.Damaged},
		{"no version", patched(60, 0, 0, 0, 0), fault.Damaged},
	} {
		path := filepath.Join(dir, x.name)
		if err := os.WriteFile(path, x.content, 0o644); err != nil {
			t.Fatal(err)
		}
		for _, o := range []sqlite.Options{{}, writable()} {
			s, err := sqlite.Open(context.Background(), path, o)
			if err == nil {
				closed(t, s)
			}
			if !errors.Is(err, x.want) {
				t.Errorf("%s: %v, want %v", x.name, err, x.want)
			}
		}
		if after, err := os.ReadFile(path); err != nil || !bytes.Equal(after, x.content) {
			t.Errorf("%s was changed (%v)", x.name, err)
		}
	}
	for path, want := range map[string]error{filepath.Join(dir, "none"): fault.NotFound, dir: fault.NotFile} {
		if _, err := sqlite.Open(context.Background(), path, sqlite.Options{}); !errors.Is(err, want) {
			t.Errorf("%s: %v, want %v", path, err, want)
		}
	}
	o := writable()
	o.Create = false
	if _, err := sqlite.Open(context.Background(), filepath.Join(dir, "none"), o); !errors.Is(err, fault.NotFound) {
		t.Error(err)
	}
	if _, err := os.Stat(filepath.Join(dir, "none")); !errors.Is(err, os.ErrNotExist) {
		t.Error("asking made a file")
	}
}

// TestTwoWriters: the second is told who the first is; readers are let in.
func TestTwoWriters(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	first := openAt(t, path, writable())
	_, err := sqlite.Open(context.Background(), path, writable())
	if !errors.Is(err, fault.Locked) || !strings.Contains(err.Error(), "the test") || !strings.Contains(err.Error(), fmt.Sprint(os.Getpid())) || !strings.Contains(err.Error(), "2024-01-02T03:04:05Z") {
		t.Errorf("%v", err)
	}
	reader := openAt(t, path, sqlite.Options{})
	if st, err := reader.Status(context.Background(), "r1"); err != nil || st.Holder == nil || st.Holder.Host != "here" {
		t.Errorf("%+v %v", st, err)
	}
	put(t, first, items(t, 0, 5))
	if n, err := reader.Count(context.Background(), nil); err != nil || n.Sources != 5 {
		t.Error(n, err)
	}
	if _, err := reader.Put(context.Background(), items(t, 5, 6)); !errors.Is(err, fault.ReadOnly) {
		t.Error(err)
	}
	closed(t, first)
	if st, err := reader.Status(context.Background(), "r1"); err != nil || st.Holder != nil {
		t.Errorf("%+v %v", st, err)
	}
	closed(t, openAt(t, path, writable()))
	closed(t, reader)
}

// TestFull: where there is no room an add fails as a whole, what was there
// stays, and it goes on when there is room.
func TestFull(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	o := writable()
	o.MaxBytes = 800 << 10
	s := openAt(t, path, o)
	n := 0
	var err error
	for ; n < 2000 && err == nil; n += 20 {
		_, err = s.Put(context.Background(), items(t, n, n+20))
	}
	if !errors.Is(err, fault.Full) || fault.Hint(err) == "" {
		t.Fatal(err)
	}
	n -= 20 // the last was refused
	if v := verified(t, s); v.Sources != n || n == 0 {
		t.Errorf("%+v after %d", v, n)
	}
	closed(t, s)
	s = openAt(t, path, writable())
	put(t, s, items(t, n, n+20))
	if v := verified(t, s); v.Sources != n+20 {
		t.Errorf("%+v after %d", v, n)
	}
	closed(t, s)
}

// TestClockSetBack: the order of times stays that of adding.
func TestClockSetBack(t *testing.T) {
	at := time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)
	o := writable()
	o.Now = func() time.Time { return at }
	s := openAt(t, filepath.Join(t.TempDir(), "a"), o)
	put(t, s, items(t, 0, 1))
	at = at.AddDate(-20, 0, 0)
	put(t, s, items(t, 1, 2))
	l, err := s.List(context.Background(), archive.List{})
	if err != nil || len(l.Sources) != 2 || l.Sources[1].Added.Before(l.Sources[0].Added) {
		t.Error(l, err)
	}
	closed(t, s)
}

// TestDamaged: Verify finds a byte that was changed, or the byte is nothing's;
// no question panics.
func TestDamaged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	s := openAt(t, path, writable())
	put(t, s, items(t, 0, 120))
	want := exported(t, s)
	closed(t, s)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	const step = 9973
	n := 0
	for at := 4096; at < len(whole); at += step {
		n++
		bad := bytes.Clone(whole)
		bad[at] ^= 0x55
		if err := os.WriteFile(path, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
		if err != nil {
			found++
			continue
		}
		problems := 0
		_, err = s.Verify(context.Background(), func(archive.Problem) error { problems++; return nil })
		if err != nil || problems > 0 {
			found++
		} else if exported(t, s) != want {
			t.Errorf("byte %d is wrong, and what is kept is another", at)
		}
		_, _ = s.Search(context.Background(), archive.Search{Query: query.Phrase{Text: "渡口"}})
		closed(t, s)
	}
	// The others are of the free space of pages.
	if found < n/4 {
		t.Errorf("%d of %d changed bytes were found", found, n)
	}
}

// TestBackup: a backup has what was there, while one writes; it is restored to
// a new file only.
func TestBackup(t *testing.T) {
	ctx, dir := context.Background(), t.TempDir()
	s := openAt(t, filepath.Join(dir, "a"), writable())
	put(t, s, items(t, 0, 30))
	want := exported(t, s)
	backup := filepath.Join(dir, "b")
	if err := s.Backup(ctx, backup); err != nil {
		t.Fatal(err)
	}
	if err := s.Backup(ctx, backup); !errors.Is(err, fault.Exists) {
		t.Error(err)
	}
	put(t, s, items(t, 30, 40))
	again := filepath.Join(dir, "c")
	if err := sqlite.Restore(ctx, backup, again); err != nil {
		t.Fatal(err)
	}
	if err := sqlite.Restore(ctx, backup, again); !errors.Is(err, fault.Exists) {
		t.Error(err)
	}
	c := openAt(t, again, writable())
	if got := exported(t, c); got != want {
		t.Error("the restored archive is another")
	}
	put(t, c, items(t, 30, 40))
	if got := exported(t, c); got != exported(t, s) {
		t.Error("what was added to the restored archive is another")
	}
	verified(t, c)
	closed(t, c)
	closed(t, s)
	for _, name := range []string{"b.new", "c.new"} {
		if _, err := os.Stat(filepath.Join(dir, name)); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("%s was left", name)
		}
	}
}

// The environment by which the test runs itself as another process.
const (
	childDo   = "DATELINE_TEST_DO"
	childPath = "DATELINE_TEST_PATH"
)

func TestMain(m *testing.M) {
	switch os.Getenv(childDo) {
	case "":
		os.Exit(m.Run())
	case "add":
		childAdd(os.Getenv(childPath))
	case "unwritable":
		childUnwritable(os.Getenv(childPath))
	}
}

// child runs the test's own program.
func child(do, path string) *exec.Cmd {
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childDo+"="+do, childPath+"="+path)
	return c
}

const (
	killSources = 120
	killBatch   = 7
)

// childAdd adds what is not there yet, in order, and says after each batch how
// many are there.
func childAdd(path string) {
	t := &failing{}
	ctx := context.Background()
	s, err := sqlite.Open(ctx, path, writable())
	t.must(err)
	all := items(t, 0, killSources)
	fmt.Println("ready")
	for len(all) > 0 {
		n := min(killBatch, len(all))
		batch := all[:n]
		all = all[n:]
		o, err := s.Known(ctx, archive.Key{Origin: batch[n-1].Origin, SHA256: batch[n-1].SHA256, Given: batch[n-1].Given, Rules: "r1"})
		t.must(err)
		if o.Verdict == archive.Current {
			continue
		}
		_, err = s.Put(ctx, batch)
		t.must(err)
		fmt.Println(batch[n-1].Origin)
	}
	t.must(s.Close())
	os.Exit(0)
}

// failing ends the process instead of a test.
type failing struct{ testing.TB }

func (*failing) Helper() {}

func (*failing) Fatal(a ...any) {
	fmt.Fprintln(os.Stderr, a...)
	os.Exit(1)
}

func (f *failing) must(err error) {
	if err != nil {
		f.Fatal(err)
	}
}

// TestKilled: an add that is killed at any moment keeps what it said it had
// kept, and nothing of a batch in part; run again, it makes the archive that
// one makes that was never killed.
func TestKilled(t *testing.T) {
	whole := openAt(t, filepath.Join(t.TempDir(), "whole"), writable())
	for all := items(t, 0, killSources); len(all) > 0; all = all[min(killBatch, len(all)):] {
		put(t, whole, all[:min(killBatch, len(all))])
	}
	want := exported(t, whole)
	closed(t, whole)

	times := 12
	if os.Getenv("CI") == "true" {
		times = 50
	}
	seed := sha256.Sum256([]byte("moments"))
	path := filepath.Join(t.TempDir(), "a")
	killed, amid := 0, 0
	for i := 0; killed < times; i++ {
		if i > 20*times {
			t.Fatalf("killed %d times only", killed)
		}
		c := child("add", path)
		c.Stderr = os.Stderr
		pipe, err := c.StdoutPipe()
		if err == nil {
			err = c.Start()
		}
		if err != nil {
			t.Fatal(err)
		}
		// Half of the times from when it begins to add, half from its start.
		lines := bufio.NewReader(pipe)
		if i%2 == 0 {
			if _, err := lines.ReadString('\n'); err != nil {
				t.Fatal(err)
			}
		}
		time.Sleep(time.Duration(int(seed[i%32])*(i+3)%97) * time.Millisecond)
		if err := c.Process.Signal(syscall.SIGKILL); err != nil && !errors.Is(err, os.ErrProcessDone) {
			t.Fatal(err)
		}
		out, err := io.ReadAll(lines)
		if err != nil {
			t.Fatal(err)
		}
		if c.Wait() == nil { // it had ended: begin again
			if err := os.Remove(path); err != nil {
				t.Fatal(err)
			}
			continue
		}
		killed++
		if _, err := os.Stat(path); err != nil {
			continue // before it was made
		}
		s := openAt(t, path, sqlite.Options{})
		v := verified(t, s)
		if v.Sources > 0 && v.Sources < killSources {
			amid++
		}
		if v.Sources%killBatch != 0 && v.Sources != killSources {
			t.Errorf("%d sources: a part of a batch", v.Sources)
		}
		there := exported(t, s)
		for origin := range strings.Lines(string(out)) {
			if origin == "ready\n" {
				continue
			}
			if !strings.Contains(there, `"origin":"`+strings.TrimSpace(origin)+`"`) {
				t.Errorf("%s was kept and is lost", origin)
			}
		}
		closed(t, s)
	}
	if amid < times/4 {
		t.Errorf("%d of %d were killed with some added and some not", amid, times)
	}
	c := child("add", path)
	c.Stderr = os.Stderr
	if err := c.Run(); err != nil {
		t.Fatal(err)
	}
	s := openAt(t, path, sqlite.Options{})
	if got := exported(t, s); got != want {
		t.Error("the archive is not the one that was never killed")
	}
	if v := verified(t, s); v.Sources != killSources {
		t.Errorf("%+v", v)
	}
	closed(t, s)
}

// childUnwritable opens a file that this process may only read.
func childUnwritable(path string) {
	t := &failing{}
	if _, err := sqlite.Open(context.Background(), path, writable()); !errors.Is(err, fault.ReadOnly) {
		t.Fatal("for writing: ", err)
	}
	s, err := sqlite.Open(context.Background(), path, sqlite.Options{})
	t.must(err)
	n, err := s.Count(context.Background(), query.Phrase{Text: "渡口"})
	t.must(err)
	fmt.Print(n.Sources)
	t.must(s.Close())
	os.Exit(0)
}

// TestUnwritable: in a folder that may not be written to an archive is read;
// writing says what is wrong.
func TestUnwritable(t *testing.T) {
	dir, err := os.MkdirTemp("", "dateline")
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "a")
	t.Cleanup(func() {
		_ = os.Chmod(dir, 0o755)
		_ = os.RemoveAll(dir)
	})
	s := openAt(t, path, writable())
	put(t, s, items(t, 0, 9))
	closed(t, s)
	for p, mode := range map[string]os.FileMode{path: 0o444, path + ".lock": 0o444, dir: 0o555} {
		if err := os.Chmod(p, mode); err != nil {
			t.Fatal(err)
		}
	}
	c := child("unwritable", path)
	if os.Geteuid() == 0 {
		// Nothing is forbidden to this user: be another.
		exe := filepath.Join(os.TempDir(), filepath.Base(dir)+".exe")
		b, err := os.ReadFile(os.Args[0])
		if err == nil {
			err = os.WriteFile(exe, b, 0o755)
		}
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = os.Remove(exe) })
		const nobody = 65534
		c.Path, c.Args, c.Dir = exe, []string{exe}, os.TempDir()
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: nobody, Gid: nobody}}
	}
	var stderr bytes.Buffer
	c.Stderr = &stderr
	out, err := c.Output()
	if err != nil || string(out) != "9" {
		t.Errorf("%s %v %s", out, err, stderr.String())
	}
}
