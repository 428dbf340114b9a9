// Command dateline reads Chinese news text and gives the record in it. See
// docs/cli.md.
package main

import (
	"os"
	"runtime/debug"

	"dateline/internal/cli"
)

// heapGrowth is how far, in percent of what is live, the heap may grow before
// it is collected, where GOGC does not say: a command that reads and ends
// gains a twentieth of its time by it, and its memory stays bounded.
const heapGrowth = 150

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(heapGrowth)
	}
	os.Exit(cli.Main())
}
