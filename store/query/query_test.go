package query

import (
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"
)

// meaning is all that a query asks for.
func meaning(q *Query) string {
	terms := func(list []Term) string {
		var all []string
		for _, t := range list {
			all = append(all, fmt.Sprintf("%q %s %v %v", t.Words, t.Column, t.Exact, t.Prefix))
		}
		return strings.Join(all, " or ")
	}
	var b strings.Builder
	for _, clause := range q.clauses {
		fmt.Fprintln(&b, terms(clause))
	}
	fmt.Fprintln(&b, "not", terms(q.exclusions), q.conditions, q.from, q.to)
	return b.String()
}

// The last word goes on as long as one types it, and is left out as long as it says
// nothing.
func TestParseTyped(t *testing.T) {
	t.Parallel()
	for typed, same := range map[string]string{
		"": "", " ": "", "ك": "", "ال": "", "وال": "", "*": "", "-": "", "كت": "كت*", "الك": "الك*", "كُ": "", "كتاب": "كتاب*", "كتاب ": "كتاب ",
		"كتاب ا": "كتاب ", "كتاب ال": "كتاب ", "كتاب الب": "كتاب الب*", `"كتاب ا`: `"كتاب `, `"كتاب"`: `"كتاب"`, "a": "", "ab": "ab*", "عام 2": "عام ", "عام 202": "عام 202*",
		`"كتاب دم`: `"كتاب دم*`, "is:unread دم": "is:unread دم*", "دم": "دم*", "after:2024-1": "after:2024", "after:2024-12": "after:2024-12", "is:unread": "is:unread", "tag:سفر": "tag:سفر",
		"title:ك": "", "title:كت": "title:كت*", "كتاب -ب": "كتاب -", "كتاب!": "كتاب!", "می‌گ": "می‌گ*", "هـ": "",
	} {
		if got, want := meaning(ParseTyped(typed)), meaning(Parse(same)); got != want {
			t.Errorf("who types %q means %s, want %s", typed, got, want)
		}
	}
	for typed, word := range map[string]string{"عام 20": "20", "كتاب دم": "دم"} {
		before, _, _ := strings.Cut(typed, " ")
		want := Parse(before)
		want.addBeginning(word)
		if got := meaning(ParseTyped(typed)); got != meaning(want) {
			t.Errorf("who types %q means %s, want %s", typed, got, meaning(want))
		}
	}
}

// A word that someone is typing stands for its forms too, as the whole word does: it
// may be whole already.
func TestParseTypedKeepsForms(t *testing.T) {
	t.Parallel()
	for _, asked := range []string{"زرافة", "كتاب", "الوزير", "بالمدرسة", "كتاب البحر", "title:زرافة", "كوفيد-19", "نویسنده", "book", "זאב"} {
		whole, typed := Parse(asked), ParseTyped(asked)
		if got, want := fmt.Sprint(typed.Inflected()), fmt.Sprint(whole.Inflected()); got != want {
			t.Errorf("who types %q asks for the forms of %s, want %s", asked, got, want)
		}
		for _, content := range []string{"رأينا الزرافة هنا", "وبكتابهم", "بوزيرها", "للمدرسة", "وبالبحر", "books"} {
			if len(typed.Find(content)) < len(whole.Find(content)) {
				t.Errorf("%q, typed, does not mark all that it marks whole in %q", asked, content)
			}
		}
	}
	if q := Parse("زرافة*"); len(q.Inflected()) > 0 {
		t.Error("a beginning that was asked for stands for forms")
	}
}

// What was probably meant otherwise than it was taken is said, with its place, and is
// looked for as words; what someone is still typing is not said yet.
func TestErrors(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		text  string
		typed bool
		want  []Error
	}{
		{"after:2024-13 كتاب", false, []Error{{BadDay, 0, 13, "2024-13"}}},
		{"كتاب بعد:غد", false, []Error{{BadDay, 9, 20, "غد"}}},
		{`-before:"31/31/2024"`, false, []Error{{BadDay, 0, 20, "31/31/2024"}}},
		{"is:lost tag: is:unread", false, []Error{{UnknownState, 0, 7, "lost"}, {NoTag, 8, 12, ""}}},
		{"after:2024-12 is:read tag:سفر http://example.org a:b", false, nil},
		{"after:2024-13", true, nil},
		{"after:2024-13 ", true, []Error{{BadDay, 0, 13, "2024-13"}}},
		{"is:", true, nil}, {"is:l", true, nil}, {"كتاب is:los", true, nil},
		{"is:lost ", true, []Error{{UnknownState, 0, 7, "lost"}}},
	} {
		parse := Parse
		if tt.typed {
			parse = ParseTyped
		}
		var got []Error
		for _, e := range parse(tt.text).Errors() {
			got = append(got, *e)
		}
		if !reflect.DeepEqual(got, tt.want) {
			t.Errorf("%q: %v, want %v", tt.text, got, tt.want)
		}
	}
	if q := Parse("after:2024-13"); !q.HasWords() {
		t.Error("what is no day is not looked for as words")
	}
	if errs := Parse(strings.Repeat("is:unread ", maxConditions+1)).Errors(); len(errs) != 1 || errs[0].Kind != TooMany {
		t.Errorf("too many conditions: %v", errs)
	}
}

// A query that asks for nothing, and none, are empty and answer all the same.
func TestEmpty(t *testing.T) {
	t.Parallel()
	for _, q := range []*Query{nil, Parse(""), Parse("؟ ()"), ParseTyped("ك")} {
		if conditions, _ := q.Filter("a.newness", "?", func(time.Time) int64 { return 0 }); !q.IsEmpty() || q.HasWords() || len(conditions) > 0 ||
			len(q.Find("كتاب"))+len(q.Terms())+len(q.Errors())+len(q.Inflected()) > 0 {
			t.Errorf("%+v asks for something", q)
		}
	}
}

// Any text is a query, the places of its errors are within it, and typing it letter
// by letter is no error either.
func FuzzParse(f *testing.F) {
	for _, s := range []string{`a "b`, "-x", "title:", "a OR", `"*`, "is:", "after:x", "NEAR(a b)", "\x00", "عنوان:-*", "is:\xff", "“a„b”"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		for _, e := range Parse(text).Errors() {
			if e.Start < 0 || e.Start >= e.End || e.End > len(text) {
				t.Errorf("%q: %v at %d to %d", text, e, e.Start, e.End)
			}
		}
		for at := range text {
			ParseTyped(text[:at])
		}
	})
}
