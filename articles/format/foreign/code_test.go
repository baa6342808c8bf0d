package foreign

import (
	"context"
	"errors"
	"testing"

	"github.com/warraq/warraq/articles"
)

// What is made for programs is refused by its name, what is written for people is not.
func TestCode(t *testing.T) {
	t.Parallel()
	const prose = "ذهب الولد إلى البحر صباحًا؛\nثم عاد مساء.\nوقال: رأيت سفينة.\nوانتهى الخبر.\n"
	const script = "function x() {\n  return \"مرحبًا\";\n}\nx();\n"
	const styles = "body {\n  direction: rtl;\n}\n.a { color: red; }\n"
	const lines = "2024-12-02 09:30:00 INFO بدء\n2024-12-02 09:30:01 INFO نهاية\n2024-12-02 09:30:02 WARN a\n2024-12-02 09:30:03 x\n"
	for _, c := range []struct{ name, data, want string }{
		{"app.js", prose, "JavaScript"}, {"site.css", "a{}", "CSS"}, {"x.PY", "x = 1", "Python"}, {"server.log", prose, "log"}, {"a.toml", "a = 1", "settings"},
		{"s.srt", "1\n00:00:01,000 --> 00:00:04,000\nقال\n", "SubRip"}, {"s.vtt", "WEBVTT\n\n00:01.000 --> 00:04.000\nقال\n", "WebVTT"},
		{"s.txt", "1\r\n00:00:01.000 --> 00:00:04.000\r\nقال\r\n", "SubRip"}, {"s.ass", "[Script Info]\nTitle: x\n", "SubStation"}, {"s.sub", "{10}{20}قال\n", "MicroDVD"},
		{"run", "#!/usr/bin/env python3\nprint('مرحبًا')\n", "script"}, {"x", "BEGIN:VCALENDAR\nVERSION:2.0\n", "calendar"}, {"x", "diff --git a/x b/x\n", "patch"},
		{"-", script, "code"}, {"-", styles, "code"}, {"-", lines, "log"}, {"-", "<?php\necho 'مرحبًا';\n", "PHP"},
		{"paper", "% comment\n\\documentclass{article}\n\\begin{document}\n", "LaTeX"}, {"x", "-----BEGIN PGP MESSAGE-----\n\nabc\n", "key"},
		{"code.txt", script, ""}, {"log.txt", lines, ""}, {"note", prose, ""}, {"note.rst", prose, ""}, {"-", "# عنوان\n\nنص.\n", ""},
		{"-", "قصيدة {\nسطر;\n", ""}, {"poem", "سطر أول\nسطر ثان\nسطر ثالث\nسطر رابع\n", ""}, {"-", "1\nأول الأخبار\n", ""},
		{"-", "مشهد:\nif you come, come.\nعاد\nثم مضى\nوانتهى\n", ""},
	} {
		list, mine, err := Code.Read(context.Background(), articles.NewSource(c.name, []byte(c.data)))
		var wrong *articles.InputError
		if mine != (c.want != "") || errors.As(err, &wrong) != mine || list != nil || mine && wrong.Detail() != c.want {
			t.Errorf("%s, %.30q is %t, %v; %q was wanted", c.name, c.data, mine, err, c.want)
		}
	}
}
