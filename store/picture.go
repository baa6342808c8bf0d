package store

import (
	"context"
	"database/sql"
	"fmt"
	"slices"
	"strings"

	"warraq/articles"
)

// shows tells whether a text may show a picture that came along, without looking
// closer.
func shows(body string) bool { return strings.Contains(body, "]("+articles.PictureScheme) }

// keepPictures takes the pictures in that an article came with, as far as the text
// that is kept of it shows them, and lets those go that it shows no more. It tells
// whether one came.
func (c *change) keepPictures(ctx context.Context, r *record, pictures []articles.Picture, isNew bool) (bool, error) {
	if isNew && !shows(r.body) {
		return false, nil
	}
	names := articles.PictureNames(r.body)
	if !isNew {
		_, err := c.exec(ctx, "DELETE FROM article_picture WHERE num = ? AND name NOT IN (SELECT value FROM json_each(?))",
			r.num, encodeJSON(append([]string{}, names...)))
		if err != nil {
			return false, err
		}
	}
	came := false
	for _, p := range pictures {
		if !slices.Contains(names, p.Name) {
			continue
		}
		_, err := c.exec(ctx, "INSERT OR IGNORE INTO picture (name, type, width, height, data) VALUES (?, ?, ?, ?, ?)",
			p.Name, p.Type, p.Width, p.Height, p.Data)
		if err != nil {
			return came, err
		}
		n, err := c.exec(ctx, "INSERT OR IGNORE INTO article_picture (num, name) VALUES (?, ?)", r.num, p.Name)
		if err != nil {
			return came, err
		}
		came = came || n > 0
	}
	return came, nil
}

// Pictures gives the pictures that an article came with, in the order in which its
// text shows them.
func (l *Library) Pictures(ctx context.Context, id string) ([]articles.Picture, error) {
	num, err := l.resolve(ctx, id)
	if err != nil {
		return nil, err
	}
	var body string
	err = l.db.QueryRowContext(ctx, "SELECT coalesce((SELECT body FROM text WHERE num = ?), '')", num).Scan(&body)
	if err != nil {
		return nil, l.failure(fmt.Errorf("reading article %s: %w", id, err))
	}
	return l.pictures(ctx, num, body, true)
}

// pictures gives the pictures of an article with its text; their bytes come
// along where it is to be whole.
func (l *Library) pictures(ctx context.Context, num int64, body string, whole bool) ([]articles.Picture, error) {
	if !shows(body) {
		return nil, nil
	}
	rows, err := l.db.QueryContext(ctx, `SELECT p.name, p.type, p.width, p.height, CASE WHEN ? THEN p.data END
		FROM article_picture a JOIN picture p USING (name) WHERE a.num = ?`, whole, num)
	if err != nil {
		return nil, l.failure(fmt.Errorf("reading pictures: %w", err))
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	var list []articles.Picture
	for rows.Next() {
		p, err := scanPicture(rows.Scan)
		if err != nil {
			return nil, l.failure(err)
		}
		list = append(list, p)
	}
	names := articles.PictureNames(body)
	slices.SortFunc(list, func(a, b articles.Picture) int { return slices.Index(names, a.Name) - slices.Index(names, b.Name) })
	return list, l.failure(rows.Err())
}

func scanPicture(scan func(...any) error) (p articles.Picture, err error) {
	if err := scan(&p.Name, &p.Type, &p.Width, &p.Height, &p.Data); err != nil {
		return p, fmt.Errorf("reading a picture: %w", err)
	}
	return p, nil
}

// Picture gives a picture of an article by its name: its error is [ErrNotFound]
// where there is none of that name.
func (l *Library) Picture(ctx context.Context, name string) (articles.Picture, error) {
	row := l.db.QueryRowContext(ctx, "SELECT name, type, width, height, data FROM picture WHERE name = ?", name)
	p, err := scanPicture(row.Scan)
	if isNoRow(err) {
		return p, fmt.Errorf("the picture %q: %w", name, ErrNotFound)
	}
	return p, l.failure(err)
}

// querier is what asks a library, in a change or beside one.
type querier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// wrongPictures gives the articles that show a picture whose bytes are not those
// that it was named by.
func wrongPictures(ctx context.Context, q querier) ([]Entry, error) {
	rows, err := q.QueryContext(ctx, "SELECT name, type, width, height, data FROM picture")
	if err != nil {
		return nil, fmt.Errorf("reading the pictures: %w", err)
	}
	defer rows.Close() //nolint:errcheck // rows.Err says what went wrong
	wrong := []string{}
	for rows.Next() {
		p, err := scanPicture(rows.Scan)
		if err != nil {
			return nil, err
		}
		if !p.IsWhole() {
			wrong = append(wrong, p.Name)
		}
	}
	if err := rows.Err(); err != nil || len(wrong) == 0 {
		return nil, err //nolint:wrapcheck // nothing to add
	}
	shown, err := q.QueryContext(ctx, `SELECT DISTINCT a.id, a.title, a.source FROM article a JOIN article_picture p USING (num)
		WHERE p.name IN (SELECT value FROM json_each(?)) ORDER BY a.num`, encodeJSON(wrong))
	if err != nil {
		return nil, fmt.Errorf("reading the pictures: %w", err)
	}
	defer shown.Close() //nolint:errcheck // its Err says what went wrong
	var list []Entry
	for shown.Next() {
		var e Entry
		if err := shown.Scan(&e.ID, &e.Title, &e.Source); err != nil {
			return nil, fmt.Errorf("reading the pictures: %w", err)
		}
		list = append(list, e)
	}
	return list, shown.Err() //nolint:wrapcheck // nothing to add
}

// addWrong adds articles that are not among others yet.
func addWrong(list, more []Entry) []Entry {
	for _, e := range more {
		if !slices.ContainsFunc(list, func(o Entry) bool { return o.ID == e.ID }) {
			list = append(list, e)
		}
	}
	return list
}
