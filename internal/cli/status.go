package cli

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/internal/archive"
	"dateline/internal/cli/view"
)

// statusCommand is dateline status.
func (a *app) statusCommand() *cobra.Command {
	f := &archiveFlags{}
	c := &cobra.Command{
		Use:   "status",
		Short: "say what an archive holds, how large it is and who writes to it",
		Long: "status says how many sources and articles an archive holds, how large it is, how\n" +
			"many sources other rules than those of this program have read (dateline reread\n" +
			"reads these again), and who is writing to it.",
		Args: noArgs,
		RunE: a.enter(func(c *cobra.Command, _ []string) error { return a.status(c, f) }),
	}
	f.addTo(c, false)
	return c
}

// status prints the state of the archive.
func (a *app) status(c *cobra.Command, f *archiveFlags) error {
	return a.withArchive(c, f, toRead, func(ctx context.Context, s archive.Archive) error {
		st, err := s.Status(ctx, dateline.Version)
		if err != nil {
			return err
		}
		if f.json {
			return a.encodeJSON(struct {
				Archive  string          `json:"archive"`
				Version  int             `json:"version"`
				Sources  int             `json:"sources"`
				Articles int             `json:"articles"`
				Undated  int             `json:"undated"`
				Chars    int64           `json:"chars"`
				Bytes    int64           `json:"bytes"`
				Stale    int             `json:"stale"`
				Rules    map[string]int  `json:"rules"`
				Holder   *archive.Holder `json:"holder"`
			}{f.path(a), st.Version, st.Sources, st.Articles, st.Undated, st.Chars, st.Bytes, st.Stale, st.Rules, st.Holder})
		}
		return view.Fields(a.out, statusRows(f.path(a), st), a.options(f, true))
	})
}

// statusRows are the lines of the page.
func statusRows(path string, st *archive.Status) [][2]string {
	rows := [][2]string{
		{"archive", path},
		{"sources", fmt.Sprint(st.Sources)},
		{"articles", fmt.Sprint(st.Articles)},
	}
	if st.Undated > 0 {
		rows[2][1] += fmt.Sprintf(", %d without a day", st.Undated)
	}
	rows = append(rows,
		[2]string{"text", plural(int(st.Chars), "character")},
		[2]string{"on disk", fmt.Sprintf("%.1f MB, form %d", float64(st.Bytes)/1e6, st.Version)})
	var rules []string
	for _, r := range slices.Sorted(maps.Keys(st.Rules)) {
		rules = append(rules, fmt.Sprintf("%s: %d", r, st.Rules[r]))
	}
	rows = append(rows, [2]string{"rules", strings.Join(rules, ", ")})
	stale := "none"
	if st.Stale > 0 {
		stale = fmt.Sprintf("%d were read by other rules than those of this program (%s): dateline reread", st.Stale, dateline.Version)
	}
	rows = append(rows, [2]string{"stale", stale})
	if h := st.Holder; h != nil {
		rows = append(rows, [2]string{"written by", fmt.Sprintf("process %d on %s since %s: %s", h.PID, h.Host, h.Since.Format(time.RFC3339), h.Command)})
	}
	return rows
}
