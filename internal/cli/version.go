package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"dateline/record"
)

// versionCommand is dateline version.
func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version of the program and of the format of its records",
		Args:  cobra.NoArgs,
		RunE: a.enter(func(*cobra.Command, []string) error {
			info, _ := debug.ReadBuildInfo()
			_, err := fmt.Fprintf(a.out, "dateline %s\nrecords %s\n", version(info), record.Format)
			return err
		}),
	}
}

// version is the version of the main module, and the commit that it was built
// from where the build knows it.
func version(info *debug.BuildInfo) string {
	if info == nil {
		return "unknown"
	}
	v := info.Main.Version
	if v == "" {
		v = "(devel)"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && v == "(devel)" {
			v += " " + s.Value
		}
	}
	return v
}
