package terminal

import (
	"bytes"
	"strings"
	"testing"
	"time"
)

// came is a piece of input and how long after the one before it came.
type came struct {
	after time.Duration
	text  string
}

// A paste is bounded, and one that does not end ends by itself; all else comes through
// as it was, in whichever pieces.
func TestInput(t *testing.T) {
	begin, end := string(pasteBegin), string(pasteEnd)
	long := strings.Repeat("س", MaxPaste)
	for name, tt := range map[string]struct {
		pieces []came
		want   string
	}{
		"keys":                           {[]came{{0, "abc\x1b[A"}, {0, "\x1b"}, {0, "d"}}, "abc\x1b[A\x1bd"},
		"a paste":                        {[]came{{0, "a" + begin + "نص\nx" + end + "b"}}, "a" + begin + "نص\nx" + end + "b"},
		"in pieces":                      {[]came{{0, begin + "نص\x1b"}, {0, "[20"}, {0, "1~b"}}, begin + "نص" + end + "b"},
		"what looks like its end":        {[]came{{0, begin + "\x1b[20"}, {0, "0~" + end}}, begin + "\x1b[200~" + end},
		"slowly":                         {[]came{{0, begin + "a"}, {pasteSilence / 2, "b"}, {pasteSilence / 2, end}}, begin + "ab" + end},
		"without an end, then a key":     {[]came{{0, begin + "نص"}, {2 * pasteSilence, "q"}}, begin + "نص" + end + "q"},
		"without an end, within the end": {[]came{{0, begin + "نص\x1b[2"}, {2 * pasteSilence, "q"}}, begin + "نص\x1b[2" + end + "q"},
		"too long":                       {[]came{{0, begin + long}, {0, "more" + end + "q"}}, begin + long[:MaxPaste] + end + "q"},
		"one after the other":            {[]came{{0, begin + long + end + begin + "b" + end}}, begin + long[:MaxPaste] + end + begin + "b" + end},
	} {
		t.Run(name, func(t *testing.T) {
			clock := time.Unix(0, 0)
			in := Input{now: func() time.Time { return clock }}
			var got []byte
			for _, piece := range tt.pieces {
				clock = clock.Add(piece.after)
				for part := range bytes.SplitAfterSeq([]byte(piece.text), []byte("\n")) {
					got = in.pass(got, part)
				}
			}
			if string(got) != tt.want {
				t.Errorf("%d bytes came through, want %d: %.80q", len(got), len(tt.want), got)
			}
		})
	}
}
