package bubble

import "strings"

// What terminals answered.
const (
	kittyAnswers   = "\x1bP>|kitty(0.26.5)\x1b\\\x1b[>1;4000;26c\x1b[8;0$y\x1b[?62;c"
	konsoleAnswers = "\x1bP>|Konsole 22.12.3\x1b\\\x1b[>1;115;0c\x1b]10;rgb:fcfc/fcfc/fcfc\a\x1b]11;rgb:2323/2626/2727\a\x1b[?62;1;4c"
	ptermAnswers   = "\x1b[>0;136;0c\x1b[?6c"
	xtermjsAnswers = "\x1b[>0;276;0c\x1b[8;0$y\x1b]10;rgb:ffff/ffff/ffff\x1b\\\x1b]11;rgb:0000/0000/0000\x1b\\\x1b[?1;2c"
	vteAnswers     = "\x1b[>65;7006;1c\x1b[8;1$y\x1b[?65;1;9c"

	// What switches the reordering of one that has mode 8.
	bidiOff, bidiOn = "\x1b[8l", "\x1b[8h"
)

// environ is an environment of variables, "A=1 B=2".
func environ(variables string) func(string) string {
	return func(name string) string {
		for variable := range strings.FieldsSeq(variables) {
			if n, value, _ := strings.Cut(variable, "="); n == name {
				return value
			}
		}
		return ""
	}
}
