package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
)

// byProgram has the page that is asked for fetched by another program, where its reader
// has named one for it, and reports whether that is so. The program goes over the network
// by itself: it is given no credentials, nor an address that is plainly a private one
// unless that is allowed.
func (f *fetch) byProgram(ctx context.Context) (mine bool, err error) {
	if !f.request.Page || f.client.options.Program == nil {
		return false, nil
	}
	within, cancel := context.WithTimeout(ctx, f.left)
	defer cancel()
	data, mine, err := f.client.options.Program(within, f.at.String(), f.request.MaxBytes)
	if !mine {
		return false, nil
	}
	switch {
	case ctx.Err() != nil:
		return true, fmt.Errorf("asking for %s: %w", shownAddress(f.at.String()), ctx.Err())
	case within.Err() != nil:
		slow := f.fail(ErrTimeout, err)
		slow.Phase = PhaseWhole
		return true, slow
	case err != nil:
		return true, f.fail(ErrProgram, err)
	case int64(len(data)) > f.request.MaxBytes:
		large := f.fail(ErrTooLarge, nil)
		large.Limit = f.request.MaxBytes
		return true, large
	case len(bytes.TrimSpace(data)) == 0:
		return true, f.fail(ErrProgram, errNothing)
	}
	address := f.at.String()
	f.answer = &Answer{Address: address, Permanent: address, Body: data}
	return true, nil
}

// errNothing is a program that wrote nothing.
var errNothing = errors.New("it wrote nothing")
