package command

import (
	"cmp"
	"slices"
	"strings"

	"github.com/warraq/warraq/ui/settings"
	"github.com/warraq/warraq/ui/words"
)

// languageOf finds the language to speak before the command line is understood:
// the help and what is wrong with the command line are said in it. The flag goes
// before the variable, that before the settings, and those before the locale.
func (e *env) languageOf(args []string) string {
	config := ""
	for i, arg := range args {
		if arg == "--" {
			break
		}
		name, value, ok := strings.Cut(arg, "=")
		if !ok && i+1 < len(args) {
			value = args[i+1]
		}
		switch name {
		case "--lang":
			if isLanguage(value) {
				return value
			}
		case "--config":
			config = value
		}
	}
	if lang := e.Getenv("WARRAQ_LANG"); isLanguage(lang) {
		return lang
	}
	if lang := e.setting(config, "lang"); isLanguage(lang) {
		return lang
	}
	return e.locale()
}

// setting is the value of a setting in the file that a flag names, or in the usual
// one; "" where there is none. It is for what comes before all settings are read.
func (e *env) setting(config, name string) string {
	path := cmp.Or(config, e.Getenv("WARRAQ_CONFIG"), settings.DefaultPath())
	if s, err := settings.Read(path); err == nil {
		for _, setting := range s.In() {
			if setting.Name() == name {
				return setting.Value()
			}
		}
	}
	return ""
}

func isLanguage(lang string) bool { return slices.Contains(words.Languages(), lang) }

// locale is the language of the system's messages by POSIX's variables: Arabic
// where they name none, English where there are no words in it, which is more
// widely read.
func (e *env) locale() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := e.Getenv(name); value != "" {
			lang, _, _ := strings.Cut(value, ".")
			lang, _, _ = strings.Cut(lang, "_")
			switch {
			case lang == "C" || lang == "POSIX":
				return "ar"
			case lang == "iw": // Hebrew as it once was written
				return "he"
			case isLanguage(lang):
				return lang
			}
			return "en"
		}
	}
	return "ar"
}
