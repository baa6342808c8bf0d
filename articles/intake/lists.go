package intake

import (
	"bufio"
	"bytes"
	"errors"
	"io"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/omnivore"
	"github.com/warraq/warraq/articles/jsontext"
	"github.com/warraq/warraq/articles/pattern"
	"github.com/warraq/warraq/articles/text"
)

// jsonList is a file in JSON that may be of any size: a head, then what a list holds.
type jsonList struct {
	begins *pattern.Pattern // how a file of its kind begins, as far as its list
	end    string           // what closes a piece
	says   *pattern.Pattern // what stands in its head, nil for anything
}

// scalarSource is a value in JSON that holds no object, or one that holds no other.
const scalarSource = `(?:"(?:[^"\\]|\\.)*"|[-+.\w]+|\{[^{}\[\]]*\}|\[[^{}\[\]]*\]|\[\s*\{[^{}\[\]]*\}\s*\])`

// listFormats are those of which the large ones are read piece by piece: arrays of objects, and
// feeds.
var listFormats = []jsonList{
	{pattern.New(`^\s*\[\s*\{\s*"`), "]", nil},
	{pattern.New(`^\s*\{\s*(?:"[^"]*"\s*:\s*` + scalarSource + `\s*,\s*)*"items"\s*:\s*\[\s*\{\s*"`), "]}", jsonFeed},
}

// conversationLists are exports of channels. They are read as a whole up to the limit, so
// that each message is there to those that answer it, and piece by piece beyond it.
var conversationLists = []jsonList{
	{pattern.New(`^\s*\{\s*(?:"[^"]*"\s*:\s*` + scalarSource + `\s*,\s*)*"messages"\s*:\s*\[\s*\{\s*"`), "]}", channelPattern},
}

// listOf returns the kind of list that a stream begins as and how long its head is, up to
// what opens the list; nil for none.
func listOf(name string, head []byte, kinds []jsonList) (*jsonList, int) {
	bom := len(head) - len(bytes.TrimPrefix(head, []byte("\uFEFF")))
	beginning := string(head[bom:min(len(head), dumpHead)])
	for i := range kinds {
		at := kinds[i].begins.FindStringIndex(beginning)
		if at == nil || omnivore.IsTable(name) || kinds[i].says != nil && !kinds[i].says.MatchString(beginning[:at[1]]) {
			continue
		}
		return &kinds[i], bom + bytes.LastIndexByte([]byte(beginning[:at[1]]), '[') + 1
	}
	return nil, 0
}

// How a feed in JSON says that it is one, and an export of Telegram that it is a channel's:
// what is said in a conversation is no article by itself.
var (
	jsonFeed       = pattern.New(`"version"\s*:\s*"https?:\\?/\\?/jsonfeed\.org`)
	channelPattern = pattern.New(`"type"\s*:\s*"(?:public_channel|private_channel|channel|saved_messages)"`)
)

// listPieces gives a list in pieces, of which each is a list as the whole is. An element
// that is too long ends it.
func (o *opener) listPieces(name string, l *jsonList, head int, b *bufio.Reader) bool {
	r := records{opener: o, dump: &dump{end: l.end}, name: name, withFiles: true}
	r.head = make([]byte, head)
	if _, err := io.ReadFull(b, r.head); err != nil {
		return o.yield(failedInput(name, err))
	}
	r.piece, r.whole, r.lines = bytes.Clone(r.head), head, bytes.Count(r.head, []byte("\n"))
	var in jsontext.Elements
	for {
		_, err := b.Peek(1)
		part, _ := b.Peek(b.Buffered())
		switch {
		case o.budget.Spent != nil:
			return o.refuse(name, articles.ErrLimit, o.budget.Spent)
		case len(part) > 0:
		case errors.Is(err, io.EOF):
			return r.broken(io.ErrUnexpectedEOF)
		case o.nesting > 0:
			return o.refuse(name, errorKind(err), err)
		default:
			return o.yield(failedInput(name, err))
		}
		n, event := in.Next(part)
		r.piece = append(r.piece, part[:n]...)
		_, _ = b.Discard(n) // they are there
		switch event {
		case jsontext.EndsOne:
			if r.whole = len(r.piece); r.whole-head >= pieceSize && !r.give([]byte(r.end)) {
				return false
			}
		case jsontext.PartsValues:
			if r.whole == head { // the first of a piece has nothing before it
				r.piece = r.piece[:len(r.piece)-1]
			}
		case jsontext.EndsAll:
			return r.rest(b)
		case jsontext.OfNothing:
			return r.broken(errNoElement)
		case jsontext.GoesOn:
			if r.isTooLong() {
				return r.tooLong()
			}
		}
	}
}

// errNoElement says that something else stands in a list than objects.
var errNoElement = errors.New("what stands there is no object")

// broken gives what came before the place at which a list cannot be read on, and refuses
// the rest.
func (r *records) broken(why error) bool {
	line := r.lines + bytes.Count(r.piece[len(r.head):], []byte("\n")) + 1
	if r.whole > len(r.head) && !r.give([]byte(r.end)) {
		return false
	}
	return r.yield(Input{Name: r.name}, &articles.InputError{Name: text.CleanLine(r.name), Line: line, Kind: articles.ErrJSON, Why: why})
}

// rest gives the last piece of a list with what stands behind it, unless nothing does.
func (r *records) rest(b *bufio.Reader) bool {
	const most = 1 << 20 // bytes behind a list
	behind, err := io.ReadAll(io.LimitReader(b, most))
	if err != nil {
		return r.yield(failedInput(r.name, err))
	}
	if r.wrote && r.whole == len(r.head) && len(bytes.TrimSpace(r.piece[r.whole:])) == 1 {
		return true
	}
	r.piece = append(r.piece, behind...)
	r.whole = len(r.piece)
	return r.give(nil)
}
