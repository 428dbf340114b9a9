package cli

import (
	"context"
	"errors"
	"io/fs"
	"syscall"

	"dateline/internal/fault"
)

// The exit codes. They are described in docs/cli.md.
const (
	exitOK        = 0
	exitMachine   = 1
	exitUsage     = 2
	exitNoFile    = 3
	exitRefused   = 4
	exitInvalid   = 5
	exitSome      = 6
	exitLocked    = 7
	exitInterrupt = 130 // 128 and the number of SIGINT, as shells have it
)

// exits says which meaning ends with which code; the first that an error has
// counts.
var exits = []struct {
	meaning error
	code    int
}{
	{context.Canceled, exitInterrupt},
	{syscall.EPIPE, exitOK}, // who reads the output has seen enough
	{errSome, exitSome},
	{fault.Usage, exitUsage},
	{fault.Locked, exitLocked},
	{fault.NotFound, exitNoFile},
	{fault.NotFile, exitNoFile},
	{fs.ErrNotExist, exitNoFile},
	{fault.ReadOnly, exitNoFile},
	{fs.ErrPermission, exitNoFile},
	{fault.Empty, exitRefused},
	{fault.TooLarge, exitRefused},
	{fault.NotText, exitRefused},
	{fault.NotArchive, exitRefused},
	{fault.Newer, exitRefused},
	{fault.Exists, exitRefused},
	{fault.Full, exitMachine},
	{fault.Damaged, exitInvalid},
	{fault.Invalid, exitInvalid},
}

// exitCode is the code that err ends the process with. An error without a
// meaning is a fault of the machine, or of this program.
func exitCode(err error) int {
	if err == nil {
		return exitOK
	}
	for _, x := range exits {
		if errors.Is(err, x.meaning) {
			return x.code
		}
	}
	return exitMachine
}
