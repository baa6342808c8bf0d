package foreign

import (
	"context"
	"errors"
	"strings"
	"sync"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/pattern"
)

// Code refuses texts that are made for programs: code, style sheets, settings, logs,
// subtitles. It is tried when all formats were that tell a text by what it says it is;
// a file named as a text is refused only where it says itself that it is something else.
var Code = articles.Format{Name: "code", Read: readCode}

// codeName gives the name of the language or program that files with an ending are
// written for.
var codeName = sync.OnceValue(func() map[string]string { return endings(codeEndings()) })

// codeEndings returns the endings of files, by what they are written for.
func codeEndings() map[string]string {
	return map[string]string{
		"JavaScript": "js mjs cjs jsx", "TypeScript": "ts mts cts tsx", "CSS": "css scss sass less styl",
		"Python": "py pyw pyi", "Ruby": "rb erb", "Perl": "pl pm", "PHP": "php phtml", "Lua": "lua", "Tcl": "tcl",
		"C": "c h", "C++": "cc cpp cxx hh hpp hxx", "C#": "cs", "Objective-C": "m mm", "Java": "java jsp", "Kotlin": "kt kts",
		"Scala": "scala", "Groovy": "groovy gradle", "Go": "go", "Rust": "rs", "Swift": "swift", "Dart": "dart", "Haskell": "hs",
		"Lisp": "lisp el clj cljs scm", "OCaml": "ml mli", "Erlang": "erl ex exs", "R": "r", "Julia": "jl", "Pascal": "pas", "Assembly": "asm s",
		"SQL": "sql", "shell": "sh bash zsh fish ksh csh", "PowerShell": "ps1 psm1", "batch": "bat cmd", "make": "mk cmake", "Vim": "vim",
		"Vue": "vue svelte", "GraphQL": "graphql gql", "Protocol Buffers": "proto", "WebAssembly": "wat",
		"settings": "ini cfg conf toml yaml yml properties env plist reg editorconfig gitignore htaccess lock", "log": "log",
		"patch": "diff patch", "LaTeX": "tex sty cls", "BibTeX": "bib", "calendar": "ics ical ifb", "contacts": "vcf vcard ldif",
		"link": "url webloc desktop lnk", "playlist": "m3u m3u8 pls cue", "key": "pem crt cer key asc sig", "translations": "po pot strings",
		"source map": "map",
	}
}

// endings turns a table of names with their endings into one of endings with their names.
func endings(names map[string]string) map[string]string {
	all := map[string]string{}
	for name, list := range names {
		for ending := range strings.FieldsSeq(list) {
			all["."+ending] = name
		}
	}
	return all
}

// opening is how a text begins that says by itself which program it is for.
type opening struct {
	pattern *pattern.Pattern
	kind    Kind
	name    string
}

var codeOpenings = []opening{
	{pattern.New(`^WEBVTT(?:[ \t\n]|$)`), Subtitles, "WebVTT"},
	{pattern.New(`^\s*\d{1,6}[ \t]*\n\s*\d{1,3}:\d\d:\d\d[,.]\d{1,3}[ \t]*-->[ \t]*\d`), Subtitles, "SubRip"},
	{pattern.New(`^\s*\[Script Info\]`), Subtitles, "SubStation"},
	{pattern.New(`^\s*\{\d+\}\{\d+\}\S`), Subtitles, "MicroDVD"},
	{pattern.New(`^#!\s*/\S*bin/`), Program, "script"},
	{pattern.New(`^\s*<\?php\s`), Program, "PHP"},
	{pattern.New(`^(?:diff --git |--- \S+\n\+\+\+ \S)`), Program, "patch"},
	{pattern.New(`^BEGIN:VCALENDAR\s*\n`), Program, "calendar"},
	{pattern.New(`^BEGIN:VCARD\s*\n`), Program, "contacts"},
	{pattern.New(`^-----BEGIN [A-Z ]+-----\s*\n`), Program, "key"},
	{pattern.New(`^#EXTM3U\s*\n`), Program, "playlist"},
	{pattern.New(`^\s*(?:%.*\n\s*)*\\documentclass\b`), Program, "LaTeX"},
}

// textNamePattern are the endings of files that are texts by their names.
var textNamePattern = pattern.New(`(?i)\.(?:te?xt|md|markdown|mdown|mkd)$`)

// readCode refuses a text for programs.
func readCode(_ context.Context, src *articles.Source) ([]articles.Article, bool, error) {
	if src.Archive != nil || !src.IsText() {
		return nil, false, nil
	}
	kind, name := tellCode(src)
	if kind == None {
		return nil, false, nil
	}
	return nil, true, src.Fail(0, kindErrors[kind], errors.New(name))
}

// tellCode tells what a text for programs is by its beginning, by the ending of its name
// and, where that says nothing, by its lines; it returns the kind and the name.
func tellCode(src *articles.Source) (Kind, string) {
	head := strings.TrimPrefix(src.Head(), "\ufeff")
	isText := textNamePattern.MatchString(src.Name)
	for _, o := range codeOpenings {
		if (!isText || o.kind == Subtitles) && o.pattern.MatchString(head) {
			return o.kind, o.name
		}
	}
	switch ending := src.Extension(); {
	case isText:
		return None, ""
	case ending == ".srt" || ending == ".vtt" || ending == ".ass" || ending == ".ssa" || ending == ".sub" || ending == ".sbv":
		return Subtitles, strings.ToUpper(ending[1:])
	case codeName()[ending] != "":
		return Program, codeName()[ending]
	}
	return byLines(head)
}

// logLinePattern is a line of a log: a time of the clock first, or an address that asked a server.
var logLinePattern = pattern.New(`^(?:\[?\d{4}[-/]\d\d[-/]\d\d[T ]\d\d:\d\d:\d\d|\[?(?:[A-Z][a-z]{2} )?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |[\da-fA-F.:]+ \S+ \S+ \[\d\d/[A-Z][a-z]{2}/\d{4}:)`)

// codeLinePattern is a line of code: how it ends, or the words it begins with.
var codeLinePattern = pattern.New(`[;{}]\s*(?://.*)?$|^\s*(?://|/\*|\*/|#include\b|import [\w{*]|from [\w.]+ import\b|(?:export |async |public |private |static )*(?:func|function|class|def|const|let|var|interface|struct)\b.*[({=:]|(?:if|for|while|elif|else)\b.*[:{]\s*$|@\w+|\w+\([^)]*\)$)`)

// byLines tells a log and code by what most lines look like.
func byLines(head string) (Kind, string) {
	const fewest = 4
	lines, logs, codes := 0, 0, 0
	for line := range strings.Lines(head) {
		switch line = strings.TrimRight(line, "\r\n"); {
		case strings.TrimSpace(line) == "":
			continue
		case logLinePattern.MatchString(line):
			logs++
		case codeLinePattern.MatchString(line):
			codes++
		}
		lines++
	}
	switch {
	case lines < fewest:
		return None, ""
	case logs*5 >= lines*4:
		return Program, "log"
	case codes*4 >= lines*3:
		return Program, "code"
	}
	return None, ""
}
