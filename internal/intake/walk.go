package intake

import (
	"errors"
	"io"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"dateline/internal/fault"
)

// file is a file to read.
type file struct {
	origin string
	form   Form // ByName only for standard input
	packed bool // with gzip, as its bytes say
	size   int64
	open   func() (io.ReadCloser, error)
}

// files goes through the paths and the folders among them.
func (in *Intake) files() iter.Seq2[file, error] {
	return func(yield func(file, error) bool) {
		for _, p := range in.paths {
			if !in.path(p, yield) {
				return
			}
		}
	}
}

// path gives the files of one path.
func (in *Intake) path(p string, yield func(file, error) bool) bool {
	if p == "-" {
		return yield(file{origin: "-", form: in.o.Form, size: -1, open: func() (io.ReadCloser, error) {
			return io.NopCloser(in.o.Stdin), nil
		}}, nil)
	}
	origin := filepath.ToSlash(filepath.Clean(p))
	info, err := os.Stat(p)
	if err != nil {
		return yield(file{}, &Error{Path: origin, Err: cause(err)})
	}
	if info.IsDir() {
		return in.folder(p, origin, yield)
	}
	f := file{origin: origin, size: -1, open: func() (io.ReadCloser, error) { return os.Open(p) }}
	if info.Mode().IsRegular() {
		f.size = info.Size()
	}
	f.form, _ = formOf(p)
	if in.o.Form != ByName {
		f.form = in.o.Form
	}
	return yield(f, nil)
}

// folder gives the files in a folder. They are opened through an [os.Root], so
// that nothing outside is read whatever is changed meanwhile.
func (in *Intake) folder(p, origin string, yield func(file, error) bool) bool {
	root, err := os.OpenRoot(p)
	if err != nil {
		return yield(file{}, &Error{Path: origin, Err: cause(err)})
	}
	defer func() { _ = root.Close() }()
	on := true
	_ = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		at := path.Join(origin, name)
		switch {
		case in.ctx.Err() != nil:
			return fs.SkipAll // the caller sees it too
		case err != nil:
			on = yield(file{}, &Error{Path: at, Err: cause(err)})
		case name == ".":
		case strings.HasPrefix(d.Name(), ".") && d.IsDir():
			return fs.SkipDir
		case strings.HasPrefix(d.Name(), "."), d.IsDir():
		default:
			on = yield(found(root, name, at, d))
		}
		if !on {
			return fs.SkipAll
		}
		return nil
	})
	return on
}

// found makes the file of a folder's entry, or says why it is passed over.
func found(root *os.Root, name, at string, d fs.DirEntry) (file, error) {
	form, known := formOf(name)
	switch {
	case d.Type()&fs.ModeSymlink != 0:
		return file{}, &Skip{at, "a link; name it to have it read"}
	case !d.Type().IsRegular():
		return file{}, &Skip{at, "not a regular file"}
	case !known:
		return file{}, &Skip{at, "not a kind of file that is looked for in folders (" + strings.Join(kinds(), " ") + ")"}
	}
	info, err := d.Info()
	if err != nil {
		return file{}, &Error{Path: at, Err: cause(err)}
	}
	return file{origin: at, form: form, size: info.Size(), open: func() (io.ReadCloser, error) {
		f, err := root.Open(name)
		if err != nil {
			return nil, err
		}
		if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
			f.Close()
			return nil, errors.Join(err, fault.NotFile)
		}
		return f, nil
	}}, nil
}

// forms are the kinds of files by the ends of their names.
var forms = [...]struct {
	end  string
	form Form
}{{".txt", Text}, {".text", Text}, {".jsonl", JSONL}, {".ndjson", JSONL}, {".csv", CSV}, {".tsv", TSV}, {".tab", TSV}}

// kinds are the ends of names that are looked for in folders.
func kinds() []string {
	var out []string
	for _, f := range forms {
		out = append(out, f.end)
	}
	return out
}

// formOf gives a file's form by its name. A file with any other name is text,
// which is only so where the user named it.
func formOf(name string) (form Form, known bool) {
	name = strings.ToLower(filepath.Base(name))
	bare, packed := strings.CutSuffix(name, ".gz")
	for _, f := range forms {
		if strings.HasSuffix(bare, f.end) && (!packed || f.form != Text) {
			return f.form, true
		}
	}
	return Text, false
}

// cause gives an error of the file system without the path, which who says it
// names, and with its meaning.
func cause(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return because(fault.NotFound, "", "there is no such file")
	}
	return err
}
