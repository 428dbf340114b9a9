package cli

import (
	"fmt"
	"runtime/debug"

	"github.com/spf13/cobra"

	"dateline"
	"dateline/record"
)

// versionCommand is dateline version.
func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "print the version of the program and of the format of its records",
		Args:  cobra.NoArgs,
		RunE: a.enter(func(*cobra.Command, []string) error {
			_, err := a.out.WriteString(versions())
			return err
		}),
	}
}

// versions is what dateline version and dateline --version print.
func versions() string {
	info, _ := debug.ReadBuildInfo()
	return fmt.Sprintf("dateline %s\nrecords %s\n", version(info), record.Format)
}

// version is the version of the module, with the commit that it was built
// from where the build knows it.
func version(info *debug.BuildInfo) string {
	if info == nil {
		return dateline.Version
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return dateline.Version + " (" + s.Value + ")"
		}
	}
	return dateline.Version
}
