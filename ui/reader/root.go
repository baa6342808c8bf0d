package reader

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/articles/text/roots"
	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/store/query"
	"github.com/warraq/warraq/ui/page"
	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// rootLoaded answers openRoot.
type rootLoaded struct {
	root   string
	family []store.FamilyWord
	places []store.Occurrence
	mark   int // of the dialogs that were open when it was asked for
	err    error
}

// mostPlaces is how many places of a root are shown.
const mostPlaces = 500

// openRoot shows the root of the chosen word, or else of the first word at the top of the
// article that has one.
func (app *App) openRoot() tea.Cmd {
	said := app.article.Said()
	if said == "" {
		app.notice = app.Words.NothingOpen
		return nil
	}
	root, ok := firstRoot(said)
	if !ok {
		app.notice = app.Words.Root.None
		return nil
	}
	app.article.StopChoosing()
	library, mark := app.Library, app.stack.Mark()
	return app.Jobs.Ask(rootJob, func(ctx context.Context) tea.Msg {
		answer := rootLoaded{root: root, mark: mark}
		if answer.family, answer.err = library.Family(ctx, root); answer.err != nil {
			return answer
		}
		answer.places, answer.err = library.Occurrences(ctx, query.Parse(rootQuery(root)), mostPlaces)
		store.SpellFamily(answer.family, answer.places)
		return answer
	})
}

// rootQuery is the search for the words of a root.
func rootQuery(root string) string { return "root:" + root }

// firstRoot returns the root of the first word of a text that has one.
func firstRoot(said string) (root string, ok bool) {
	for word := range strings.FieldsSeq(said) {
		if found := roots.Of(strings.Trim(word, "«»\"().,،؛:؟!…")); len(found) > 0 {
			return found[0], true
		}
	}
	return "", false
}

// showRoot shows a root, unless one has gone on since.
func (app *App) showRoot(msg rootLoaded) tea.Cmd {
	if msg.err != nil {
		app.notice = app.sentence(msg.err)
		return nil
	}
	app.pushLate(dialog.NewRoot(app.Canvas, msg.root, msg.family, msg.places, func(o store.Occurrence) dialog.Action {
		return run(app.openOccurrence(o, rootQuery(msg.root)))
	}), msg.mark)
	return nil
}

// occurrenceFound answers openOccurrence.
type occurrenceFound struct {
	id, searched string
	position     int
	err          error
}

// openOccurrence opens an article where a word of a query stands.
func (app *App) openOccurrence(o store.Occurrence, searched string) tea.Cmd {
	library, theme, words := app.Library, app.Theme, app.Words
	return app.Jobs.Ask(visitJob, func(ctx context.Context) tea.Msg {
		item, err := library.Article(ctx, o.Entry.ID)
		found := occurrenceFound{id: o.Entry.ID, searched: searched, err: err}
		if err == nil {
			found.position, _, _ = page.New(item, theme, words).Locate(o.Passage)
		}
		return found
	})
}

// visitOccurrence goes to the place that was found.
func (app *App) visitOccurrence(msg occurrenceFound) tea.Cmd {
	if msg.err != nil {
		app.notice = app.sentence(msg.err)
		return nil
	}
	app.leave()
	return app.visit(historyPlace{id: msg.id, at: article.Place{Position: msg.position}, focus: articlePane, jumped: true, searched: msg.searched})
}
