package jsontext

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestTidy(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"last of a list", `[1,2,]`, `[1,2 ]`},
		{"last of an object", `{"a":1 , }`, `{"a":1   }`},
		{"first of a list", `[,{"a":1}]`, `[ {"a":1}]`},
		{"twice", `[1,,2]`, `[1, 2]`},
		{"behind all", `[1],`, `[1] `},
		{"between objects that stand in no list", "{\"a\":1},\n{\"a\":2}", "{\"a\":1} \n{\"a\":2}"},
		{"missing between objects", "[{\"a\":1}\n {\"a\":2}]", "[{\"a\":1}\n,{\"a\":2}]"},
		{"comment to the end of a line", "[1, // one, two]\n2]", "[1,             \n2]"},
		{"comment over lines", "[1, /* , \n ] */ 2]", "[1,      \n      2]"},
		{"short comments", "[1/**/,2/*/*/]", "[1    ,2     ]"},
		{"comment that does not end", "[1] /* x", "[1]     "},
		{"commas and comments in strings", `["a,,]", "// b", "/* c */", "\",]"]`, `["a,,]", "// b", "/* c */", "\",]"]`},
		{"a string that does not end", "[\"a,\n1,]", "[\"a,\n1 ]"},
		{"a slash alone", `[1/2]`, `[1/2]`},
		{"a comma behind a comment", "[{\"a\":1} /* x */ , ]", "[{\"a\":1}           ]"},
		{"what is no number", `[NaN,{"a":-Infinity, "b" : Infinity}, nan,-inf]`, `[null,{"a":null, "b" : null}, null,null]`},
		{"words that are no values", `[NaNs,Info,null,"NaN",-1,N] NaN`, `[NaNs,Info,null,"NaN",-1,N] NaN`},
		{"a comma behind what is no number", `{"a":NaN,}`, `{"a":null }`},
		{"nothing", "", ""},
		{"commas alone", ",,", "  "},
	} {
		if got := Tidy(c.in); got != c.want {
			t.Errorf("%s: Tidy(%q) = %q, want %q", c.name, c.in, got, c.want)
		}
	}
}

func TestBegins(t *testing.T) {
	for in, want := range map[string]bool{
		`{"a":1}`: true, ` [ {"a"`: true, "// x\n[{\"a\"": true, "/* x */{ /* y */ \"a\"": true, `[,{"a":1}`: true, `{,"a":1}`: true,
		"": false, "[1, 2]": false, "{a: 1}": false, "// x": false, "/* x": false, "نص": false, ",{\"a\"": false,
	} {
		if got := Begins(in); got != want {
			t.Errorf("Begins(%q) = %v", in, got)
		}
	}
}

func FuzzTidy(f *testing.F) {
	for _, s := range []string{`[{"a":1,},]`, "[1,, // x\n2]", `{"a":"b,"}`, "[NaN,inf]", "/*", `["\`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := Tidy(s)
		if len(got) > 2*len(s) || strings.Count(got, "\n") > strings.Count(s, "\n") {
			t.Fatalf("Tidy(%q) = %q has other lines", s, got)
		}
		if json.Valid([]byte(s)) && got != s {
			t.Errorf("Tidy changed %q, which is JSON, to %q", s, got)
		}
		if again := Tidy(got); again != got {
			t.Errorf("Tidy(%q) = %q, and again %q", s, got, again)
		}
	})
}
