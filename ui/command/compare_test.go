package command_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
)

// What each of two reports says alone is printed, and nothing that both say.
func TestCompare(t *testing.T) {
	t.Parallel()
	library := storied(t)
	out, _, _ := run(t, nil, "list", "--json", "--library", library)
	var list []struct{ ID, Title string }
	if err := json.Unmarshal([]byte(out), &list); err != nil {
		t.Fatal(err)
	}
	byTitle := map[string]string{}
	for _, e := range list {
		byTitle[e.Title] = e.ID
	}
	first, second := byTitle["طرشيحا تنتظر السفينة «نسيم»"], byTitle["وصول «نسيم» غدًا"]
	out, wrong, status := run(t, nil, "compare", "--json", first, second, "--library", library)
	var both []struct {
		ID, Title, Source string
		Sentences, Facts  []string
	}
	if err := json.Unmarshal([]byte(out), &both); err != nil || status != 0 || len(both) != 2 {
		t.Fatalf("%v, %d: %s%s", err, status, out, wrong)
	}
	if both[0].ID != first || len(both[0].Sentences)+len(both[0].Facts) != 0 {
		t.Errorf("the first has alone %+v", both[0])
	}
	if want := []string{"وستقام حفلة."}; both[1].ID != second || !slices.Equal(both[1].Sentences, want) {
		t.Errorf("the second has alone %+v", both[1])
	}
	out, _, status = run(t, nil, "compare", first, second, "--library", library, "--lang", "en")
	if status != 0 || !strings.Contains(out, "nothing that the other does not") || !strings.Contains(out, "– وستقام حفلة.") {
		t.Errorf("in lines it is %d, %s", status, out)
	}
	if _, wrong, status := run(t, nil, "compare", first, "zzzz", "--library", library); status != 1 || !strings.Contains(wrong, "zzzz") {
		t.Errorf("of one that is not there it is %d, %s", status, wrong)
	}
}
