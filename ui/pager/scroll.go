package pager

// textRows is how many rows of the screen show the text.
func (m *Model) textRows() int { return max(0, m.height-footerRows) }

// resizeView gives the text the room that the screen has for it.
func (m *Model) resizeView() {
	width := max(1, m.width)
	if m.options.Width > 0 {
		width = min(m.options.Width, width)
	}
	m.view.SetSize(width, m.textRows())
}

// scroll moves by rows. Down at the end of what is there goes along with what
// comes.
func (m *Model) scroll(rows int) {
	m.view.LeaveHit()
	m.view.Scroll(rows)
}

// scrollToStart shows the beginning.
func (m *Model) scrollToStart() {
	m.view.LeaveHit()
	m.view.ScrollToStart()
}

// follow shows the end, and what comes after it.
func (m *Model) follow() {
	m.view.LeaveHit()
	m.view.Follow()
}
