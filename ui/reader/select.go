package reader

import (
	"warraq/ui/reader/article"
)

// fitChoosing has the keys go to the choosing of a passage as long as there is one.
func (m *Model) fitChoosing() {
	switch is := m.article.Choosing(); {
	case is && m.choosing == nil:
		m.choosing = article.NewChooser(m.article, func() bool { return m.focus == articlePane })
		m.stack.Push(m.choosing)
	case !is && m.choosing != nil:
		m.stack.Close(m.choosing)
		m.choosing = nil
	}
}
