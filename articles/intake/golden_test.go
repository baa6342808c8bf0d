package intake

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden are the endings of what the fixtures should give.
const golden = ".golden.json"

// Every fixture gives exactly what stands in the golden file beside it: the
// articles as the command line would print them, and the error, if any.
func TestFixtures(t *testing.T) {
	t.Parallel()
	for _, path := range fixtures(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			got := printed(t, filepath.Base(path), data)
			if *update {
				if err = os.WriteFile(path+golden, got, 0o600); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path + golden)
			if err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(got, want) {
				t.Errorf("differs from %s%s; got:\n%s", path, golden, got)
			}
		})
	}
}

// fixtures are the inputs under testdata.
func fixtures(t testing.TB) []string {
	t.Helper()
	all, err := filepath.Glob("testdata/*")
	if err != nil {
		t.Fatal(err)
	}
	var paths []string
	for _, path := range all {
		if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && !strings.HasSuffix(path, golden) {
			paths = append(paths, path)
		}
	}
	if len(paths) == 0 {
		t.Fatal("there are no fixtures")
	}
	return paths
}

// printed is what comes of an input, as indented JSON.
func printed(t *testing.T, name string, data []byte) []byte {
	t.Helper()
	list, err := Read(name, data)
	result := struct {
		Error    string          `json:"error,omitempty"`
		Articles []articles.JSON `json:"articles"`
	}{Articles: []articles.JSON{}}
	if err != nil {
		result.Error = err.Error()
	}
	for _, a := range list {
		result.Articles = append(result.Articles, a.JSON())
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(result); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
