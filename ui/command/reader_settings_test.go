package command

import (
	"strings"
	"testing"
)

// The settings of the timer and of the program for addresses are taken or named as wrong.
func TestReaderSettings(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ file, wrong string }{
		{"[fetch]\nevery = \"30m\"\n[open]\ncommand = [\"firefox\", \"{url}\"]\n", ""},
		{"[fetch]\nevery = \"1s\"\n", "every"},
		{"[fetch]\nevery = \"soon\"\n", "every"},
		{"[fetch]\nsometimes = 1\n", "fetch.sometimes"},
		{"[open]\nshell = \"x\"\n", "open.shell"},
		{"[fetch.\"a.example\"]\nevery = \"1h\"\n", "fetch.a.example.every"},
		{"[feeds]\npictures = \"some\"\n", "pictures"},
		{"[feeds.\"a.example\"]\ncookies = \"\"\n", "cookies"},
	} {
		c := newConsole(t, tt.file)
		_, out, wrong := c.run("config")
		if !strings.Contains(wrong, tt.wrong) || tt.wrong == "" && wrong != "" {
			t.Errorf("%q: said %q, want %q", tt.file, wrong, tt.wrong)
		}
		if tt.wrong == "" && (!strings.Contains(out, "\n[fetch]\nevery = '30m'\n") || !strings.Contains(out, "\n[open]\ncommand = ['firefox', '{url}']\n")) {
			t.Errorf("the settings are shown as %s", out)
		}
	}
}

// A setting of a host is that of the hosts below it as well, and its own goes first.
func TestByHost(t *testing.T) {
	t.Parallel()
	var settings, without byHost[int]
	settings.set("", 1)
	settings.set("Paper.example", 2)
	settings.set("a.paper.example", 3)
	without.set("paper.example", 4)
	for address, want := range map[string]int{
		"https://paper.example/x": 2, "https://www.PAPER.example:81/": 2, "https://a.paper.example/": 3, "https://b.a.paper.example/": 3,
		"https://newspaper.example/": 1, "https://example/": 1, "": 1,
	} {
		if got, ok := settings.of(address); got != want || !ok {
			t.Errorf("%q: %d, %v, want %d", address, got, ok, want)
		}
	}
	if got, ok := without.of("https://another.example/"); ok || got != 0 {
		t.Errorf("there is %d for another host", got)
	}
}

// Programs for reading aloud and for passages are named in tables of their own.
func TestOutsideSettings(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ settings, wrong string }{
		{"[listen]\ncommand = [\"say\", \"{text}\"]\n[passage]\ncommand = [\"dict\"]\ntranslate = [\"trans\", \"-b\"]\n", ""},
		{"[listen]\nvoice = \"x\"\n", "listen.voice"},
		{"[passage]\ncommand = []\n", "command"},
		{"[passage.x]\ncommand = [\"a\"]\n", "passage.x.command"},
		{"[passage]\nlook = [\"sdcv\", \"{txt}\"]\n", "{text}"},
		{"[passage]\nlook = [\"trans\", \"--text={TEXT}\"]\n", "{text}"},
		{"[passage]\nlook = [\"awk\", \"NR==1{next} {print}\"]\n[listen]\ncommand = [\"say\", \"{}\", \"{lang}{pace}\", \"{\"]\n", ""},
		{"[listen]\ncommand = [\"say\", \"-v\", \"{lng}\"]\n", "{lang}"},
		{"[open]\ncommand = [\"firefox\", \"{uri}\"]\n", "{url}"},
		{"[fetch]\ncommand = [\"curl\", \"-s\", \"{Url}\"]\n", "{url}"},
		{"[fetch.\"paper.example\"]\ncommand = [\"curl\", \"https://proxy.example/{ulr}\"]\n", ""},
		{"[fetch.\"paper.example\"]\ncommand = [\"curl\", \"https://proxy.example/{ur}\"]\n", "{url}"},
	} {
		c := newConsole(t, tt.settings)
		_, _, wrong := c.run("config")
		if (wrong == "") != (tt.wrong == "") || !strings.Contains(wrong, tt.wrong) {
			t.Errorf("%q: said %q", tt.settings, wrong)
		}
	}
}
