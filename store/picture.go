package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// keepPictures takes the pictures in that an article came with, as far as the text
// that is kept of it shows them, and lets those go that it shows no more. It tells
// whether one came.
func (c *transaction) keepPictures(ctx context.Context, r *identity.Record, pictures []articles.Picture, isNew bool) (bool, error) {
	if isNew && !identity.ShowsPictures(r.Body) {
		return false, nil
	}
	names := articles.PictureNames(r.Body)
	if !isNew {
		_, err := c.exec(ctx, "DELETE FROM article_picture WHERE num = ? AND name NOT IN (SELECT value FROM json_each(?))",
			r.Num, encodeJSON(append([]string{}, names...)))
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
		n, err := c.exec(ctx, "INSERT OR IGNORE INTO article_picture (num, name) VALUES (?, ?)", r.Num, p.Name)
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
	err = l.db.QueryRowContext(ctx, "SELECT coalesce((SELECT warraq_text(body) FROM text WHERE num = ?), '')", num).Scan(&body)
	if err != nil {
		return nil, l.failure(fmt.Errorf("reading article %s: %w", id, err))
	}
	return l.pictures(ctx, num, body, true)
}

// pictures gives the pictures of an article with its text; their bytes come
// along where it is to be whole.
func (l *Library) pictures(ctx context.Context, num int64, body string, whole bool) ([]articles.Picture, error) {
	if !identity.ShowsPictures(body) {
		return nil, nil
	}
	list, err := collectRows(ctx, l.db, scanPicture, `SELECT p.name, p.type, p.width, p.height, CASE WHEN ? THEN p.data END
		FROM article_picture a JOIN picture p USING (name) WHERE a.num = ?`, whole, num)
	names := articles.PictureNames(body)
	slices.SortFunc(list, func(a, b articles.Picture) int { return slices.Index(names, a.Name) - slices.Index(names, b.Name) })
	return list, l.failure(err)
}

func scanPicture(scan scanner) (p articles.Picture, err error) {
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

// wrongPictures gives the articles that show a picture whose bytes are not those
// that it was named by.
func wrongPictures(ctx context.Context, q querier) ([]Entry, error) {
	wrong, err := brokenPictures(ctx, q)
	if err != nil {
		return nil, err
	}
	return articlesShowing(ctx, q, wrong)
}

// brokenPictures gives the names of the pictures whose bytes are not those that they were
// named by.
func brokenPictures(ctx context.Context, q querier) (wrong []string, err error) {
	for p, err := range eachRow(ctx, q, scanPicture, "SELECT name, type, width, height, data FROM picture") {
		if err != nil {
			return nil, err
		}
		if !p.IsWhole() {
			wrong = append(wrong, p.Name)
		}
	}
	return wrong, nil
}

// articlesShowing gives the articles that show one of some pictures, by their names.
func articlesShowing(ctx context.Context, q querier, pictures []string) ([]Entry, error) {
	if len(pictures) == 0 {
		return nil, nil
	}
	return collectRows(ctx, q, scanEntry, "SELECT "+entryColumns+` FROM article a WHERE a.num IN
		(SELECT num FROM article_picture WHERE name IN (SELECT value FROM json_each(?))) ORDER BY a.num`, encodeJSON(pictures))
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
