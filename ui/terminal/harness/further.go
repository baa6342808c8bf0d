package main

import (
	"context"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
)

// furtherTerminal is a terminal that the tools do not know: how it is started, and what
// lies in its home folder. FONT, SIZE, COLUMNS and ROWS stand for what is asked for.
type furtherTerminal struct {
	command string
	files   map[string]string
}

// furtherTerminals start in the place of [startedAs], whose window the tools look for by
// nothing but that it is the largest one.
var furtherTerminals = map[string]furtherTerminal{
	"sakura": {command: `sakura --font "FONT SIZE" --columns COLUMNS --rows ROWS -e`},
	"lxterminal": {
		command: `lxterminal --no-remote --geometry=COLUMNSxROWS -e`,
		files:   map[string]string{".config/lxterminal/lxterminal.conf": "[general]\nfontname=FONT SIZE\nhidescrollbar=true\nhidemenubar=true\n"},
	},
	"terminator": {
		command: `terminator -u --geometry=1300x700 -x`,
		files: map[string]string{".config/terminator/config": "[global_config]\n  borderless = True\n[profiles]\n  [[default]]\n" +
			"    use_system_font = False\n    font = FONT SIZE\n    scrollbar_position = hidden\n    show_titlebar = False\n    cursor_blink = False\n"},
	},
	"tilix": {
		command: `env GSETTINGS_BACKEND=keyfile tilix -e`,
		files: map[string]string{".config/glib-2.0/settings/keyfile": "[com/gexperts/Tilix/profiles/2b7c4080-0ddd-46c5-8f23-563fd3ba789d]\n" +
			"use-system-font=false\nfont='FONT SIZE'\nshow-scrollbar=false\n" +
			"[com/gexperts/Tilix]\nterminal-title-style='none'\nwindow-style='borderless'\nwarn-vte-config-issue=false\n"},
	},
	"cool-retro-term": {command: `cool-retro-term -e`},
	"deepin-terminal": {command: `deepin-terminal -e`},
}

// startedAs is the terminal of the tools in whose place others start: one that is given all
// it needs on its command line, the program last.
const startedAs = "urxvt"

// isFurther tells whether a setting is a terminal that the tools do not know.
func isFurther(setting string) bool {
	_, ok := furtherTerminals[setting]
	return ok
}

// installedFurther returns the names of those of them that are installed.
func installedFurther() []string {
	return slices.DeleteFunc(slices.Sorted(maps.Keys(furtherTerminals)), func(name string) bool {
		_, err := exec.LookPath(name)
		return err != nil
	})
}

// shoot takes pictures with the tool, in a terminal that it knows or in one of the further
// ones, on a screen of so many columns.
func (s *studio) shoot(ctx context.Context, terminal string, columns int, options, command []string) error {
	shoot := exec.CommandContext(ctx, filepath.Join(s.tools, "shoot")) //nolint:gosec // its own tools
	if isFurther(terminal) {
		folder, err := s.starter(terminal, columns)
		if err != nil {
			return err
		}
		shoot.Env = append(os.Environ(), "PATH="+folder+string(filepath.ListSeparator)+os.Getenv("PATH"))
		terminal = startedAs
	}
	shoot.Args = append(shoot.Args, "-g", fmt.Sprintf("%dx%d", columns, screenRows))
	shoot.Args = append(append(append(shoot.Args, options...), terminal), command...)
	if said, err := shoot.CombinedOutput(); err != nil {
		return fmt.Errorf("shoot %s: %w\n%s", terminal, err, said)
	}
	return nil
}

// starter writes the program that starts a further terminal of so many columns, and returns
// its folder.
func (s *studio) starter(terminal string, columns int) (folder string, err error) {
	t := furtherTerminals[terminal]
	script := "#!/bin/bash\ninner=\"${@: -1}\"\n"
	for _, path := range slices.Sorted(maps.Keys(t.files)) {
		script += fmt.Sprintf("mkdir -p \"$HOME/%s\"\ncat >\"$HOME/%s\" <<'END'\n%sEND\n", filepath.Dir(path), path, t.files[path])
	}
	script += "exec dbus-run-session -- " + t.command + " \"$inner\"\n"
	script = strings.NewReplacer("FONT", s.font, "SIZE", fmt.Sprint(s.size), "COLUMNS", fmt.Sprint(columns), "ROWS", fmt.Sprint(screenRows)).Replace(script)
	folder = filepath.Join(s.libraries, "start-"+terminal)
	if err = os.MkdirAll(folder, 0o750); err == nil {
		err = os.WriteFile(filepath.Join(folder, startedAs), []byte(script), 0o700) //nolint:gosec // it is to be run
	}
	if err != nil {
		return "", fmt.Errorf("writing what starts %s: %w", terminal, err)
	}
	return folder, nil
}
