package jsontext

// Elements tells where the elements of a list end, of which it sees one part after
// another.
type Elements struct {
	depth    int
	inString bool
	escaped  bool
	comment  byte // what began the comment that is open, '/' or '*'; 0 for none
	before   byte // what stood before, of a comment and of a slash
}

// Event is what happens in a list.
type Event int

// Events of a list.
const (
	GoesOn      Event = iota // the part ended within an element or between two
	EndsOne                  // an element ended, which was an object or a list
	PartsValues              // a comma stands between two
	EndsAll                  // the list ended
	OfNothing                // what stands there is no element
)

// Next goes on through a part up to the next event, and returns how far that is.
func (e *Elements) Next(part []byte) (n int, event Event) {
	for i, c := range part {
		if e.comments(c) {
			continue
		}
		switch {
		case e.inString:
			switch {
			case e.escaped:
				e.escaped = false
			case c == '\\':
				e.escaped = true
			case c == '"':
				e.inString = false
			}
		case c == '"' && e.depth > 0:
			e.inString = true
		case c == '{', c == '[' && e.depth > 0:
			e.depth++
		case (c == '}' || c == ']') && e.depth > 0:
			if e.depth--; e.depth == 0 {
				return i + 1, EndsOne
			}
		case e.depth > 0, c == ' ', c == '\t', c == '\n', c == '\r':
		case c == ',':
			return i + 1, PartsValues
		case c == ']':
			return i + 1, EndsAll
		default:
			return i + 1, OfNothing
		}
	}
	return len(part), GoesOn
}

// comments reports whether a byte belongs to a comment, or is the slash that may begin one.
func (e *Elements) comments(c byte) bool {
	before := e.before
	if e.before = c; e.inString {
		return false
	}
	switch {
	case e.comment == '/' && c == '\n', e.comment == '*' && before == '*' && c == '/':
		e.comment, e.before = 0, 0
		return true
	case e.comment != 0:
		return true
	case before == '/' && (c == '/' || c == '*'):
		e.comment, e.before = c, 0
		return true
	}
	return c == '/'
}
