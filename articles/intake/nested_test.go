package intake

import (
	"archive/zip"
	"bytes"
	"errors"
	"strconv"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// zippedTimes makes an archive of files with the same contents.
func zippedTimes(t *testing.T, times int, ending string, contents []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := range times {
		f, err := w.Create(strconv.Itoa(i) + ending)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := f.Write(contents); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// Small archives in a small archive cannot hold much more than themselves, though each
// alone is within the limit.
func TestArchivesWithinArchives(t *testing.T) {
	t.Parallel()
	inner := zippedTimes(t, 20, ".txt", []byte("عنوان\n\n"+strings.Repeat("كلمة ", 100_000)))
	outer := zippedTimes(t, 20, ".zip", inner)
	var unpacked int
	var wrong error
	for in, err := range Open(t.Context(), []string{"-"}, bytes.NewReader(outer)) {
		unpacked += len(in.Data)
		wrong = errors.Join(wrong, err)
	}
	var limit *articles.LimitError
	if !errors.As(wrong, &limit) || limit.Name != articles.RatioLimit {
		t.Errorf("it says %v", wrong)
	}
	if unpacked > 64<<20 {
		t.Errorf("%d bytes came out of %d", unpacked, len(outer))
	}
}
