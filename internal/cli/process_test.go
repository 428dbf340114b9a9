//go:build unix

package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// program is the command dateline in a process of its own: this test's binary
// under that name, in a folder of its own.
type program struct {
	path, dir string
	nobody    bool
}

func newProgram(t *testing.T) *program {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p := &program{dir: t.TempDir()}
	p.path = filepath.Join(t.TempDir(), "dateline")
	if err := os.Symlink(self, p.path); err != nil {
		t.Fatal(err)
	}
	return p
}

// command makes a process that is not started yet.
func (p *program) command(ctx context.Context, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, p.path, args...)
	c.Dir = p.dir
	c.Env = append(os.Environ(), "DATELINE_ARCHIVE=", "NO_COLOR=1")
	if p.nobody {
		c.SysProcAttr = &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: 65534, Gid: 65534}}
	}
	return c
}

// run runs the command and wants an exit code.
func (p *program) run(t *testing.T, want int, args ...string) (stdout, stderr string) {
	t.Helper()
	var o, e bytes.Buffer
	c := p.command(t.Context(), args...)
	c.Stdout, c.Stderr = &o, &e
	if got := code(t, c.Run()); got != want {
		t.Fatalf("dateline %s: code %d, want %d\n%s%s", strings.Join(args, " "), got, want, &o, &e)
	}
	return o.String(), e.String()
}

// code is the exit code of a process, -1 where a signal ended it.
func code(t *testing.T, err error) int {
	t.Helper()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		t.Fatal(err)
	}
	if exit == nil {
		return 0
	}
	return exit.ExitCode()
}

// dump writes n articles of our own as JSON Lines.
func (p *program) dump(t *testing.T, name string, n int) {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	for i := range n {
		text := fmt.Sprintf("　　本报望潮10月8日电　渔业局昨天宣布，第%d号渡船从11月1日起每天多开%d班。局长林知远说：“第%d号渡船的船票不涨价。”", i, i%7+2, i)
		err := e.Encode(map[string]string{"title": fmt.Sprintf("第%d号渡船改时间", i), "content": text, "date": fmt.Sprintf("%d-10-09", 2000+i%30)})
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(p.dir, name), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

// sources counts the sources of the archive, 0 where there is none.
func (p *program) sources(t *testing.T) int {
	t.Helper()
	out, err := p.command(t.Context(), "search", "--count-sources").Output()
	var n int
	if _, scan := fmt.Sscan(string(out), &n); err != nil || scan != nil {
		return 0
	}
	return n
}

// waitForSome waits until the archive has something, while a process goes on.
func (p *program) waitForSome(t *testing.T) {
	t.Helper()
	for range 3000 {
		if p.sources(t) > 0 {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("nothing comes into the archive")
}

// export is the archive without the times at which its sources were added.
func (p *program) export(t *testing.T, archive string) string {
	t.Helper()
	out, _ := p.run(t, 0, "export", "--archive", archive)
	return regexp.MustCompile(`"added":"[^"]*"`).ReplaceAllString(out, "")
}

// articles are how many the dump of these tests has: many batches, so
// that a run can be caught in the middle.
const articles = 2000

// TestKilled ends dateline add without warning, again and again, until a run
// comes through: then the archive is that of a run that nobody disturbed.
func TestKilled(t *testing.T) {
	p := newProgram(t)
	p.dump(t, "news.jsonl", articles)
	p.run(t, 0, "add", "--archive", "whole.db", "news.jsonl")
	killed := 0
	for ; killed < 2; killed++ {
		before := p.sources(t)
		c := p.command(t.Context(), "add", "--jobs", itoa(killed+1), "news.jsonl")
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		for p.sources(t) == before && c.ProcessState == nil && before < articles {
			time.Sleep(5 * time.Millisecond)
		}
		if err := c.Process.Kill(); err != nil {
			t.Fatal(err)
		}
		if err := c.Wait(); code(t, err) != -1 {
			t.Fatal("the process ended before it was killed")
		}
		if n := p.sources(t); n < before || n == articles {
			t.Fatalf("%d sources after %d, killed %d times", n, before, killed+1)
		}
		p.run(t, 0, "verify")
	}
	kept := p.sources(t)
	out, _ := p.run(t, 0, "add", "--json", "news.jsonl")
	var told struct{ Added, Current int }
	if err := json.Unmarshal([]byte(out), &told); err != nil || told.Current != kept || told.Added != articles-kept {
		t.Errorf("%+v of %d kept: %v", told, kept, err)
	}
	p.run(t, 0, "verify")
	if p.export(t, usualArchive) != p.export(t, "whole.db") {
		t.Error("the archive is another than that of a run that was not killed")
	}
}

// TestInterrupted ends dateline add with an interrupt: it says what was kept,
// and that is there.
func TestInterrupted(t *testing.T) {
	p := newProgram(t)
	p.dump(t, "news.jsonl", articles)
	var stdout, stderr bytes.Buffer
	c := p.command(t.Context(), "add", "--json", "news.jsonl")
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	p.waitForSome(t)
	if err := c.Process.Signal(os.Interrupt); err != nil {
		t.Fatal(err)
	}
	got := code(t, c.Wait())
	var told struct {
		Added    int
		Complete bool
	}
	err := json.Unmarshal(stdout.Bytes(), &told)
	if got != 130 || err != nil || told.Complete || told.Added == 0 || told.Added != p.sources(t) {
		t.Errorf("code %d, %+v, %d sources, %v", got, told, p.sources(t), err)
	}
	if want := "dateline: error: interrupted\n"; stderr.String() != want {
		t.Errorf("stderr %q, want %q", stderr.String(), want)
	}
}

// TestLocked: while one process writes, others read and no other writes.
func TestLocked(t *testing.T) {
	p := newProgram(t)
	p.dump(t, "news.jsonl", 3)
	p.run(t, 0, "add", "news.jsonl")
	in, feed := io.Pipe()
	c := p.command(t.Context(), "add", "-")
	c.Stdin = in
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if out, _ := p.run(t, 0, "status"); strings.Contains(out, "written by") {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	out, _ := p.run(t, 0, "status", "--json")
	if !strings.Contains(out, fmt.Sprintf(`"pid": %d`, c.Process.Pid)) || !strings.Contains(out, `"command": "dateline add"`) {
		t.Errorf("status says %s", out)
	}
	for _, args := range [][]string{{"add", "news.jsonl"}, {"remove", "aaaaaaaaaa"}, {"reread"}, {"import", "news.jsonl"}} {
		if _, e := p.run(t, 7, args...); !strings.Contains(e, "by process ") || !strings.Contains(e, "\ndateline: hint: ") {
			t.Errorf("%v: stderr %q", args, e)
		}
	}
	if out, _ := p.run(t, 0, "search", "--count", "渡船"); out != "3\n" {
		t.Errorf("search finds %q", out)
	}
	p.run(t, 0, "verify")
	p.run(t, 0, "backup", "copy.db")
	if _, err := io.WriteString(feed, "四号渡船今天停航。\n"); err != nil {
		t.Fatal(err)
	}
	if err := feed.Close(); err != nil {
		t.Fatal(err)
	}
	if got := code(t, c.Wait()); got != 0 || p.sources(t) != 4 {
		t.Errorf("code %d, %d sources", got, p.sources(t))
	}
	if out, _ := p.run(t, 0, "status"); strings.Contains(out, "written by") {
		t.Errorf("after the end, status says %s", out)
	}
}

// TestReaderGoesAway closes the pipe that the output goes to.
func TestReaderGoesAway(t *testing.T) {
	p := newProgram(t)
	p.dump(t, "news.jsonl", 300)
	p.run(t, 0, "add", "news.jsonl")
	for _, args := range [][]string{{"export"}, {"list", "--limit", "300", "--json"}, {"search", "--limit", "300"}, {"verify"}} {
		r, w, err := os.Pipe()
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
		var stderr bytes.Buffer
		c := p.command(t.Context(), args...)
		c.Stdout, c.Stderr = w, &stderr
		if got := code(t, c.Run()); got != 0 || strings.Contains(stderr.String(), "error") {
			t.Errorf("%v: code %d, %s", args, got, &stderr)
		}
		w.Close()
	}
}

// TestReadOnly reads an archive that may not be written to, and does not write
// to it. To the superuser nothing is forbidden, so the command is then run as
// nobody.
func TestReadOnly(t *testing.T) {
	p := newProgram(t)
	p.dump(t, "news.jsonl", 3)
	p.run(t, 0, "add", "news.jsonl")
	for _, name := range []string{usualArchive, usualArchive + ".lock"} {
		if err := os.Chmod(filepath.Join(p.dir, name), 0o444); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Chmod(p.dir, 0o555); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.Chmod(p.dir, 0o755) }()
	if os.Geteuid() == 0 {
		p.asNobody(t)
	}
	if _, e := p.run(t, 3, "add", "news.jsonl"); !strings.HasPrefix(e, "dateline: error: ") {
		t.Errorf("stderr %q", e)
	}
	if out, _ := p.run(t, 0, "search", "--count", "渡船"); out != "3\n" {
		t.Errorf("search finds %q", out)
	}
	p.run(t, 0, "verify")
	p.run(t, 0, "status")
}

// asNobody has the command run by another user, with a copy of the program that
// this one may run.
func (p *program) asNobody(t *testing.T) {
	t.Helper()
	dir, err := os.MkdirTemp("", "dateline")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) })
	b, err := os.ReadFile(p.path)
	if err != nil {
		t.Fatal(err)
	}
	p.path, p.nobody = filepath.Join(dir, "dateline"), true
	if err := errors.Join(os.Chmod(dir, 0o755), os.Chmod(filepath.Dir(p.dir), 0o755), os.WriteFile(p.path, b, 0o755)); err != nil {
		t.Fatal(err)
	}
	if err := p.command(t.Context(), "version").Run(); err != nil {
		t.Skipf("nobody cannot run the program: %v", err)
	}
}
