package wacz

import (
	"archive/zip"
	"strings"
	"testing"
)

// A collection is told by its files.
func TestIs(t *testing.T) {
	t.Parallel()
	for names, want := range map[string]bool{
		"datapackage.json archive/data.warc.gz indexes/index.cdx.gz": true, "archive/data.warc.gz": false, "datapackage.json data.csv": false,
	} {
		var files []*zip.File
		for name := range strings.FieldsSeq(names) {
			files = append(files, &zip.File{FileHeader: zip.FileHeader{Name: name}})
		}
		if got := Is(files); got != want {
			t.Errorf("%s: %v", names, got)
		}
	}
}

// The hosts are those of the pages that are listed.
func TestHosts(t *testing.T) {
	t.Parallel()
	got := Hosts(strings.NewReader(`{"format":"json-pages-1.0","id":"pages"}` + "\n" + `{"url":"https://www.marsa.example/a#x","title":"أ"}` + "\nbroken\n" + `{"url":"http://Marsa.example:8080"}`))
	if len(got) != 1 || !got[Host("https://m.marsa.example/b")] {
		t.Errorf("got %v", got)
	}
	if got := Hosts(strings.NewReader(`{"format":"json-pages-1.0"}`)); got != nil {
		t.Errorf("of none it gives %v", got)
	}
}

// FuzzHosts reads any list without a fault.
func FuzzHosts(f *testing.F) {
	f.Add(`{"url":"http://[::1]:80/"}`)
	f.Fuzz(func(_ *testing.T, list string) { Hosts(strings.NewReader(list)) })
}
