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
`, `
-- Rows of facts; id: the source and the fact's place in the list of its kind
-- (facts.go). name is the id in the record where it is not the usual one,
-- article a row of article, 0 where there is none. Words of a name, a place, a
-- subject, a series or a title are terms.
CREATE TABLE event (
	id      INTEGER PRIMARY KEY,
	name    TEXT,
	article INTEGER NOT NULL,
	kind    TEXT NOT NULL,
	status  TEXT NOT NULL,
	time    TEXT,
	basis   TEXT,
	place   INTEGER,
	ordinal TEXT,
	series  INTEGER,
	same    INTEGER               -- the first event of the source that it is
) STRICT;
CREATE TABLE party (
	event   INTEGER NOT NULL,
	n       INTEGER NOT NULL,
	name    INTEGER NOT NULL,
	person  TEXT,                 -- the id in the record
	role    TEXT,
	title   INTEGER,
	PRIMARY KEY (event, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX party_name ON party (name);

CREATE TABLE statement (
	id      INTEGER PRIMARY KEY,
	name    TEXT,
	article INTEGER NOT NULL,
	mode    TEXT NOT NULL,
	speaker INTEGER,
	sperson TEXT,
	hearer  INTEGER,
	hperson TEXT,
	time    TEXT
) STRICT;
CREATE INDEX statement_speaker ON statement (speaker, article) WHERE speaker IS NOT NULL;
CREATE INDEX statement_hearer ON statement (hearer, article) WHERE hearer IS NOT NULL;

CREATE TABLE figure (
	id        INTEGER PRIMARY KEY,
	name      TEXT,
	article   INTEGER NOT NULL,
	kind      TEXT NOT NULL,
	value     TEXT NOT NULL,
	high      TEXT,
	unit      TEXT,
	bound     TEXT,
	subject   INTEGER,
	period    TEXT,
	change    TEXT,               -- the direction
	base      TEXT,
	statement INTEGER             -- the innermost whose words it stands in
) STRICT;
CREATE INDEX figure_subject ON figure (subject) WHERE subject IS NOT NULL;
CREATE INDEX figure_statement ON figure (statement) WHERE statement IS NOT NULL;

CREATE TABLE work (
	id      INTEGER PRIMARY KEY,
	name    TEXT,
	article INTEGER NOT NULL,
	kind    TEXT NOT NULL,
	title   INTEGER NOT NULL
) STRICT;
CREATE INDEX work_title ON work (title, article);

CREATE TABLE checked (
	id      INTEGER PRIMARY KEY,
	name    TEXT,
	article INTEGER NOT NULL,
	kind    TEXT NOT NULL,
	holds   INTEGER               -- 1, 0, or NULL where it is not told
) STRICT;
`, `
-- The layer of corrections, in the order in which they were made. An entry is
-- neither changed nor taken away, also where its source is.
CREATE TABLE correction (
	n      INTEGER PRIMARY KEY,
	id     TEXT NOT NULL UNIQUE,
	source TEXT NOT NULL,         -- the id of the source, '' where it is of people
	data   TEXT NOT NULL          -- JSON
) STRICT;
CREATE INDEX correction_source ON correction (source);
CREATE TRIGGER correction_kept BEFORE UPDATE ON correction BEGIN SELECT raise(ABORT, 'corrections are not changed'); END;
CREATE TRIGGER correction_stays BEFORE DELETE ON correction BEGIN SELECT raise(ABORT, 'corrections are not taken away'); END;
`}

// bringUp fills what a migration made from what is there; the others need
// none.
var bringUp = map[int]func(*putter) error{
	1: (*putter).allFacts,
}

// migrate brings the file to this program's version, each step in a
// transaction of its own. A new file has nothing to be brought up; store is nil
// for it.
func migrate(ctx context.Context, db *sql.DB, from int, store *Store) error {
	for v := from; v < len(migrations); v++ {
		tx, err := db.BeginTx(ctx, nil)
		if err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, migrations[v]+fmt.Sprintf("PRAGMA user_version = %d;", v+1))
		if fill := bringUp[v]; err == nil && fill != nil && store != nil {
			err = store.within(ctx, tx, fill)
		}
		if err == nil {
			err = tx.Commit()
		}
		if err != nil {
			_ = tx.Rollback()
			if store != nil {
				store.terms.clear() // it may have ids that were not kept
			}
			return fmt.Errorf("make version %d of the archive: %w", v+1, err)
		}
	}
	return nil
}

// within does something in a transaction that has begun.
func (s *Store) within(ctx context.Context, tx *sql.Tx, do func(*putter) error) error {
	p := &putter{store: s, statements: statements{ctx: ctx, tx: tx}, next: map[int64]int64{}}
	defer p.close()
	return do(p)
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
