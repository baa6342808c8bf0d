package pager

import tea "charm.land/bubbletea/v2"

// ahead is how many blocks are read beyond what is shown.
const ahead = 4000

// came is sent when more of the text is there.
type came struct {
	piece Piece
	last  bool
}

// read asks for more of the text, if more is wanted and none is on its way.
func (m *Model) read() tea.Cmd {
	if m.ended || m.reading {
		return nil
	}
	if !m.following && m.seeking == nil && len(m.blocks)-m.top.block > ahead {
		return nil
	}
	m.reading = true
	more := m.more
	return func() tea.Msg {
		piece, open := <-more
		return came{piece, !open}
	}
}

// took puts a piece behind the text that is there.
func (m *Model) took(msg came) tea.Cmd {
	m.reading = false
	m.blocks = append(m.blocks, msg.piece.Blocks...)
	if msg.last || msg.piece.Err != nil {
		m.ended, m.err = true, msg.piece.Err
	}
	if m.following {
		m.top = m.lastTop()
	}
	var seek tea.Cmd
	if m.seeking != nil {
		seek = m.seek()
	}
	return tea.Batch(m.read(), seek)
}
