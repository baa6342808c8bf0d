package main

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// tourSteps is what a new reader may do, one thing after the other: the keys, as
// xdotool names them, and what is seen then.
var tourSteps = []struct{ keys, shows string }{
	{"", "welcome"},
	{"Return", "article"},
	{"3", "related"},
	{"space", "further"},
	{"Home v v Down Down Left Left", "selected"},
	{"h", "highlighted"},
	{"H", "notes"},
	{"Escape t", "story"},
	{"M Down Left", "map"},
	{"Escape bracketleft", "back"},
	{"slash text:بغداد", "search"},
	{"Return Return n", "hits"},
	{"z", "alone"},
	{"plus plus J", "wider-justified"},
	{"C C C", "another-theme"},
	{"z comma", "settings"},
	{"Escape colon text:نسخ", "palette"},
	{"Escape question", "keys"},
	{"Escape S", "statistics"},
}

// tour takes a picture of each step of the tour in each terminal, and makes one
// that moves of all of a terminal's.
func (s *studio) tour(ctx context.Context, folder string, terminals []string) error {
	if err := os.MkdirAll(folder, 0o750); err != nil {
		return fmt.Errorf("making the folder for the tour: %w", err)
	}
	for _, terminal := range terminals {
		args := []string{"-g", "110x32", "-f", s.font, "-s", "13"}
		var pictures []string
		for i, step := range tourSteps {
			for key := range strings.FieldsSeq(step.keys) {
				args = append(args, "-k", key)
			}
			pictures = append(pictures, filepath.Join(folder, fmt.Sprintf("tour-%s-%02d-%s.png", terminal, i+1, step.shows)))
			args = append(args, "-k", "shot:"+pictures[i])
		}
		args = append(args, "-o", filepath.Join(s.out, "last.png"), terminal, s.warraq.file, "--library", s.warraq.libraryOf("tour "+terminal))
		if _, err := s.tool(ctx, "shoot", args...); err != nil {
			return err
		}
		moving := append([]string{"-delay", "220", "-loop", "0"}, pictures...)
		moving = append(moving, "-colors", "32", "-layers", "Optimize", filepath.Join(folder, "tour-"+terminal+".gif"))
		if _, err := commandOutput(ctx, "convert", moving...); err != nil {
			return err
		}
	}
	return nil
}
