//go:build unix

package command_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestBackupCommand(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	environ := []string{"WARRAQ_LIBRARY=" + filepath.Join(folder, "library.db"), "WARRAQ_LANG=en"}
	to := filepath.Join(folder, "copy.db")
	if out, wrong, status := run(t, environ, "backup", to); status != 0 || out != to+"\n" || wrong != "" {
		t.Fatalf("status %d, %q, %s", status, out, wrong)
	}
	there, _, _ := run(t, environ, "list")
	if copied, _, _ := run(t, environ, "list", "--library", to); copied != there || copied == "" {
		t.Errorf("the copy has\n%s", copied)
	}
	if _, wrong, status := run(t, environ, "backup", to); status != 1 || !strings.Contains(wrong, "left as it is") {
		t.Errorf("over a file: status %d, %s", status, wrong)
	}
	if _, wrong, status := run(t, environ, "backup", filepath.Join(to, "x")); status != 1 || !strings.Contains(wrong, "not a directory") {
		t.Errorf("below a file: status %d, %s", status, wrong)
	}
}

func glob(t *testing.T, pattern string) []string {
	t.Helper()
	paths, err := filepath.Glob(pattern)
	if err != nil {
		t.Fatal(err)
	}
	return paths
}

// A library that is damaged is said to be, and is whole after a repair.
func TestDoctorRepair(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	library := filepath.Join(folder, "library.db")
	environ := []string{"WARRAQ_LIBRARY=" + library, "WARRAQ_LANG=en"}
	if out, wrong, status := run(t, environ, "list"); status != 0 {
		t.Fatalf("%s%s", out, wrong)
	}
	data, err := os.ReadFile(library)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(string(data), "ورّاق")
	data[at] ^= 4
	if err := os.WriteFile(library, data, 0o600); err != nil {
		t.Fatal(err)
	}
	out, wrong, status := run(t, environ, "doctor")
	if status != 1 || !strings.Contains(out, "damaged") || !strings.Contains(wrong, "--repair") {
		t.Errorf("status %d\n%s%s", status, out, wrong)
	}
	out, wrong, status = run(t, environ, "doctor", "--repair")
	if status != 0 || !strings.Contains(out, "20 articles") || len(glob(t, library+".damaged-*")) != 1 {
		t.Errorf("status %d\n%s%s", status, out, wrong)
	}
	if err := os.WriteFile(library, []byte("nothing of a library"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, wrong, status = run(t, environ, "doctor", "--repair"); status != 1 || !strings.Contains(wrong, "not a library") {
		t.Errorf("without a copy: status %d, %s", status, wrong)
	}
	if err := os.Mkdir(filepath.Join(folder, "backups"), 0o700); err != nil {
		t.Fatal(err)
	}
	other := []string{"WARRAQ_LIBRARY=" + filepath.Join(folder, "other.db")}
	if out, wrong, status = run(t, other, "backup", filepath.Join(folder, "backups", "library-2026-11-01.db")); status != 0 {
		t.Fatalf("%s%s", out, wrong)
	}
	out, wrong, status = run(t, environ, "doctor", "--repair")
	if status != 0 || !strings.Contains(out, "library-2026-11-01.db") {
		t.Errorf("with a copy: status %d\n%s%s", status, out, wrong)
	}
	if out, wrong, status = run(t, environ, "doctor"); status != 0 || !strings.Contains(out, "intact") {
		t.Errorf("in the end: status %d\n%s%s", status, out, wrong)
	}
	damaged := len(glob(t, library+".damaged-*"))
	out, wrong, status = run(t, environ, "doctor", "--repair")
	if status != 0 || !strings.Contains(out, "intact") || len(glob(t, library+".damaged-*")) != damaged {
		t.Errorf("what is whole: status %d\n%s%s", status, out, wrong)
	}
}
