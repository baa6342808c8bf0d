package reader

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/reader/dialog"
)

// tagsLoaded answers openTags.
type tagsLoaded struct {
	ids                []string // of the articles that are to be tagged
	own, common, other []string // tags: of the reader, of all of the articles, of sources
	mark               int
	err                error
}

// openTags asks which tag the targets are to have, or to have no more.
func (app *App) openTags() tea.Cmd {
	list := app.targets()
	if len(list) == 0 {
		return nil
	}
	answer := tagsLoaded{mark: app.stack.Mark()}
	for _, e := range list {
		answer.ids = append(answer.ids, e.ID)
	}
	library := app.Library
	return app.Jobs.Ask(tagsJob, func(ctx context.Context) tea.Msg {
		answer := answer
		if answer.common, answer.err = library.TagsOfAll(ctx, answer.ids); answer.err != nil {
			return answer
		}
		if answer.own, answer.err = shelfNames(library.Tags(ctx)); answer.err != nil {
			return answer
		}
		answer.other, answer.err = shelfNames(library.Topics(ctx))
		return answer
	})
}

// shelfNames returns the names of shelves.
func shelfNames(list []store.Shelf, err error) (names []string, _ error) {
	for _, s := range list {
		names = append(names, s.Name)
	}
	return names, err
}

// askTags opens the question, once it is known which tags there are.
func (app *App) askTags(msg tagsLoaded) tea.Cmd {
	if msg.err != nil {
		app.notice = app.sentence(msg.err)
		return nil
	}
	d := dialog.NewTags(app.Canvas, msg.own, msg.common, msg.other, func(tag string, on bool) dialog.Action {
		return run(app.setTag(msg.ids, tag, on))
	})
	app.pushLate(d, msg.mark)
	return nil
}

// setTag gives a tag to articles, or takes it from them.
func (app *App) setTag(ids []string, tag string, on bool) tea.Cmd {
	library, say := app.Library, app.Words.Several
	about := savedMsg{ids: ids, counted: len(ids) > 1, then: app.renew}
	do := library.UntagAll
	if on {
		do = library.TagAll
	}
	switch several := len(ids) > 1; {
	case on && several:
		about.said = say.TaggedAll
	case on:
		about.said = say.Tagged
	case several:
		about.said = say.UntaggedAll
	default:
		about.said = say.Untagged
	}
	return app.save(about, func(ctx context.Context) (store.Undo, error) { return do(ctx, ids, tag) }, false)
}
