package pager

import tea "charm.land/bubbletea/v2"

// readAhead is how many blocks are read beyond what is shown.
const readAhead = 4000

// pieceReadMsg is sent when more of the text is there.
type pieceReadMsg struct {
	piece Piece
	last  bool
}

// readPiece asks for more of the text, if more is wanted and none is on its way.
func (m *Model) readPiece() tea.Cmd {
	if m.ended || m.reading {
		return nil
	}
	if !m.view.Following() && !m.view.Seeking() && m.text.Len()-m.view.Anchor().Block > readAhead {
		return nil
	}
	m.reading = true
	more := m.more
	return func() tea.Msg {
		piece, open := <-more
		return pieceReadMsg{piece, !open}
	}
}

// addPiece puts a piece behind the text that is there.
func (m *Model) addPiece(msg pieceReadMsg) tea.Cmd {
	m.reading = false
	for _, p := range msg.piece.Parts {
		m.text.add(p)
	}
	if msg.last || msg.piece.Err != nil {
		m.ended, m.err = true, msg.piece.Err
		m.view.Growing = false
	}
	var seek tea.Cmd
	if m.view.Seeking() {
		seek = m.continueSearch()
	}
	return tea.Batch(m.readPiece(), seek)
}
