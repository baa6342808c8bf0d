//go:build unix

package command_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// What was published since a day is written out alone; what is no day is said.
func TestExportSince(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	library := "WARRAQ_LIBRARY=" + filepath.Join(folder, "library.db")
	var lines strings.Builder
	for i, published := range []time.Time{time.Now(), time.Now().AddDate(0, 0, -1), time.Now().AddDate(0, 0, -9)} {
		fmt.Fprintf(&lines, `{"title":"خبر رقم %d","body":"نص الخبر","published":%q}`+"\n", i, published.Format(time.RFC3339))
	}
	file := filepath.Join(folder, "news.jsonl")
	if err := os.WriteFile(file, []byte(lines.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, wrong, status := run(t, []string{library}, "add", file); status != 0 {
		t.Fatal(wrong)
	}
	for _, tt := range []struct {
		args   []string
		status int
		has    []string
		hasNot []string
	}{
		{[]string{"--since", "yesterday"}, 0, []string{"رقم 0", "رقم 1"}, []string{"رقم 2"}},
		{[]string{"--since", "أمس", "--format", "html"}, 0, []string{"رقم 0", "رقم 1"}, []string{"رقم 2"}},
		{[]string{"--since", "2000"}, 0, []string{"رقم 0", "رقم 2"}, nil},
		{[]string{"--since", "2000", "--format", "html"}, 0, []string{"رقم 0", "رقم 2"}, nil},
		{[]string{"--since", "2024-13"}, 2, nil, nil},
	} {
		out, wrong, status := run(t, []string{library}, append([]string{"export"}, tt.args...)...)
		if status != tt.status || status != 0 && !strings.Contains(wrong, "2024-13") {
			t.Errorf("%q: status %d, %s", tt.args, status, wrong)
		}
		for _, has := range tt.has {
			if !strings.Contains(out, has) {
				t.Errorf("%q: %s is not there", tt.args, has)
			}
		}
		for _, has := range tt.hasNot {
			if strings.Contains(out, has) {
				t.Errorf("%q: %s is there", tt.args, has)
			}
		}
	}
}
