package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
)

// A setting is measured with two programs by turns: the same page in the same terminal, one
// right after the other. Where their pictures are the same, so are their rates.
const (
	noticedDifference   = 0.005 // a difference of rates for which both are measured again
	toleratedDifference = 0.01  // the difference from which on the later program is worse
	mostRounds          = 5     // how often both are measured then; their rates are the means
)

// pair is what came of one setting with the two programs.
type pair struct {
	before, now rates
	rounds      int
	differ      int // pixels of the pages, between the two programs, in the last round
}

// differs tells whether the rates of a page differ by more than so much.
func (p pair) differs(much float64) bool {
	for i := range p.now {
		if math.Abs(p.now[i]-p.before[i]) > much {
			return true
		}
	}
	return false
}

// cells are what the table says of each page, before and now.
func (p pair) cells() string {
	var all []string
	for i := range p.now {
		all = append(all, fmt.Sprintf("%.3f → %.3f", p.before[i], p.now[i]))
	}
	return strings.Join(all, " | ")
}

// worse returns an error for each page that is misread more than it was.
func (p pair) worse(setting string) error {
	var worse []error
	for i, sample := range read() {
		if p.now[i] > p.before[i]+toleratedDifference {
			worse = append(worse, fmt.Errorf("%s, %s: a rate of %.3f, which was %.3f", setting, sample.name, p.now[i], p.before[i]))
		}
	}
	return errors.Join(worse...)
}

// pair measures one setting with the two programs, and again where a rate of theirs differs.
func (s *studio) pair(ctx context.Context, setting string) (p pair, err error) {
	var before, now []rates
	for p.rounds < mostRounds {
		for _, each := range []*program{s.before, s.warraq} {
			found, err := s.measure(ctx, each, setting)
			if err != nil {
				return p, err
			}
			if each == s.before {
				before = append(before, found.rates)
			} else {
				now = append(now, found.rates)
			}
		}
		p.rounds++
		p.before, p.now = meanRates(before), meanRates(now)
		if p.rounds == 1 && !p.differs(noticedDifference) {
			break
		}
	}
	for _, sample := range read() {
		for _, columns := range s.screens {
			name := sample.onScreen(columns)
			pixels, err := differentPixels(s.before.picture(setting, name), s.warraq.picture(setting, name))
			if err != nil {
				return p, err
			}
			p.differ = max(p.differ, pixels)
		}
	}
	return p, nil
}

// pairs prints a row for each setting, with the rates of the program before and of the one now.
// One that cannot be had, or is misread more, is an error in the end.
func (s *studio) pairs(ctx context.Context, settings []string) error {
	fmt.Printf("pictures: %s\n\n| terminal |", s.out)
	for _, sample := range read() {
		fmt.Printf(" %s |", sample.name)
	}
	fmt.Printf(" pages differ | rounds |\n|---|%s---|---|\n", strings.Repeat("---|", len(read())))
	limit, err := s.browser(ctx)
	if err != nil {
		return err
	}
	fmt.Printf("| a browser | %s | | |\n", limit)
	var failures []error
	for _, setting := range settings {
		p, err := s.pair(ctx, setting)
		if ctx.Err() != nil {
			return fmt.Errorf("stopped at %s: %w", setting, ctx.Err())
		}
		if err != nil {
			failures = append(failures, err)
			continue
		}
		fmt.Printf("| %s | %s | %d | %d |\n", setting, p.cells(), p.differ, p.rounds)
		failures = append(failures, p.worse(setting))
	}
	return errors.Join(failures...)
}
