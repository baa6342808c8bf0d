package main

import (
	"context"
	"path/filepath"
)

// readmeTerminals are those whose pictures the README shows: one that draws what
// it is sent, one that reorders rows, and one that reorders what it is not told
// to leave.
var readmeTerminals = []string{"alacritty", "konsole", "gnome-terminal"}

// readme takes the README's pictures: the reader as it opens for the first time,
// and an article that was jumped to.
func (s *studio) readme(ctx context.Context, folder string) error {
	for _, terminal := range readmeTerminals {
		_, err := s.tool(ctx, "shoot", "-g", "110x32", "-f", s.font, "-s", "13",
			"-k", "Return", "-k", "3", "-o", filepath.Join(folder, "reader-"+terminal+".png"),
			terminal, s.warraq.file, "--welcome=false", "--library", s.warraq.libraryOf("readme "+terminal))
		if err != nil {
			return err
		}
	}
	return nil
}
