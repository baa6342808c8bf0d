package query

import "fmt"

// ErrorKind says what is wrong with a part of a query.
type ErrorKind uint8

// The kinds.
const (
	BadDay       ErrorKind = iota + 1 // what stands behind after: or before: is no day, month or year
	UnknownState                      // what stands behind is: is no state
	NoTag                             // nothing stands behind tag:
	NoRoot                            // what stands behind root: is no root, nor a word of one
	TooMany                           // more conditions than are looked at
)

var kindNames = map[ErrorKind]string{
	BadDay: "no day, month or year", UnknownState: "no state of an article", NoTag: "no tag", NoRoot: "no root", TooMany: "one condition too many",
}

// Error is a part of a query that was probably meant otherwise than it was taken:
// it is looked for as words, or where there are too many, left out.
type Error struct {
	Kind       ErrorKind
	Start, End int    // where in the query it stands, in bytes
	Value      string // what stands behind the colon
}

// Error says what is wrong and where.
func (e *Error) Error() string {
	return fmt.Sprintf("%q at %d is %s", e.Value, e.Start, kindNames[e.Kind])
}

// fail notes what is wrong with a token, unless that may yet go on, and gives false.
func (q *Query) fail(t queryToken, kind ErrorKind, value string) bool {
	if !t.open {
		q.errors = append(q.errors, &Error{kind, t.start, t.end, value})
	}
	return false
}
