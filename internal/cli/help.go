package cli

import (
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"dateline/internal/fault"
)

// unknownCommand says that there is no command of that name, and which one may
// be meant.
func (a *app) unknownCommand(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	e := &fault.Error{Meaning: fault.Usage,
		Say:  fmt.Sprintf("there is no command %q", args[0]),
		Hint: "dateline help lists the commands"}
	if near := c.SuggestionsFor(args[0]); len(near) > 0 {
		e.Hint = "dateline " + strings.Join(near, ", dateline ") + "?"
	} else if _, err := os.Stat(args[0]); err == nil {
		e.Hint = "to read a file: dateline read " + args[0]
	}
	return e
}

// helpCommand is dateline help.
func (a *app) helpCommand(root *cobra.Command) *cobra.Command {
	return &cobra.Command{
		Use:   "help [COMMAND]",
		Short: "say what a command does and which flags it has",
		RunE: a.enter(func(_ *cobra.Command, args []string) error {
			c, rest, err := root.Find(args)
			if err != nil || len(rest) > 0 {
				return a.unknownCommand(root, args)
			}
			c.InitDefaultHelpFlag()
			return c.Help()
		}),
	}
}
