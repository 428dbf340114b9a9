package compose

import (
	"os"
	"path/filepath"
	"testing"
)

// corpora is the pool of the shared folder; a test that needs it is skipped
// where it is missing, and fails there with CI=true.
func corpora(t *testing.T) *Pool {
	t.Helper()
	shared := filepath.Join("..", "..", "..", "..", "shared")
	if _, err := os.Stat(shared); err != nil {
		why := "the shared folder is not beside the repository: " + err.Error()
		if os.Getenv("CI") == "true" {
			t.Fatal(why)
		}
		t.Skip(why)
	}
	p, err := Load(shared)
	if err != nil {
		t.Fatal(err)
	}
	return p
}
