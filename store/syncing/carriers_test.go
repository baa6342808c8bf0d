package syncing_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/warraq/warraq/store/syncing"
)

// What systems and what carries folders leave in them is no other program's folder, and what
// they make of a conflict is a segment like any other, or nothing.
func TestWhatCarriersLeave(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	for _, name := range []string{"desktop.ini", "Thumbs.db", "Icon\r", "System Volume Information", "$RECYCLE.BIN", ".DS_Store", ".stfolder", "lost+found"} {
		check(t, os.WriteFile(filepath.Join(folder, name), []byte("x"), 0o600))
	}
	laptop, server := library(t), library(t)
	add(t, laptop, article(1))
	meet(t, laptop, folder)
	path := segments(t, folder)[0]
	dir, name := filepath.Split(path)
	card, err := os.ReadFile(filepath.Join(dir, "machine.json"))
	check(t, err)
	whole, err := os.ReadFile(path)
	check(t, err)
	check(t, os.Remove(path))
	for _, left := range []string{
		"desktop.ini", "Thumbs.db", ".machine.json.swp", "~syncthing~machine.json.tmp", "machine.sync-conflict-20261130-035500-ABCDEFG.json",
		"machine (conflicted copy 2026-11-30 035500).json", "machine (Sami's conflicted copy 2026-11-30).json", "machine 2.json", "machine-LAPTOP.json",
		"machine.json.conflict1", "machine.json.orig", "machine_conflict-20261130-035500.json", "machine.json~",
	} {
		check(t, os.WriteFile(filepath.Join(dir, left), card, 0o600))
	}
	for i, form := range []string{
		"%.sync-conflict-20261130-035500-ABCDEFG.segment", "% (conflicted copy 2026-11-30 035500).segment", "% (Sami's conflicted copy 2026-11-30).segment",
		"% 2.segment", "%-LAPTOP.segment", "%.segment.conflict1", "%_conflict-20261130-035500.segment", "%.segment.orig", "%.segment",
	} {
		other := library(t)
		to := filepath.Join(dir, strings.ReplaceAll(form, "%", strings.TrimSuffix(name, ".segment")))
		check(t, os.WriteFile(to, whole, 0o600))
		r := meet(t, other, folder)
		if idOf(t, other, article(1).Title) == "" {
			t.Errorf("from %s nothing comes", form)
		}
		for _, n := range r.Notices {
			if n.Kind != syncing.SameName {
				t.Errorf("%d: noticed is %+v", i, n)
			}
		}
		check(t, os.Remove(to))
	}
	check(t, os.WriteFile(path, whole, 0o600))
	meetAll(t, folder, laptop, server)
	equal(t, laptop, server)
}

// A key of the folder of which half has come is no wrong passphrase; it is waited for, and no
// other is made meanwhile.
func TestKeyOnItsWay(t *testing.T) {
	t.Parallel()
	folder := t.TempDir()
	laptop, server := library(t), library(t)
	add(t, laptop, article(1))
	const right = "كلمة"
	_, err := syncing.Sync(t.Context(), laptop, syncing.Options{Folder: folder, Name: "laptop", Lock: syncing.NewPassphraseLock(right)})
	check(t, err)
	keys, err := filepath.Glob(filepath.Join(folder, "keys", "*.age"))
	check(t, err)
	whole, err := os.ReadFile(keys[0])
	check(t, err)
	for _, part := range []int{0, 1, len(whole) / 2, len(whole) - 1} {
		check(t, os.WriteFile(keys[0], whole[:part], 0o600))
		_, err = syncing.Sync(t.Context(), server, syncing.Options{Folder: folder, Name: "server", Lock: syncing.NewPassphraseLock(right)})
		if !errors.Is(err, syncing.ErrKeyTorn) || errors.Is(err, syncing.ErrPassphrase) {
			t.Errorf("of %d bytes it says %v", part, err)
		}
	}
	if now, _ := filepath.Glob(filepath.Join(folder, "keys", "*")); len(now) != 1 {
		t.Errorf("there are %q", now)
	}
	check(t, os.WriteFile(keys[0], whole, 0o600))
	check(t, os.WriteFile(strings.TrimSuffix(keys[0], ".age")+".sync-conflict-20261130-035500-ABCDEFG.age", whole[:9], 0o600))
	_, err = syncing.Sync(t.Context(), server, syncing.Options{Folder: folder, Name: "server", Lock: syncing.NewPassphraseLock(right)})
	check(t, err)
	equal(t, laptop, server)
}
