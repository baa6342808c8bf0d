package intake

import (
	"encoding/json"
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// jsonObjects makes so many articles as objects in JSON, with what could be taken for the
// end of one in their texts.
func jsonObjects(t *testing.T, count int, object func(i int, text string) any) string {
	t.Helper()
	var all []string
	for i := range count {
		text := strings.Repeat(`رست السفن "هنا" \ في الميناء ]},{[ . `, 100) + fmt.Sprint(i)
		b, err := json.Marshal(object(i, text))
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(b))
	}
	return strings.Join(all, " ,\n\t")
}

func flat(i int, text string) any {
	return map[string]any{"title": fmt.Sprintf("خبر %d", i), "text": text, "tags": []string{"[", "}"}, "more": map[string]any{"a": []any{1, nil}}}
}

// readPieces reads a text as standard input and gives its articles, its errors and in how
// many pieces it came.
func readPieces(t *testing.T, o Options, text string) (all []articles.Article, wrong []string, pieces int) {
	t.Helper()
	for r := range ReadAll(t.Context(), OpenWith(t.Context(), o, []string{"-"}, strings.NewReader(text))) {
		all = append(all, r.Articles...)
		if pieces++; r.Err != nil {
			wrong = append(wrong, r.Err.Error())
		}
	}
	return all, wrong, pieces
}

// A large list comes in pieces that together say what it says as a whole.
func TestListsComeInPieces(t *testing.T) {
	t.Parallel()
	o := Options{Limits: articles.DefaultLimits()}
	for name, text := range map[string]string{
		"an array": "\uFEFF [\n" + jsonObjects(t, 400, flat) + "\n]\n",
		"a feed": `{"version": "https://jsonfeed.org/version/1.1", "title": "صحيفة المرسى", "authors": [{"name": "هدى"}], "home_page_url": "https://marsa.example/", "items": [` +
			jsonObjects(t, 400, func(i int, text string) any {
				return map[string]any{"id": fmt.Sprint(i), "url": fmt.Sprintf("https://marsa.example/%d", i), "title": fmt.Sprintf("خبر %d", i), "content_text": text}
			}) + "]}",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			want, err := Read("-", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			got, wrong, pieces := readPieces(t, o, text)
			if pieces < 4 || len(wrong) > 0 || !reflect.DeepEqual(got, want) {
				t.Errorf("%d articles in %d pieces are not the %d of the whole; %v", len(got), pieces, len(want), wrong)
			}
		})
	}
}

// An export of a channel that is beyond the limit comes in pieces; one of a talk would be
// cut within a day, and does not.
func TestLargeConversation(t *testing.T) {
	t.Parallel()
	messages := jsonObjects(t, 400, func(i int, text string) any {
		return map[string]any{"id": i, "type": "message", "date": "2026-03-04T05:06:07", "text": text}
	})
	o := Options{Limits: articles.DefaultLimits()}
	o.Size = 1 << 20
	for kind, want := range map[string]int{"public_channel": 400, "personal_chat": 0} {
		got, wrong, pieces := readPieces(t, o, `{"name": "المرسى", "type": "`+kind+`", "id": 7, "messages": [`+messages+`]}`)
		if len(got) != want || (want > 0) != (len(wrong) == 0) || want > 0 && pieces < 4 {
			t.Errorf("%s: %d articles in %d pieces, %v", kind, len(got), pieces, wrong)
		}
	}
}

// What is wrong in a large list is named by its line, and what came before it is in.
func TestBrokenLists(t *testing.T) {
	t.Parallel()
	o := Options{Limits: articles.DefaultLimits()}
	o.Size = 1 << 20
	whole := "[" + jsonObjects(t, 400, flat)
	for name, c := range map[string]struct {
		text, wrong string
		articles    int
	}{
		"cut off in an element": {whole[:len(whole)-100], "line 400", 399},
		"cut off behind one":    {whole + ",\n", "line 401", 400},
		"no object":             {whole + ",\nخبر]", "line 401", 400},
		"an element too long":   {whole + ",\n" + `{"title": "طويل", "text": "` + strings.Repeat("ماء ", 400_000) + `"}]`, "line 401", 400},
	} {
		got, wrong, _ := readPieces(t, o, c.text)
		if len(got) < c.articles || len(wrong) != 1 || !strings.Contains(wrong[0], c.wrong) {
			t.Errorf("%s: %d articles, %v", name, len(got), wrong)
		}
	}
}
