package run

import (
	"fmt"
	"regexp"
	"strconv"
	"sync"

	"github.com/charmbracelet/x/vt"
)

// A program sets the rows that scroll for the screen that it knows, which may have become
// smaller meanwhile (DECSTBM; columns likewise, DECSLRM). Terminals take what is beyond the
// screen for its end; the emulator does not, and fails at the next line that is inserted.

// marginsPattern is a sequence that sets margins; begunSequence is the start of a sequence at
// the end of what came.
var (
	marginsPattern = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b\[(\d*);(\d*)([rs])`) })
	begunSequence  = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\x1b(\[[\d;]{0,12})?$`) })
)

// withinScreen gives what a program wrote with margins that are on the screen. Ones that no
// part of the screen is between are none, as to terminals.
func withinScreen(written []byte, width, height int) []byte {
	return marginsPattern().ReplaceAllFunc(written, func(sequence []byte) []byte {
		m := marginsPattern().FindSubmatch(sequence)
		end := height
		if m[3][0] == 's' {
			end = width
		}
		first, last := atLeastOne(m[1], 1, end), atLeastOne(m[2], end, end)
		if first >= last {
			return nil
		}
		return fmt.Appendf(nil, "\x1b[%d;%d%c", first, last, m[3][0])
	})
}

// atLeastOne reads a number of a sequence, no greater than some end; 0 and none are another.
func atLeastOne(digits []byte, usual, end int) int {
	n, err := strconv.Atoi(string(digits))
	switch {
	case len(digits) == 0 || n == 0:
		return usual
	case err != nil:
		return end
	}
	return min(n, end)
}

// writeTo gives an emulator what a program wrote. Where it fails at that, it goes on with what
// comes next, with the whole screen scrolling: no program ends by a sequence that it wrote.
func writeTo(e *vt.Emulator, written []byte) {
	defer func() {
		if recover() != nil {
			e.Resize(e.Width(), e.Height())
		}
	}()
	_, _ = e.Write(withinScreen(written, e.Width(), e.Height()))
}
