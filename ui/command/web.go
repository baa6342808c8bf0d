package command

import (
	"fmt"
	"strconv"

	"github.com/warraq/warraq/articles/web"
)

// client returns what asks servers, made when it is first needed. Any goroutine may ask
// for it.
func (e *env) client() (*web.Client, error) {
	e.webMu.Lock()
	defer e.webMu.Unlock()
	if e.webClient == nil {
		version, _ := buildInfo()
		c, err := e.newClient(web.Options{Version: version, Authorities: e.feeds.authorities, Credentials: e.credentials(), Program: e.pageProgram()})
		if err != nil {
			return nil, err
		}
		e.webClient = c
	}
	return e.webClient, nil
}

// webSentence says what is wrong with asking for an address.
func (e *env) webSentence(err *web.Error) (string, bool) {
	p, ok := e.words.WebProblem(err)
	if !ok {
		return "", false
	}
	detail := ""
	switch {
	case err.To != "":
		detail = err.To
	case err.Status > 0:
		detail = strconv.Itoa(err.Status)
	case e.words.Lang == "en":
		detail = err.Detail()
	}
	return problemLine(err.Address, p, detail), true
}

// subscribeNotice says how to subscribe to what turned out to be a feed.
func (e *env) subscribeNotice(address string) {
	e.notice(fmt.Sprintf(e.words.Errors.Web.Feed, isolate(address), isolateLTR("warraq feed add "+address)))
}
