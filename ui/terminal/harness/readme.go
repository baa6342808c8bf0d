package main

import (
	"context"
	"os"
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
		library := filepath.Join(s.out, "readme-"+terminal+".db")
		if err := os.RemoveAll(library); err != nil {
			return err //nolint:wrapcheck // it names the file
		}
		_, err := s.tool(ctx, "shoot", "-g", "110x32", "-f", s.font, "-s", "13",
			"-k", "Return", "-k", "3", "-o", filepath.Join(folder, "reader-"+terminal+".png"),
			terminal, s.warraq, "--welcome=false", "--library", library)
		if err != nil {
			return err
		}
	}
	return nil
}
