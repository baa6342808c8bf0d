package command

import (
	"errors"

	"github.com/warraq/warraq/ui/words"
)

// speak takes the words of the language asked for, if one is.
func (e *env) speak() error {
	lang, err := e.language()
	if lang != "" {
		e.words = words.For(lang)
	}
	months, wrong := e.monthNames()
	e.words = e.words.WithMonths(months).WithHijri(e.hijri)
	return errors.Join(err, wrong)
}

// language is the one that the flag asks for, "" for none.
func (e *env) language() (string, error) {
	if e.lang != "" && !isLanguage(e.lang) {
		return "", usageError{valueError{"--lang", e.lang, choiceError{words.Languages()}}}
	}
	return e.lang, nil
}

// autoMonths leaves the names of the months to the locale.
const autoMonths = "auto"

// monthChoices are the values of the flag.
func monthChoices() []string {
	choices := []string{autoMonths}
	for _, m := range words.AllMonths() {
		choices = append(choices, string(m))
	}
	return choices
}

// monthNames are those that the flag asks for, or those of the place that the
// user's locale names.
func (e *env) monthNames() (words.Months, error) {
	for _, m := range words.AllMonths() {
		if e.months == string(m) {
			return m, nil
		}
	}
	if e.months != autoMonths && e.months != "" {
		return "", usageError{valueError{"--months", e.months, choiceError{monthChoices()}}}
	}
	for _, name := range []string{"LC_ALL", "LC_TIME", "LANG"} {
		if locale := e.Getenv(name); locale != "" {
			return words.MonthsOf(locale), nil
		}
	}
	return words.EgyptianMonths, nil
}
