//go:build !unix

package sqlite

import "os"

// lockFile does nothing where the system has no such lock: SQLite's own keeps
// two writers apart there, but cannot say who the other is.
func lockFile(*os.File) error { return nil }
