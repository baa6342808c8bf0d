package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// asideTables are what a reader's file has beside readerTables: his marks of articles that
// are not there, a row of a table as JSON each, by the ID of the article (” is none), and
// the state of the library that the file follows.
const asideTables = `
CREATE TABLE IF NOT EXISTS aside (
  id    TEXT NOT NULL,
  place TEXT NOT NULL,  -- the table
  marks TEXT NOT NULL
) STRICT;

CREATE INDEX IF NOT EXISTS aside_id ON aside (id);

CREATE TABLE IF NOT EXISTS followed (
  one      INTEGER PRIMARY KEY CHECK (one = 1),
  version  INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  salt     INTEGER NOT NULL
) STRICT;
`

// asideColumn is a column of a reader's table, and what stands in it where nothing is said,
// in SQL.
type asideColumn struct{ name, absent string }

// asideColumns gives the columns of a table of the reader's own: of articles his marks. The
// number of an article, which its ID stands for, is left out; byArticle tells whether there
// is one. There are none of a table that his file does not have yet.
func (c *transaction) asideColumns(ctx context.Context, table string) (columns []asideColumn, byArticle bool, err error) {
	all, err := collectRows(ctx, c, func(scan scanner) (column asideColumn, err error) {
		return column, scan(&column.name, &column.absent)
	}, `SELECT name, coalesce(dflt_value, iif("notnull", iif(type = 'TEXT', '''''', '0'), 'NULL'))
		FROM pragma_table_info(?, 'main')`, table)
	for _, column := range all {
		switch {
		case column.name == "num":
			byArticle = true
		case table != "article" || slices.Contains(readerMarks, column.name):
			columns = append(columns, column)
		}
	}
	return columns, byArticle, err
}

// isMarked is the condition of a row of table article that has a mark.
const isMarked = "(t.read <> 0 OR t.bookmarked <> 0 OR t.archived <> 0 OR t.position <> 0)"

// putAside puts what the reader did with some articles aside, by the condition that their
// numbers meet; true is all. What he does that is about no article is put aside with all.
func (c *transaction) putAside(ctx context.Context, table, condition string) error {
	columns, byArticle, err := c.asideColumns(ctx, table)
	if err != nil || len(columns) == 0 || !byArticle && condition != "true" {
		return err
	}
	var pairs []string
	for _, column := range columns {
		pairs = append(pairs, fmt.Sprintf("'%[1]s', t.%[1]s", column.name))
	}
	id, from := "''", "main."+table+" t"
	if byArticle {
		id, from = "coalesce(a.id, '')", from+" LEFT JOIN main.article a ON a.num = t.num"
	}
	if table == "article" {
		condition += " AND " + isMarked
	}
	_, err = c.exec(ctx, fmt.Sprintf("INSERT INTO aside (id, place, marks) SELECT %s, '%s', json_object(%s) FROM %s WHERE %s",
		id, table, strings.Join(pairs, ", "), from, condition))
	return err
}

// takeBack takes what is put aside back where its article is there. What the reader did
// with it meanwhile stays.
func (c *transaction) takeBack(ctx context.Context) error {
	for _, table := range keptTables() {
		columns, byArticle, err := c.asideColumns(ctx, table)
		if err != nil {
			return err
		}
		var names, values []string
		for _, column := range columns {
			names = append(names, column.name)
			values = append(values, fmt.Sprintf("iif(json_type(s.marks, '$.%[1]s') IS NULL, %[2]s, s.marks ->> '%[1]s')", column.name, column.absent))
		}
		statement := "INSERT OR IGNORE INTO main.%[1]s (%[2]s) SELECT %[3]s FROM aside s WHERE s.place = '%[1]s'"
		switch {
		case table == "article":
			statement = "UPDATE main.article SET (%[2]s) = (%[3]s) FROM aside s WHERE s.place = '%[1]s' AND s.id = article.id"
		case byArticle:
			names, values = append(names, "num"), append(values, "coalesce(a.num, 0)")
			statement = "INSERT OR IGNORE INTO main.%[1]s (%[2]s) SELECT %[3]s FROM aside s LEFT JOIN main.article a ON a.id = s.id" +
				" WHERE s.place = '%[1]s' AND (s.id = '' OR a.num IS NOT NULL)"
		}
		if _, err := c.exec(ctx, fmt.Sprintf(statement, table, strings.Join(names, ", "), strings.Join(values, ", "))); err != nil {
			return err
		}
	}
	_, err := c.exec(ctx, "DELETE FROM aside WHERE id = '' OR id IN (SELECT id FROM main.article)")
	return err
}

// keptTables are those of readerTables that hold what the reader did. The others follow
// from these and from the library.
func keptTables() (kept []string) {
	for _, table := range readerTables {
		if table != "library" && table != "tally" {
			kept = append(kept, table)
		}
	}
	return kept
}
