package export

import (
	"archive/zip"
	"compress/flate"
	"fmt"
	"hash"
	"hash/crc32"
	"io"
	"iter"
	"os"
)

// zipped writes the files of a format into one zip file. The files grow side
// by side, a zip file holds them one after another: each is kept, compressed,
// in a temporary file until all are done. The zip file has no times in it.
func zipped(w io.Writer, write func(Create, iter.Seq2[*Page, error]) error, pages iter.Seq2[*Page, error]) (err error) {
	var all []*spool
	defer func() {
		for _, s := range all {
			s.remove()
		}
	}()
	create := func(name string) (io.WriteCloser, error) {
		s, err := newSpool(name)
		if err == nil {
			all = append(all, s)
		}
		return s, err
	}
	if err := write(create, pages); err != nil {
		return err
	}
	z := zip.NewWriter(w)
	for _, s := range all {
		if err := s.copyTo(z); err != nil {
			return fmt.Errorf("write zip: %w", err)
		}
	}
	if err := z.Close(); err != nil {
		return fmt.Errorf("write zip: %w", err)
	}
	return nil
}

// spool is one file of a zip file to come.
type spool struct {
	name string
	file *os.File
	comp *flate.Writer
	sum  hash.Hash32
	size uint64
}

func newSpool(name string) (*spool, error) {
	f, err := os.CreateTemp("", "dateline-export-*")
	if err != nil {
		return nil, fmt.Errorf("write zip: %w", err)
	}
	s := &spool{name: name, file: f, sum: crc32.NewIEEE()}
	if s.comp, err = flate.NewWriter(f, flate.DefaultCompression); err != nil {
		s.remove()
		return nil, fmt.Errorf("write zip: %w", err)
	}
	return s, nil
}

func (s *spool) Write(b []byte) (int, error) {
	n, err := s.comp.Write(b)
	s.sum.Write(b[:n])
	s.size += uint64(n)
	return n, err
}

// Close ends what is written; the file is kept for copyTo.
func (s *spool) Close() error { return s.comp.Close() }

func (s *spool) remove() {
	s.file.Close()
	os.RemoveAll(s.file.Name())
}

func (s *spool) copyTo(z *zip.Writer) error {
	n, err := s.file.Seek(0, io.SeekEnd)
	if err != nil {
		return err
	}
	if _, err := s.file.Seek(0, io.SeekStart); err != nil {
		return err
	}
	w, err := z.CreateRaw(&zip.FileHeader{Name: s.name, Method: zip.Deflate, CRC32: s.sum.Sum32(),
		CompressedSize64: uint64(n), UncompressedSize64: s.size})
	if err != nil {
		return err
	}
	_, err = io.Copy(w, s.file)
	return err
}
