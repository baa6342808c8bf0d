package web

import (
	"context"
	"errors"
	"strings"
	"time"

	"github.com/warraq/warraq/articles/text"
)

// The kinds of thing that can be wrong with a request. Every error of [Client.Get] but
// that of a context is an [*Error] of one of them.
var (
	ErrAddress     = errors.New("it is no address on the web")
	ErrNoHost      = errors.New("there is no such host")
	ErrNoServer    = errors.New("no connection could be made")
	ErrNotFound    = errors.New("there is no such page")                   // 404
	ErrGone        = errors.New("it is gone for good")                     // 410
	ErrPassword    = errors.New("it asks for a password")                  // 401
	ErrForbidden   = errors.New("the server does not give it to us")       // 403, 451
	ErrTooMany     = errors.New("it was asked for too often")              // 429; see Until
	ErrBusy        = errors.New("the server is busy")                      // 503; see Until
	ErrServer      = errors.New("something is wrong with the server")      // other 5xx
	ErrStatus      = errors.New("the server refuses the request")          // any other status; see Status
	ErrTooLarge    = errors.New("it is too large")                         // see Limit
	ErrTimeout     = errors.New("it took too long")                        // see Phase
	ErrRedirects   = errors.New("it redirects too often or in a circle")   // more than [MaxRedirects]
	ErrScheme      = errors.New("it redirects to what is not on the web")  // file:, ftp:, https to http; see To
	ErrPrivate     = errors.New("it leads into a private network")         // see To
	ErrCertificate = errors.New("the server cannot prove which one it is") // TLS
	ErrNotHTTP     = errors.New("what answers there does not speak HTTP")
	ErrCutOff      = errors.New("the answer was cut off") // [Answer.Body] has what came
	ErrEncoding    = errors.New("the answer is packed in a way that cannot be read")
	ErrCredentials = errors.New("the password could not be had")        // [Options.Credentials] failed
	ErrSecretHangs = errors.New("what gives the password does not end") // the same, as it says itself
	ErrProxy       = errors.New("the proxy does not lead there")        // 407 too
	ErrProgram     = errors.New("the program that fetches it failed")
)

// KindOfSecret returns the kind of an error by which a password could not be had.
func KindOfSecret(err error) error {
	if errors.Is(err, ErrSecretHangs) {
		return ErrSecretHangs
	}
	return ErrCredentials
}

// IsPassing tells of what a request failed with whether it may go well another time: the
// server was not reached, or was busy, the answer was cut off, or its reader stopped it. What
// is not there, not given or too large will not be.
func IsPassing(err error) bool {
	for _, lasting := range []error{ErrNotFound, ErrGone, ErrForbidden, ErrPassword, ErrScheme, ErrPrivate, ErrAddress, ErrTooLarge} {
		if errors.Is(err, lasting) {
			return false
		}
	}
	_, ofWeb := errors.AsType[*Error](err)
	return ofWeb || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded)
}

// Phase is a part of a request that can take too long.
type Phase string

// The phases, in their order.
const (
	PhaseDial   Phase = "dial"
	PhaseTLS    Phase = "tls"
	PhaseHeader Phase = "header"
	PhaseIdle   Phase = "idle" // between two pieces of the answer
	PhaseWhole  Phase = "whole"
)

// MaxRedirects is how many redirects are followed.
const MaxRedirects = 5

// Error says what was wrong with one request. No password and no token is in it.
type Error struct {
	Address string    // that was asked for, cleaned, without user and password
	Kind    error     // one of the kinds above
	Status  int       // of HTTP, 0 where there was no answer
	To      string    // where it redirects, of ErrScheme and ErrPrivate
	Until   time.Time // it can be tried again, zero where that is not known
	Phase   Phase     // of ErrTimeout
	Limit   int64     // of ErrTooLarge, in bytes
	Why     error     // what lay behind it, in the words of who found it; may be nil
}

// Error says the address and what was wrong, and what lay behind it.
func (e *Error) Error() string {
	s := e.Address + ": " + e.Kind.Error()
	var details []string
	if e.To != "" {
		details = append(details, e.To)
	}
	if e.Phase != "" {
		details = append(details, string(e.Phase))
	}
	if d := e.Detail(); d != "" {
		details = append(details, d)
	}
	if len(details) > 0 {
		s += " (" + strings.Join(details, ", ") + ")"
	}
	if !e.Until.IsZero() {
		s += ", until " + e.Until.Format(time.RFC3339)
	}
	return s
}

// Detail returns what lay behind the error, on one clean line, or "".
func (e *Error) Detail() string {
	if e.Why == nil {
		return ""
	}
	return text.CleanLine(e.Why.Error())
}

// Unwrap returns the kind and what lay behind it.
func (e *Error) Unwrap() []error {
	if e.Why == nil {
		return []error{e.Kind}
	}
	return []error{e.Kind, e.Why}
}
