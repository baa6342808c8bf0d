package command

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/warraq/warraq/articles/dates"
	"github.com/warraq/warraq/articles/web"
	"github.com/warraq/warraq/store"
)

// choose returns those of the feeds of a page that are to be followed: the one that there
// is, all if that is wished, those whose numbers are given, or those that whoever sits at
// the terminal chooses. Else they are offered by the error.
func (a *feedAdding) choose(page string, feeds []web.Feed) ([]web.Feed, error) {
	switch {
	case len(feeds) == 1 || a.all:
		return feeds, nil
	case len(a.numbers) > 0:
		return chosenFeeds(feeds, a.numbers)
	case a.command == nil || a.json || !isTerminal(a.env.In) || !isTerminal(a.env.Err):
		return nil, feedsError{page, feeds}
	}
	e := a.env
	e.notice(fmt.Sprintf(e.words.Feeds.Offered, isolate(page)) + listOffered(feeds))
	e.notice(e.words.Feeds.AskWhich)
	line, err := bufio.NewReader(e.In).ReadString('\n')
	if err != nil && line == "" {
		return nil, feedsError{page, feeds}
	}
	numbers, err := parseChoice(line)
	switch {
	case err != nil:
		return nil, err
	case len(numbers) == 0:
		return nil, errNoneChosen
	case slices.Contains(numbers, 0):
		return feeds, nil
	}
	return chosenFeeds(feeds, numbers)
}

// errNoneChosen says that whoever was asked wants none of the feeds of a page.
var errNoneChosen = errors.New("none is to be followed")

// parseChoice reads the numbers that a reader types, in any digits, with anything between
// them.
func parseChoice(line string) (numbers []int, err error) {
	for _, field := range strings.FieldsFunc(dates.EuropeanDigits(line), func(r rune) bool { return r < '0' || r > '9' }) {
		n, err := strconv.Atoi(field)
		if err != nil {
			return nil, usageError{valueError{"--choose", field, rangeError{0, maxOffered}}}
		}
		numbers = append(numbers, n)
	}
	return numbers, nil
}

// maxOffered is how many feeds a page offers at the most.
const maxOffered = 100

// chosenFeeds returns the feeds of some numbers, from 1, each once.
func chosenFeeds(feeds []web.Feed, numbers []int) (chosen []web.Feed, err error) {
	for _, n := range numbers {
		if n < 1 || n > len(feeds) {
			return nil, usageError{valueError{"--choose", strconv.Itoa(n), rangeError{1, len(feeds)}}}
		}
		if !slices.Contains(chosen, feeds[n-1]) {
			chosen = append(chosen, feeds[n-1])
		}
	}
	return chosen, nil
}

// offer writes the feeds that an error offers to choose from, if it does.
func (r *feedReport) offer(err error) error {
	several, ok := err.(feedsError) //nolint:errorlint // it is never wrapped
	if !ok {
		return nil
	}
	for _, f := range several.feeds {
		if err := r.add(&store.Feed{Address: f.Address, Title: f.Title, Site: several.page}, becameOffered); err != nil {
			return err
		}
	}
	return nil
}
