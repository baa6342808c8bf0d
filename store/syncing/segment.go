package syncing

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/warraq/warraq/store"
)

// A segment is a line that says what it is, and rows: JSON, one a line, compressed, and
// encrypted where there is a key.
const (
	segmentHead   = "warraq segment "
	plainSegment  = segmentHead + "1 gzip\n"
	lockedSegment = segmentHead + "1 gzip age\n"
	longestHead   = 64
)

// The bounds of a segment that is read: of its file, and of its rows.
const (
	largestSegment = 64 << 20
	largestRows    = 512 << 20
)

// Why a segment is not read.
var (
	errTorn   = errors.New("its bytes are not those that it is named by")
	errNewer  = errors.New("it was written by a newer version of Warraq")
	errLocked = errors.New("it is encrypted")
	errBroken = errors.New("its rows cannot be read")
)

// hashOf names bytes.
func hashOf(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:16])
}

// fileName gives the name of a segment.
func fileName(number int, hash string) string {
	return fmt.Sprintf("%08d-%s%s", number, hash, segmentEnd)
}

// isWhole tells whether the bytes of a segment are those that it is named by.
func (f *segmentFile) isWhole() bool {
	data, err := f.bytes()
	return err == nil && hashOf(data) == f.hash
}

// isComplete tells whether the file is not empty, as those are that a disk lost.
func (f *segmentFile) isComplete() bool { return f.size > 0 }

func (f *segmentFile) bytes() ([]byte, error) {
	if f.size > largestSegment {
		return nil, fmt.Errorf("%w: it is larger than %d MB", errBroken, largestSegment>>20)
	}
	data, err := readFile(f.path, largestSegment)
	if err != nil {
		return nil, fmt.Errorf("reading a segment: %w", err)
	}
	return data, nil
}

// readSegment reads the rows of a segment.
func (f *segmentFile) readSegment(lock *Lock) ([]store.SyncRow, error) {
	data, err := f.bytes()
	if err != nil {
		return nil, err
	}
	if hashOf(data) != f.hash {
		return nil, errTorn
	}
	return decodeSegment(data, lock)
}

// decodeSegment reads the rows of a segment from its bytes.
func decodeSegment(data []byte, lock *Lock) ([]store.SyncRow, error) {
	end := bytes.IndexByte(data[:min(len(data), longestHead)], '\n')
	if end < 0 {
		return nil, errBroken
	}
	head, body := string(data[:end+1]), io.Reader(bytes.NewReader(data[end+1:]))
	switch {
	case head == plainSegment:
	case head == lockedSegment && lock == nil:
		return nil, errLocked
	case head == lockedSegment:
		var err error
		if body, err = lock.open(body); err != nil {
			return nil, fmt.Errorf("%w: %w", errLocked, err)
		}
	case strings.HasPrefix(head, segmentHead):
		return nil, errNewer
	default:
		return nil, errBroken
	}
	return decodeRows(body)
}

func decodeRows(body io.Reader) ([]store.SyncRow, error) {
	unpacked, err := gzip.NewReader(body)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errBroken, err)
	}
	limited := &io.LimitedReader{R: unpacked, N: largestRows}
	decoder := json.NewDecoder(bufio.NewReaderSize(limited, 64<<10))
	var rows []store.SyncRow
	for {
		var row store.SyncRow
		switch err := decoder.Decode(&row); {
		case errors.Is(err, io.EOF):
			return rows, nil
		case limited.N <= 0:
			return nil, fmt.Errorf("%w: they are more than %d MB", errBroken, largestRows>>20)
		case err != nil:
			return nil, fmt.Errorf("%w: %w", errBroken, err)
		}
		rows = append(rows, row)
	}
}

// segmentWriter puts rows together to the bytes of a segment.
type segmentWriter struct {
	lock   *Lock
	bytes  bytes.Buffer
	locked io.WriteCloser // nil where nothing is encrypted
	packed *gzip.Writer
	rows   int
	size   int // of the rows
	weight int // of the rows; see store.SyncTextWeight
}

func newSegmentWriter(lock *Lock) (*segmentWriter, error) {
	w := &segmentWriter{lock: lock}
	var to io.Writer = &w.bytes
	if lock == nil {
		w.bytes.WriteString(plainSegment)
	} else {
		w.bytes.WriteString(lockedSegment)
		var err error
		if w.locked, err = lock.seal(&w.bytes); err != nil {
			return nil, err
		}
		to = w.locked
	}
	w.packed = gzip.NewWriter(to)
	return w, nil
}

// add adds a row.
func (w *segmentWriter) add(row *store.SyncRow) error {
	line, err := json.Marshal(row)
	if err != nil {
		return fmt.Errorf("writing a row: %w", err)
	}
	w.rows++
	w.weight++
	if row.IsText() {
		w.weight += store.SyncTextWeight - 1
	}
	w.size += len(line) + 1
	_, err = w.packed.Write(append(line, '\n'))
	return err //nolint:wrapcheck // into memory
}

// end gives the bytes.
func (w *segmentWriter) end() ([]byte, error) {
	err := w.packed.Close()
	if w.locked != nil {
		err = errors.Join(err, w.locked.Close())
	}
	return w.bytes.Bytes(), err
}
