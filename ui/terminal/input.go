package terminal

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"time"
)

// MaxPaste is the most bytes of one paste that come through; what is beyond is left
// out. Whoever takes a paste of so many says that it was too long.
const MaxPaste = 4 << 20

// pasteSilence is after how long without input a paste is taken to have ended though
// its end has not come: what is typed then is typed.
const pasteSilence = time.Second

// The brackets around a paste (mode 2004).
var pasteBegin, pasteEnd = []byte("\x1b[200~"), []byte("\x1b[201~")

// Input is a terminal's input for tea.WithInput. It bounds what is pasted, and ends a
// paste that does not end: a program would else take all keys for a part of it.
type Input struct {
	*os.File
	source io.Reader // the file, or the other end of a connection
	now    func() time.Time

	pasting bool
	pasted  int       // bytes of the paste
	last    time.Time // when something came
	begun   []byte    // the beginning of a bracket at the end of what was read
}

// NewInput returns the input of a terminal.
func NewInput(f *os.File) *Input { return &Input{File: f, source: f, now: time.Now} }

// Read reads from the terminal.
func (in *Input) Read(p []byte) (int, error) {
	room := len(p) - 2*len(pasteEnd) // for an end that is put in, and for what was held back
	if room <= 0 {
		n, err := in.source.Read(p)
		return n, wrapRead(err)
	}
	buffer := make([]byte, room)
	n, err := in.source.Read(buffer)
	return len(in.pass(p[:0], buffer[:n])), wrapRead(err)
}

func wrapRead(err error) error {
	if err == nil {
		return nil
	}
	if errors.Is(err, io.EOF) {
		return err // who reads looks for it
	}
	return fmt.Errorf("reading from the terminal: %w", err)
}

// pass appends what comes through of what was read.
func (in *Input) pass(dst, read []byte) []byte {
	now := in.now()
	if in.pasting && now.Sub(in.last) > pasteSilence {
		dst = in.end(dst)
	}
	in.last = now
	read = append(in.begun, read...)
	in.begun = nil
	for len(read) > 0 {
		bracket := pasteBegin
		if in.pasting {
			bracket = pasteEnd
		}
		at := bytes.Index(read, bracket)
		if at < 0 {
			held := incompleteLength(read, bracket)
			if in.pasting {
				in.begun = bytes.Clone(read[len(read)-held:])
			} else {
				held = 0 // keys are not kept waiting; a bracket that comes in two is no longer found
			}
			return in.plain(dst, read[:len(read)-held])
		}
		dst = in.plain(dst, read[:at])
		dst = append(dst, bracket...)
		read = read[at+len(bracket):]
		in.pasting, in.pasted = !in.pasting, 0
	}
	return dst
}

// plain appends what is no bracket: of a paste no more than it may have.
func (in *Input) plain(dst, text []byte) []byte {
	if in.pasting {
		text = text[:min(len(text), MaxPaste-in.pasted)]
		in.pasted += len(text)
	}
	return append(dst, text...)
}

// end ends a paste that has not ended.
func (in *Input) end(dst []byte) []byte {
	dst = append(in.plain(dst, in.begun), pasteEnd...)
	in.pasting, in.begun = false, nil
	return dst
}

// incompleteLength is how many bytes at the end of a text begin a bracket.
func incompleteLength(text, bracket []byte) int {
	for n := min(len(text), len(bracket)-1); n > 0; n-- {
		if bytes.HasSuffix(text, bracket[:n]) {
			return n
		}
	}
	return 0
}
