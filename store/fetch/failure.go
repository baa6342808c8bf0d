package fetch

import (
	"context"
	"errors"
	"slices"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/greader"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// failureKinds are the kinds of failure that are kept from one fetch to another, by their
// names.
var failureKinds = []struct {
	name string
	kind error
}{
	{"address", web.ErrAddress},
	{"no-host", web.ErrNoHost},
	{"no-server", web.ErrNoServer},
	{"not-found", web.ErrNotFound},
	{"gone", web.ErrGone},
	{"password", web.ErrPassword},
	{"forbidden", web.ErrForbidden},
	{"too-many", web.ErrTooMany},
	{"busy", web.ErrBusy},
	{"server", web.ErrServer},
	{"status", web.ErrStatus},
	{"too-large", web.ErrTooLarge},
	{"timeout", web.ErrTimeout},
	{"redirects", web.ErrRedirects},
	{"scheme", web.ErrScheme},
	{"private", web.ErrPrivate},
	{"certificate", web.ErrCertificate},
	{"not-http", web.ErrNotHTTP},
	{"cut-off", web.ErrCutOff},
	{"encoding", web.ErrEncoding},
	{"credentials", web.ErrCredentials},
	{"secret-hangs", web.ErrSecretHangs},
	{"program", web.ErrProgram},
	{"proxy", web.ErrProxy},
	{"login", greader.ErrLogin},
	{"no-server-of-feeds", greader.ErrNoServer},
	{"answer", greader.ErrAnswer},
	{"no-feed", articles.ErrNoFeed},
	{"damaged", articles.ErrDamaged},
	{"limit", articles.ErrLimit},
	{"empty", articles.ErrEmpty},
	{"binary", articles.ErrBinary},
	{"no-article", articles.ErrNoArticle},
	{"part", articles.ErrPart},
	{"json", articles.ErrJSON},
	{"other-page", ErrOtherPage},
}

// ErrOtherPage is a page that is not that of the article for which it was fetched.
var ErrOtherPage = errors.New("what is served there is not the article")

// FailureOf gives an error as it is kept. Nothing of it is secret.
func FailureOf(err error) store.FetchFailure {
	f := store.FetchFailure{Kind: "other"}
	for _, k := range failureKinds {
		if errors.Is(err, k.kind) {
			f.Kind = k.name
			break
		}
	}
	if wrong, ok := errors.AsType[*web.Error](err); ok {
		f.Status, f.Detail = wrong.Status, wrong.Detail()
	}
	if wrong, ok := errors.AsType[*articles.InputError](err); ok {
		f.Detail = wrong.Detail()
	}
	return f
}

// ErrorOf gives the error of a failure as it was kept, of an address; nil where there is
// none.
func ErrorOf(f store.FetchFailure, address string) error {
	i := slices.IndexFunc(failureKinds, func(k struct {
		name string
		kind error
	}) bool {
		return k.name == f.Kind
	})
	if f.Kind == "" {
		return nil
	}
	var why error
	if f.Detail != "" {
		why = errors.New(f.Detail)
	}
	switch {
	case i < 0:
		return &web.Error{Address: address, Kind: web.ErrStatus, Status: f.Status, Why: why}
	case isOfWeb(failureKinds[i].kind):
		return &web.Error{Address: address, Kind: failureKinds[i].kind, Status: f.Status, Why: why}
	}
	return &articles.InputError{Name: address, Kind: failureKinds[i].kind, Why: why}
}

// isOfWeb tells the kinds of package web: those before what a feed can be.
func isOfWeb(kind error) bool {
	for _, k := range failureKinds {
		if errors.Is(k.kind, articles.ErrNoFeed) {
			return false
		}
		if errors.Is(k.kind, kind) {
			return true
		}
	}
	return false
}

// isStopped tells the error of a context that is done.
func isStopped(err error) bool {
	return errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}
