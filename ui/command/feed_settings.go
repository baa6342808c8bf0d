package command

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/store"
	"github.com/warraq/warraq/ui/settings"
)

// feedSettings are what the settings say of feeds: the table [feeds], tables in it of some
// hosts, and each table [[rule]].
type feedSettings struct {
	retention   store.Retention
	every       time.Duration       // between the fetches of the reader, 0 for none
	onFetch     []string            // a command and its arguments
	open        []string            // a command that opens addresses, as onFetch
	passwords   map[string][]string // by the host, "" of all others
	cookies     byHost[*cookiesFile]
	pictures    byHost[int]      // how many of a page are fetched
	programs    byHost[[]string] // commands that fetch pages, as onFetch
	authorities []string
	rules       []*rule
}

// rule says what is done with new articles that a query finds.
type rule struct {
	index                       string // among the tables of the file
	match, feed                 string
	tags                        []string
	read, bookmark, hide, whole bool
	elsewhere                   string // the rule as another machine told it, "" of one of the settings
}

// feedNames, hostNames and ruleNames are the settings that there are in these tables.
var (
	feedNames = []string{"keep", "keep_days", "on_fetch", "password_command", "cookies", "pictures", "authorities"}
	hostNames = []string{"password_command", "cookies", "pictures"}
	ruleNames = []string{"match", "feed", "tag", "read", "bookmark", "hide", "whole"}
)

// isOfFeeds tells the settings of feeds from others.
func isOfFeeds(s settings.Setting) bool {
	return slices.Contains([]string{"feeds", "rule", "fetch", "open"}, s.Path[0])
}

// setOfFeeds takes a setting of feeds.
func (e *env) setOfFeeds(s settings.Setting) error {
	name := strings.ReplaceAll(s.Name(), "-", "_")
	switch {
	case s.Path[0] == "rule" && len(s.Path) == 3:
		return e.feeds.setRule(s.Path[1], name, s)
	case s.Path[0] == "fetch" && len(s.Path) == 2 && name == "every":
		return e.feeds.setEvery(s)
	case s.Path[0] == "fetch" && len(s.Path) == 2 && name == "command":
		e.feeds.programs.set("", s.Values)
		return checkPlaces(s, "url")
	case s.Path[0] == "fetch" && len(s.Path) == 3 && name == "command":
		e.feeds.programs.set(s.Path[1], s.Values)
		return checkPlaces(s, "url")
	case s.Path[0] == "open" && len(s.Path) == 2 && name == "command":
		e.feeds.open = s.Values
		return checkPlaces(s, "url")
	case s.Path[0] == "feeds" && len(s.Path) == 2:
		return e.feeds.set(name, s)
	case s.Path[0] == "feeds" && len(s.Path) == 3 && slices.Contains(hostNames, name):
		return e.feeds.setOfHost(s.Path[1], name, s)
	}
	return unknownSettingError{strings.Join(s.Path, "."), []string{"[feeds] " + strings.Join(feedNames, ", "), `[feeds."HOST"] ` + strings.Join(hostNames, ", "), "[[rule]] " + strings.Join(ruleNames, ", "), "[fetch] every, command", `[fetch."HOST"] command`, "[open] command"}}
}

func (f *feedSettings) set(name string, s settings.Setting) (err error) {
	switch name {
	case "keep":
		f.retention.Keep, err = naturalNumber(s)
	case "keep_days":
		f.retention.KeepDays, err = naturalNumber(s)
	case "on_fetch":
		f.onFetch = s.Values
	case "authorities":
		f.authorities = s.Values
	case "password_command", "cookies", "pictures":
		err = f.setOfHost("", name, s)
	default:
		err = unknownSettingError{s.Name(), feedNames}
	}
	return err
}

// setOfHost takes a setting of a host, "" for all.
func (f *feedSettings) setOfHost(host, name string, s settings.Setting) error {
	switch name {
	case "cookies":
		return f.setCookies(host, s)
	case "pictures":
		return f.setPictures(host, s)
	default:
		return f.setPassword(host, s.Values)
	}
}

func (f *feedSettings) setPassword(host string, command []string) error {
	if f.passwords == nil {
		f.passwords = map[string][]string{}
	}
	f.passwords[strings.ToLower(host)] = command
	return nil
}

func (f *feedSettings) setRule(index, name string, s settings.Setting) (err error) {
	i := slices.IndexFunc(f.rules, func(r *rule) bool { return r.index == index })
	if i < 0 {
		i = len(f.rules)
		f.rules = append(f.rules, &rule{index: index})
	}
	r := f.rules[i]
	switch name {
	case "match":
		r.match = s.Value()
	case "feed":
		r.feed = s.Value()
	case "tag":
		r.tags = s.Values
	case "read":
		r.read, err = yesOrNo(s)
	case "bookmark":
		r.bookmark, err = yesOrNo(s)
	case "hide":
		r.hide, err = yesOrNo(s)
	case "whole":
		r.whole, err = yesOrNo(s)
	default:
		err = unknownSettingError{s.Name(), ruleNames}
	}
	return err
}

// naturalNumber reads a number that is not below 0.
func naturalNumber(s settings.Setting) (int, error) {
	n, err := strconv.Atoi(s.Value())
	if err != nil || n < 0 || len(s.Values) != 1 {
		return 0, valueError{s.Name(), strings.Join(s.Values, ", "), rangeError{0, -1}}
	}
	return n, nil
}

// yesOrNo reads a truth.
func yesOrNo(s settings.Setting) (bool, error) {
	on, err := strconv.ParseBool(s.Value())
	if err != nil || len(s.Values) != 1 {
		return false, valueError{s.Name(), strings.Join(s.Values, ", "), choiceError{[]string{"true", "false"}}}
	}
	return on, nil
}

// String names a rule by its place in the file.
func (r *rule) String() string { return fmt.Sprint("[[rule]] ", r.index) }
