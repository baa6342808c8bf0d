package visits

import (
	"context"
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"github.com/warraq/warraq/ui/reader/article"
	"github.com/warraq/warraq/ui/reader/dialog"
	"github.com/warraq/warraq/ui/reader/history"
	"github.com/warraq/warraq/ui/reader/jobs"
	"github.com/warraq/warraq/ui/reader/looks"
)

// The kinds of what a preview waits for: until the selection has rested, and the article.
const (
	previewRestJob jobs.Kind = "preview rest"
	previewJob     jobs.Kind = "preview"
)

// previewRest is how long a selection has to stay until its article is shown beside it.
const previewRest = 150 * time.Millisecond

// preview is the article that the list has selected, shown beside it. It is not opened: it
// does not count as read, its position stays, and the way back knows nothing of it.
type preview struct {
	selected selectedArticle
	shown    bool          // the article in its pane is a preview
	left     history.Place // where one was in the article that it took the place of; of no ID for none
}

// selectedArticle is what the list has selected, when that was last looked at, and by which
// query it was found.
type selectedArticle struct{ id, searched string }

// Rested tells that the selection has stayed on an article, for [Visitor.Rested].
type Rested struct{ ID string }

// searched returns the query by which the list found what it lists, "" for none.
func (v *Visitor) searched() string {
	if q := v.panes.List.Query().Query; !q.IsEmpty() {
		return q.Text()
	}
	return ""
}

// showFound goes to the passage in which a search found an article, unless it is to be
// shown at another place.
func (v *Visitor) showFound(to history.Place) {
	if to.Searched == "" || to.At != history.WhereLeft || to.ID != v.panes.Article.Item.ID {
		return
	}
	if found, ok := v.panes.List.Excerpt(to.ID); ok {
		v.panes.Article.ShowPassage(found, false)
	}
}

// changesPreview tells whether the selected article, which is the one that is shown, is to
// be shown otherwise: the open one as it was found, or again as it was. A preview of it is
// marked by what is searched for by now.
func (v *Visitor) changesPreview(now selectedArticle) bool {
	if !v.preview.shown {
		return now.searched != ""
	}
	if now.searched == "" && v.preview.left.ID == now.id {
		return true
	}
	v.panes.Article.Find(article.Finding{Text: now.searched, Query: now.searched != ""})
	v.showFound(history.Place{ID: now.id, At: history.WhereLeft, Searched: now.searched})
	return false
}

// FollowSelection returns what has the article follow the selection of the list, where that
// moved: once it has rested.
func (v *Visitor) FollowSelection() dialog.Action {
	runner := v.context().Jobs
	if !v.has(v.panes.List) || v.panes.IsCovered() {
		runner.Abort(previewRestJob, previewJob)
	}
	e, _ := v.panes.List.Entry()
	now := selectedArticle{e.ID, v.searched()}
	if now == v.preview.selected {
		return nil
	}
	v.preview.selected = now
	runner.Abort(previewRestJob, previewJob)
	if e.ID == "" || !v.canPreview() {
		return nil
	}
	if e.ID == v.panes.Article.Item.ID && !v.changesPreview(now) {
		return nil
	}
	rest := v.Rest
	return dialog.Run{Cmd: runner.Run(runner.Begin(previewRestJob), func(ctx context.Context) tea.Msg {
		select {
		case <-time.After(rest):
		case <-ctx.Done():
		}
		return Rested{e.ID}
	})}
}

// canPreview tells whether the selected article is shown beside the list: an article is
// open, in sight, and no other one is on its way.
func (v *Visitor) canPreview() bool {
	a := v.panes.Article
	return v.panes.Settings.Preview && v.has(v.panes.List) && !v.panes.IsCovered() && v.panes.Shows(v.articleIndex()) &&
		a.Item.ID != "" && a.Wanted == a.Item.ID
}

// Rested returns what shows an article without opening it. The one that was open comes back
// as it was.
func (v *Visitor) Rested(msg Rested) dialog.Action {
	if !v.canPreview() || v.context().Pending.IsRemoved(msg.ID) {
		return nil
	}
	searched := v.searched()
	if v.preview.shown && v.preview.left.ID == msg.ID && searched == "" {
		back := v.preview.left
		back.Focus, back.Panes = v.panes.Focus, nil
		return v.showBy(previewJob, back)
	}
	return v.showBy(previewJob, history.Place{ID: msg.ID, At: history.WhereLeft, Focus: v.panes.Focus, Preview: true, Searched: searched})
}

// previewing notes that a preview takes the place of the open article, which is left as it
// is, and returns what keeps where one was in that.
func (v *Visitor) previewing(to history.Place) dialog.Action {
	if !to.Preview {
		v.endPreview()
		return nil
	}
	if v.preview.shown {
		return nil
	}
	v.preview.left = v.Here()
	save := v.panes.Article.SavePosition()
	v.preview.shown = true
	return save
}

// endPreview notes that no preview is shown any more.
func (v *Visitor) endPreview() {
	v.preview.shown, v.preview.left, v.panes.Article.Preview = false, history.Place{}, false
}

// Adopt returns what opens the article that was shown as a preview, nil where none is: it
// counts as read, and the way back leads to the one before it.
func (v *Visitor) Adopt() dialog.Action {
	if !v.preview.shown {
		return nil
	}
	v.leave()
	v.endPreview()
	return dialog.Many{looks.Changed{Effects: looks.Repaint}, v.CountRead(), v.attendTo(v.panes.Article.Item.ID)}
}

// forgetPreviewed leaves out that articles were open which are gone.
func (v *Visitor) forgetPreviewed(ids []string) {
	if slices.Contains(ids, v.preview.left.ID) {
		v.preview.left = history.Place{}
	}
	if slices.Contains(ids, v.panes.Article.Item.ID) {
		v.preview.shown = true // there is nothing to come back to
	}
}
