package press

import (
	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/text"
)

// UniteRelated makes one of cards with the same title, each giving what the ones
// before it lack.
func UniteRelated(cards []articles.Related) []articles.Related {
	at := map[string]int{}
	var united []articles.Related
	for _, c := range cards {
		key := text.Key(c.Title)
		i, met := at[key]
		if !met {
			at[key] = len(united)
			united = append(united, c)
			continue
		}
		u := &united[i]
		if u.Source+u.Author == "" {
			u.Source, u.Author = c.Source, c.Author
		}
		text.Fill(&u.Section, c.Section)
		text.Fill(&u.Place, c.Place)
		text.Fill(&u.Summary, c.Summary)
		text.Fill(&u.Caption, c.Caption)
	}
	return united
}
