package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// fromCopies takes articles that are not as they came in from the last copy of the
// library in which they are, by the checksums that they had. What no copy has is
// named in what was salvaged, and stays as it is from then on.
func (c *transaction) fromCopies(ctx context.Context, s *Salvaged, sums map[string]int64, copies []string) error {
	for id, sum := range sums {
		here, err := c.first(ctx, "a.id = ?", anyRecord, id)
		if err != nil {
			return err
		}
		there, from := recordIn(ctx, copies, here, here.Body == "" || sum == 0, sum, here.Sum())
		if there == nil {
			s.Wrong = append(s.Wrong, Entry{ID: id, Title: here.Title, Source: here.Source})
			if _, err := c.exec(ctx, "UPDATE article SET sum = ? WHERE num = ?", here.Sum(), here.Num); err != nil {
				return err
			}
			continue
		}
		s.gave(from)
		whole := *here
		whole.Restore(there)
		whole.ID = there.ID
		if err := c.update(ctx, here, &whole); err != nil {
			return err
		}
	}
	return c.writeIndex(ctx)
}

// recordIn gives an article in the last copy that has it whole and with one of some
// checksums, or where its text is lost, with an earlier one; nil where none has. An ID may
// be damaged too: then the article stands at its place in the order.
func recordIn(ctx context.Context, copies []string, here *identity.Record, lost bool, sums ...int64) (r *identity.Record, from string) {
	var earlier *identity.Record
	var where string
	for _, path := range slices.Backward(copies) {
		r, err := readCopied(ctx, path, "a.id = ?", here.ID)
		if err != nil {
			if r, err = readCopied(ctx, path, "a.newness = ?", here.Newness); err == nil && !slices.Contains(sums, r.Sum()) {
				continue // another has come to stand there
			}
		}
		if err == nil && slices.Contains(sums, r.Sum()) {
			return r, path
		}
		if err == nil && earlier == nil && lost && r.Full {
			earlier, where = r, path
		}
	}
	return earlier, where
}

// readCopied reads an article of a copy; what is not whole there is an error.
func readCopied(ctx context.Context, path, where string, value any) (r *identity.Record, err error) {
	db, err := sql.Open("sqlite", sourceName(path)+"&mode=ro&immutable=1")
	if err != nil {
		return nil, fmt.Errorf("opening a copy: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	list, err := collectRows(ctx, db, scanSummed, selectSummed+"WHERE "+where, value)
	switch {
	case err != nil:
		return nil, err
	case len(list) == 0:
		return nil, ErrNotFound
	case list[0].sum != list[0].Sum():
		return nil, ErrDamaged
	}
	return list[0].Record, nil
}

// picturesFromCopies takes the pictures that are not as they came in from the last copy that has
// them so. What none has goes, and the articles that showed it are told of.
func (c *transaction) picturesFromCopies(ctx context.Context, s *Salvaged, copies []string) error {
	broken, err := brokenPictures(ctx, c)
	if err != nil {
		return err
	}
	var lost []string
	var whole []Entry // that are again
	for _, name := range broken {
		p, from := pictureIn(ctx, copies, name)
		if from == "" {
			lost = append(lost, name)
			continue
		}
		if _, err = c.exec(ctx, "UPDATE picture SET type = ?, width = ?, height = ?, data = ? WHERE name = ?", p.Type, p.Width, p.Height, p.Data, name); err != nil {
			return err
		}
		shown, showingErr := articlesShowing(ctx, c, []string{name})
		if showingErr != nil {
			return showingErr
		}
		for _, e := range shown {
			if !slices.ContainsFunc(whole, func(o Entry) bool { return o.ID == e.ID }) {
				whole = append(whole, e)
				s.gave(from)
			}
		}
	}
	showed, err := articlesShowing(ctx, c, lost)
	if err != nil {
		return err
	}
	s.Wrong = addWrong(s.Wrong, showed)
	for _, name := range lost {
		for _, statement := range []string{"DELETE FROM article_picture WHERE name = ?", "DELETE FROM picture WHERE name = ?"} {
			if _, err := c.exec(ctx, statement, name); err != nil {
				return err
			}
		}
	}
	return nil
}

// pictureIn gives a picture in the last copy that has it whole, "" where none has.
func pictureIn(ctx context.Context, copies []string, name string) (p articles.Picture, from string) {
	for _, path := range slices.Backward(copies) {
		db, err := sql.Open("sqlite", sourceName(path)+"&mode=ro&immutable=1")
		if err != nil {
			continue
		}
		p, err = scanPicture(db.QueryRowContext(ctx, "SELECT name, type, width, height, data FROM picture WHERE name = ?", name).Scan)
		if errors.Join(err, db.Close()) == nil && p.IsWhole() {
			return p, path
		}
	}
	return articles.Picture{}, ""
}

// gave counts an article that a file gave.
func (s *Salvaged) gave(path string) {
	at := slices.IndexFunc(s.From, func(f SalvagedFrom) bool { return f.Path == path })
	if at < 0 {
		at, s.From = len(s.From), append(s.From, SalvagedFrom{Path: path})
	}
	s.From[at].Articles++
}
