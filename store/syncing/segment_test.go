package syncing

import (
	"bytes"
	"compress/gzip"
	"errors"
	"slices"
	"testing"

	"github.com/warraq/warraq/store"
)

// writeRows makes a segment of rows.
func writeRows(t testing.TB, rows []store.SyncRow) []byte {
	t.Helper()
	w, err := newSegmentWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i := range rows {
		if err = w.add(&rows[i]); err != nil {
			t.Fatal(err)
		}
	}
	data, err := w.end()
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(data)
}

// packedSegment is a segment whose rows are some text.
func packedSegment(text string) []byte {
	b := bytes.NewBufferString(plainSegment)
	w := gzip.NewWriter(b)
	_, _ = w.Write([]byte(text))
	_ = w.Close()
	return b.Bytes()
}

// Whatever bytes a folder holds, they are rows or one of the reasons why a segment is not
// read; rows that are read are written as the same rows.
func FuzzSegment(f *testing.F) {
	f.Add(writeRows(f, nil))
	f.Add(packedSegment(`{"u":"a","f":"read","t":"00f","m":"one","v":true}` + "\n" + `{"u":"b","f":"content","t":"010","m":"two","v":null,"a":{"title":"خبر"},"k":["k"]}` + "\n"))
	f.Add(packedSegment(`{"u":"a"}` + "\n{"))
	f.Add(packedSegment("[[[["))
	f.Add([]byte(plainSegment))
	f.Add([]byte(lockedSegment + "age-encryption.org/v1\n"))
	f.Add([]byte(segmentHead + "2 zstd\n"))
	f.Add([]byte("something else"))
	reasons := []error{errTorn, errNewer, errLocked, errBroken}
	f.Fuzz(func(t *testing.T, data []byte) {
		rows, err := decodeSegment(data, nil)
		if err != nil {
			if !slices.ContainsFunc(reasons, func(reason error) bool { return errors.Is(err, reason) }) {
				t.Errorf("no reason that is known: %v", err)
			}
			return
		}
		written := writeRows(t, rows)
		again, err := decodeSegment(written, nil)
		if err != nil || len(again) != len(rows) {
			t.Fatalf("%d rows became %d, %v", len(rows), len(again), err)
		}
		if !bytes.Equal(writeRows(t, again), written) {
			t.Error("what is read is written otherwise")
		}
	})
}
