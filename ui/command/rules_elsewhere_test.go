package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A rule holds on all machines that meet, until it is ended where it stands, or is forgotten
// since that machine is no more. What this version does not understand is left alone.
func TestRulesOfOtherMachines(t *testing.T) {
	t.Parallel()
	const market = "[[rule]]\nmatch = \"سوق\"\ntag = [\"سوق\", \"<b>&\"]\n"
	laptop, server := newConsole(t, market), newConsole(t, "")
	folder := filepath.Join(t.TempDir(), "meeting")
	text := filepath.Join(t.TempDir(), "market.md")
	if err := os.WriteFile(text, []byte("# سوق الكتب\n\nفُتحت أمس سوق الكتب في المدينة القديمة بعد ترميمها."), 0o600); err != nil {
		t.Fatal(err)
	}
	server.must("add", text)
	meet := func() {
		t.Helper()
		for range 2 {
			laptop.must("sync", folder)
			server.must("sync", folder)
		}
	}
	set := func(c *console, settings string) {
		t.Helper()
		if err := os.WriteFile(c.settings, []byte(settings), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func(c *console) (rules []ruleJSON) {
		t.Helper()
		if err := json.Unmarshal([]byte(c.must("rules", "--dry-run", "--json")), &rules); err != nil {
			t.Fatal(err)
		}
		return rules
	}
	meet()
	if got := read(server); len(got) != 1 || !got[0].Other || got[0].Match != "سوق" || strings.Join(got[0].Tag, " ") != "سوق <b>&" || len(got[0].Articles) == 0 {
		t.Errorf("the server has %+v", got)
	}
	if got := read(laptop); len(got) != 1 || got[0].Other {
		t.Errorf("the laptop has %+v", got)
	}
	if out := server.must("rules"); !strings.Contains(out, "سوق الكتب") {
		t.Errorf("the rule does %s", out)
	}
	if out := server.must("list", "--tag", "سوق"); !strings.Contains(out, "سوق الكتب") {
		t.Errorf("tagged are %s", out)
	}
	set(server, market) // it has the same one
	meet()
	if got := read(server); len(got) != 1 || got[0].Other {
		t.Errorf("with one of its own the server has %+v", got)
	}
	set(laptop, "")
	meet()
	if got := read(laptop); len(got) != 1 || !got[0].Other {
		t.Errorf("of the server the laptop has %+v", got)
	}
	set(server, "")
	meet()
	if got := append(read(laptop), read(server)...); len(got) != 0 {
		t.Errorf("ended where it stood it is still there: %+v", got)
	}
	lost := newConsole(t, market) // and never met again
	lost.must("sync", folder)
	meet()
	if status, _, _ := laptop.run("rules", "--forget", "ميناء"); status == 0 || len(read(laptop)) != 1 {
		t.Errorf("a rule that there is not is forgotten, %d", status)
	}
	laptop.must("rules", "--forget", "سوق")
	meet()
	if got := append(read(laptop), read(server)...); len(got) != 0 {
		t.Errorf("forgotten it is still there: %+v", got)
	}
}
