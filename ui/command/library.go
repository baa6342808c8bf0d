package command

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/adrg/xdg"

	"github.com/warraq/warraq/articles/bundled"
	"github.com/warraq/warraq/store"
)

// open opens the library and brings the articles that ship into it.
func (e *env) open(ctx context.Context) (*store.Library, error) {
	if store.UpgradeTakesLong(e.libraryFile()) {
		_, _ = fmt.Fprintln(e.Err, e.words.Progress.Upgrading) // the library is opened all the same
	}
	l, err := store.Open(ctx, e.libraryFile())
	if err != nil {
		return nil, err
	}
	digest, err := bundled.Digest()
	if err == nil { // another version may read the same files otherwise
		err = l.KeepBundled(ctx, versionLine()+" "+digest, bundled.Articles)
	}
	if err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// libraryFile is the path of the library.
func (e *env) libraryFile() string {
	if path := cmp.Or(e.libraryPath, e.Getenv("WARRAQ_LIBRARY")); path != "" {
		return path
	}
	return filepath.Join(xdg.DataHome, "warraq", "library.db")
}

// with runs something on the open library.
func (e *env) with(ctx context.Context, do func(*store.Library) error) error {
	l, err := e.open(ctx)
	if err != nil {
		return err
	}
	return errors.Join(do(l), l.Close())
}
