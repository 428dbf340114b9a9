// Package cli is the command dateline: one file a command.
//
// Input are the arguments, the environment and the standard streams of the
// process. Data go to standard output, everything else to standard error; the
// exit code says how it ended (exit.go). The package owns no rule about text:
// it asks the library and writes what it gets.
package cli

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Main runs the command with the arguments and streams of the process, and
// gives its exit code.
//
// An interrupt stops it between two steps; a second one ends it at once. A
// reader of its output that goes away is an error of writing, so that it can
// end in silence.
func Main() int {
	signal.Ignore(syscall.SIGPIPE)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	context.AfterFunc(ctx, stop)
	return run(ctx, os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr, os.Getenv})
}

// streams are what a command talks to.
type streams struct {
	in       io.Reader
	out, err io.Writer
	getenv   func(string) string
}

// app is one run of the command.
type app struct {
	streams
	// out holds data back until a record is whole.
	out    *bufio.Writer
	screen screen
	// entered is set once a command has been called rightly. An error before
	// is one of usage.
	entered bool
	// pages counts the pages printed.
	pages int
}

// run runs the command and gives its exit code.
func run(ctx context.Context, args []string, s streams) int {
	a := &app{streams: s, out: bufio.NewWriterSize(s.out, 1<<16), screen: screenOf(s.out)}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(s.in)
	root.SetOut(a.out)
	root.SetErr(s.err)
	err := root.ExecuteContext(ctx)
	if err != nil && !a.entered {
		err = usage(err)
	}
	if flush := a.out.Flush(); err == nil {
		err = flush
	}
	a.report(err)
	return exitCode(err)
}

// root is the command without a name of its own.
func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dateline",
		Short: "read Chinese news text and give the record in it",
		Long: "dateline reads Chinese news text and gives the record in it: articles, datelines,\n" +
			"times, figures, names, statements and events, each with its exact characters.",
		Args:          a.unknownCommand,
		RunE:          func(c *cobra.Command, _ []string) error { return c.Help() },
		SilenceErrors: true,
		SilenceUsage:  true,
		// Names so near are offered where a command is mistyped.
		SuggestionsMinimumDistance: 2,
		Version:                    versions(),
	}
	root.SetVersionTemplate("{{.Version}}")
	root.AddCommand(a.readCommand(), a.verifyCommand(), a.versionCommand())
	root.AddCommand(a.addCommand(), a.statusCommand(), a.rereadCommand(), a.removeCommand(),
		a.searchCommand(), a.showCommand(), a.listCommand(), a.peopleCommand(), a.placesCommand(),
		a.personCommand(), a.meetingsCommand(), a.statementsCommand(), a.figuresCommand(), a.worksCommand(), a.checksCommand(),
		a.phraseCommand(), a.copiesCommand(), a.compareCommand(), a.citeCommand(),
		a.correctCommand(), a.correctionsCommand(), a.undoCommand(), a.reviewCommand(),
		a.backupCommand(), a.restoreCommand(), a.exportCommand(), a.importCommand())
	root.SetHelpCommand(a.helpCommand(root))
	return root
}

// enter makes a command's function from one of ours.
func (a *app) enter(f func(c *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(c *cobra.Command, args []string) error {
		a.entered = true
		return f(c, args)
	}
}
