package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"dateline/internal/fault"
)

// applicationID marks the file as ours: "date" in the header of the database.
const applicationID = 0x64617465

// version is the version of the form that this program writes.
var version = len(migrations)

// migrations make a file of version i one of version i+1. They are never
// changed once a version that has them was used: a change is a new one at the
// end.
var migrations = [...]string{`
CREATE TABLE source (
	sid      INTEGER PRIMARY KEY,
	id       TEXT NOT NULL UNIQUE,
	origin   TEXT NOT NULL UNIQUE,
	sha256   BLOB NOT NULL,
	rules    TEXT NOT NULL,
	added    INTEGER NOT NULL,    -- milliseconds of Unix time
	revision INTEGER NOT NULL,
	articles INTEGER NOT NULL,
	chars    INTEGER NOT NULL,
	given    TEXT NOT NULL        -- JSON
) STRICT;
CREATE INDEX source_sha256 ON source (sha256);

CREATE TABLE text (               -- at: the source and the number of the part
	at   INTEGER PRIMARY KEY,
	data BLOB NOT NULL
) STRICT;
CREATE TABLE record (
	sid  INTEGER PRIMARY KEY,
	data BLOB NOT NULL
) STRICT;

CREATE TABLE article (            -- id: the day and the order in it
	id   INTEGER PRIMARY KEY,
	sid  INTEGER NOT NULL,
	name TEXT NOT NULL,           -- the id in the record
	kind TEXT NOT NULL,
	day  TEXT NOT NULL,
	head TEXT NOT NULL,           -- JSON: where its parts stand
	terms BLOB NOT NULL           -- ids of terms
) STRICT;
CREATE INDEX article_sid ON article (sid);

CREATE TABLE term (
	id     INTEGER PRIMARY KEY,
	field  INTEGER NOT NULL,
	folded TEXT NOT NULL,
	value  TEXT NOT NULL,         -- as first printed
	UNIQUE (field, folded)
) STRICT;
CREATE TABLE called (             -- one row for each person of each source
	name   INTEGER NOT NULL,
	sid    INTEGER NOT NULL,
	person TEXT NOT NULL,
	day    TEXT NOT NULL,
	forms  BLOB NOT NULL,
	titles BLOB NOT NULL,
	PRIMARY KEY (name, sid, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX called_sid ON called (sid);
CREATE TABLE form (               -- in how many sources a name has a form
	form INTEGER NOT NULL,
	name INTEGER NOT NULL,
	n    INTEGER NOT NULL,
	PRIMARY KEY (form, name)
) STRICT, WITHOUT ROWID;
CREATE INDEX form_name ON form (name);

CREATE VIRTUAL TABLE words USING fts5(body, headline, said, terms,
	content='', contentless_delete=1, tokenize='ascii');
CREATE VIRTUAL TABLE marks USING fts5(units,
	content='', contentless_delete=1, detail=none, tokenize='ascii');
-- What is kept in memory before it is written, in bytes: a whole batch.
INSERT INTO words (words, rank) VALUES ('hashsize', 16777216);
INSERT INTO marks (marks, rank) VALUES ('hashsize', 16777216);
`}

// migrate brings the file to this program's version, each step in a
// transaction of its own.
func migrate(ctx context.Context, db *sql.DB, from int) error {
	for v := from; v < len(migrations); v++ {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, migrations[v]+fmt.Sprintf("PRAGMA user_version = %d;", v+1))
		if err == nil {
			err = tx.Commit()
		}
		if err != nil {
			_ = tx.Rollback()
			return fmt.Errorf("make version %d of the archive: %w", v+1, err)
		}
	}
	return nil
}

// checkVersion refuses a file that is not ours or is of a later version.
func checkVersion(path string, app, user int) error {
	switch {
	case app != applicationID:
		return &fault.Error{Meaning: fault.NotArchive, Say: path + " is no archive", Hint: "name another file, or one that is not there yet"}
	case user > version:
		return &fault.Error{Meaning: fault.Newer,
			Say:  fmt.Sprintf("%s is an archive of version %d, this program knows up to %d", path, user, version),
			Hint: "use a later version of the program"}
	case user < 1:
		return &fault.Error{Meaning: fault.Damaged, Say: fmt.Sprintf("%s is an archive of version %d", path, user)}
	}
	return nil
}
