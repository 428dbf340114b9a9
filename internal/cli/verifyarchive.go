package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/internal/archive"
	"dateline/internal/fault"
	"dateline/internal/term"
)

// problemJSON is something that does not hold.
type problemJSON struct {
	Source string `json:"source"`
	Path   string `json:"path"`
	Say    string `json:"say"`
}

// verifyArchive holds an archive against itself.
func (a *app) verifyArchive(c *cobra.Command, f *archiveFlags) error {
	return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
		problems := []problemJSON{}
		n, err := s.Verify(ctx, func(p archive.Problem) error {
			if f.json {
				problems = append(problems, problemJSON(p))
				return nil
			}
			fmt.Fprintln(a.out, term.Clean(problemLine(p)))
			return nil
		})
		if err != nil {
			return err
		}
		if f.json {
			if err := a.encodeJSON(struct {
				Sources  int           `json:"sources"`
				Articles int           `json:"articles"`
				Spans    int           `json:"spans"`
				Problems []problemJSON `json:"problems"`
			}{n.Sources, n.Articles, n.Spans, problems}); err != nil {
				return err
			}
		}
		if n.Problems > 0 {
			return &fault.Error{Meaning: fault.Damaged, Say: fmt.Sprintf("%s does not hold: %s", f.path(a), plural(n.Problems, "problem")),
				Hint: "take a backup that verifies, or remove the sources named and add them again"}
		}
		if !f.json {
			fmt.Fprintf(a.out, "ok: %s of %s and %s read from the archive's texts\n",
				plural(n.Spans, "span"), plural(n.Sources, "source"), plural(n.Articles, "article"))
		}
		return nil
	})
}

// problemLine is a problem in a line.
func problemLine(p archive.Problem) string {
	at := p.Source
	if p.Path != "" {
		at += " " + p.Path
	}
	if at == "" {
		return p.Say
	}
	return at + ": " + p.Say
}
