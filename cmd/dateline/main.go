// Command dateline reads Chinese news text and gives the record in it. See
// docs/cli.md.
package main

import (
	"os"

	"dateline/internal/cli"
)

func main() { os.Exit(cli.Main()) }
