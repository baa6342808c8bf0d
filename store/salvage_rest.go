package store

import (
	"context"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/store/identity"
)

// dropOrphans takes out what belongs to articles that are lost. A text among them
// becomes an article of its own, titled by how it begins.
func (c *transaction) dropOrphans(ctx context.Context) error {
	bodies, err := collectRows(ctx, c, scanColumn[string], "SELECT warraq_text(body) FROM text WHERE num NOT IN (SELECT num FROM article)")
	if err != nil {
		return err
	}
	deletes, err := collectRows(ctx, c, scanColumn[string], `SELECT format('DELETE FROM %s WHERE "%s" NOT IN (SELECT "%s" FROM %s)', t.name, f."from", 
			coalesce(f."to", (SELECT name FROM pragma_table_info(f."table") WHERE pk = 1)), f."table")
		FROM pragma_table_list t JOIN pragma_foreign_key_list(t.name) f WHERE t.schema = 'main'`)
	if err != nil {
		return err
	}
	for _, d := range deletes {
		if _, err := c.exec(ctx, d); err != nil {
			return err
		}
	}
	for _, body := range bodies {
		in := identity.NewIncoming(&articles.Article{Title: bodyTitle(body), Body: body})
		in.Arrive(time.Now().UnixMilli())
		if _, _, err := c.put(ctx, &in, in.Time()); err != nil {
			return err
		}
	}
	if _, err := c.exec(ctx, "DELETE FROM picture WHERE name NOT IN (SELECT name FROM article_picture)"); err != nil {
		return err
	}
	for _, statement := range []string{
		`INSERT INTO reading (day, num, ms, told) SELECT day, 0, sum(ms), sum(told) FROM reading
			WHERE num <> 0 AND num NOT IN (SELECT num FROM article) GROUP BY day
			ON CONFLICT (day, num) DO UPDATE SET ms = ms + excluded.ms, told = told + excluded.told`,
		"DELETE FROM reading WHERE num <> 0 AND num NOT IN (SELECT num FROM article)",
		"INSERT OR IGNORE INTO sync_library (one) VALUES (1)", // it was lost who this library is among others
		"UPDATE sync_library SET origin = lower(hex(randomblob(8))) WHERE origin = ''",
		// What a server has of articles that are lost comes again.
		"DELETE FROM server_item WHERE (server, id) NOT IN (SELECT server, id FROM server_article) AND left_read IS NULL",
		// What was agreed on is not known from before 059_server_changes.sql: it is what is here.
		`UPDATE server_feed SET (here_title, here_folder) = (SELECT iif(name <> '', name, title), folder FROM feed WHERE num = server_feed.feed)
			WHERE here_title = ''`,
		"UPDATE article SET full = 0 WHERE full = 1 AND num NOT IN (SELECT num FROM text WHERE warraq_text(body) <> '')",
		"UPDATE article SET full = 1 WHERE full = 0 AND num IN (SELECT num FROM text WHERE warraq_text(body) <> '')",
		"UPDATE article SET title_hash = warraq_title_hash(title_key) WHERE title_hash <> warraq_title_hash(title_key)",
		"UPDATE article SET title_order = warraq_title_order(title) WHERE title_order <> warraq_title_order(title)",
		`UPDATE article SET length = coalesce((SELECT length(warraq_text(body)) FROM text WHERE text.num = article.num), 0)
			WHERE length <> coalesce((SELECT length(warraq_text(body)) FROM text WHERE text.num = article.num), 0)`,
	} {
		if _, err := c.exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// bodyTitle is how a text begins, as a title.
func bodyTitle(body string) string {
	line, _, _ := strings.Cut(strings.TrimLeft(body, "# \n"), "\n")
	if letters := []rune(line); len(letters) > titleLetters {
		line = string(letters[:titleLetters]) + "…"
	}
	return line
}

// titleLetters is how much of a text is taken for its title.
const titleLetters = 80

// atOnce is how many articles are indexed in one go.
const atOnce = 500

// indexAgain makes the index of words, and gives the checksums that articles had
// which are not as they came in, by ID.
func (c *transaction) indexAgain(ctx context.Context, s *Salvaged) (wrong map[string]int64, err error) {
	wrong = map[string]int64{}
	c.indexing = newIndexing()
	for last := int64(0); ; {
		some, err := collectRows(ctx, c, scanSummed, selectSummed+"WHERE a.num > ? ORDER BY a.num LIMIT ?", last, atOnce)
		if err != nil {
			return nil, err
		}
		for _, r := range some {
			if !r.isWhole() {
				wrong[r.ID] = r.sum
			}
			if err := c.deriveAgain(ctx, r.Record); err != nil {
				return nil, err
			}
			c.index(r.Record)
			last = r.Num
			s.Articles++
		}
		if err := c.writeIndex(ctx); err != nil {
			return nil, err
		}
		c.indexing = newIndexing()
		if len(some) == 0 {
			return wrong, nil
		}
	}
}

// deriveAgain writes what follows from the rest of an article where that was damaged.
func (c *transaction) deriveAgain(ctx context.Context, r *identity.Record) error {
	right := *r
	right.SetKeys()
	if right == *r {
		return nil
	}
	*r = right
	_, err := c.exec(ctx, "UPDATE article SET address = ?, title_key = ?, title_hash = ?, section_key = ?, source_key = ? WHERE num = ?",
		r.Address, r.TitleKey, identity.WordsHash(r.TitleKey), r.SectionKey, r.SourceKey, r.Num)
	return err
}
