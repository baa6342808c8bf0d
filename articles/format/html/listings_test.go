package html

import (
	"strings"
	"testing"

	"github.com/warraq/warraq/articles"
)

// Code comes as code, without the numbers of its lines, however a program shows it.
func TestListings(t *testing.T) {
	const want = "```\nif x {\n\treturn a|b\n}\n```"
	for name, in := range map[string]string{
		"a cell for numbers": `<table class="highlighttable"><tr><td class="linenos"><pre>1
2
3</pre></td><td class="code"><pre><span>if</span> x {
	return a|b
}
</pre></td></tr></table>`,
		"a cell for numbers without a name": "<table><tr><td><pre><code>1\n2\n3\n</code></pre></td><td><pre><code>if x {\n\treturn a|b\n}\n</code></pre></td></tr></table>",
		"a cell for numbered spans":         "<table class=lntable><tr><td class=lntd><pre><code><span class=lnt>1\n</span><span class=lnt>2\n</span><span class=lnt>3\n</span></code></pre></td><td class=lntd><pre><code>if x {\n\treturn a|b\n}\n</code></pre></td></tr></table>",
		"a table within code":               `<pre><code><table><tr><td class="gutter"><pre class="lineno">1` + "\n2\n3\n</pre></td><td class=code><pre>if x {\n\treturn a|b\n}\n</pre></td></tr></table></code></pre>",
		"a row for each line":               "<table><tr><td class=\"blob-num\" data-line-number=\"1\"></td><td class=\"blob-code\">if x {</td></tr>\n<tr><td class=\"blob-num\">2</td><td class=\"blob-code\">\t<span>return</span> a|b</td></tr><tr><td class=\"blob-num\">3</td><td class=\"blob-code\">}\n</td></tr></table>",
		"a row for each line within code":   "<pre><code><table><tr><td class=\"hljs-ln-numbers\" data-line-number=\"1\"></td>\n<td class=\"hljs-ln-code\">if x {</td></tr><tr><td class=\"hljs-ln-numbers\">2</td><td class=\"hljs-ln-code\">\treturn a|b</td></tr><tr><td class=\"hljs-ln-numbers\">3</td><td class=\"hljs-ln-code\">}</td></tr></table></code></pre>",
		"an element for each line":          "<table><tr><td class=gutter><div class=line>1</div><div class=line>2</div><div class=line>3</div></td><td class=code><div class=line><code>if x</code> {</div><div class=line>\t<code>return</code>&nbsp;a|b</div><div class=line>}</div></td></tr></table>",
		"numbers before lines":              "<pre><span class=linenos>1</span>if x {\n<span class=linenos>2</span>\treturn a|b\n<span class=linenos>3</span>}\n</pre>",
		"an item for each line":             "<pre class=\"prettyprint linenums\"><ol><li>if x {</li><li>\treturn a|b</li><li>}</li></ol></pre>",
	} {
		var a articles.Article
		if err := SetText(&a, "<p>قبل الشفرة كلام.</p>"+in+"<p>وبعدها كلام.</p>"); err != nil {
			t.Fatal(err)
		}
		if got := strings.TrimSuffix(strings.TrimPrefix(a.Body, "قبل الشفرة كلام.\n\n"), "\n\nوبعدها كلام."); got != want {
			t.Errorf("%s:\n%s", name, got)
		}
	}
}

// Tables of numbers, of commands and of code stay what they are.
func TestNoListings(t *testing.T) {
	for in, want := range map[string]string{
		`<table><tr><th>رقم</th><th>اسم</th></tr><tr><td>1</td><td>ليلى</td></tr><tr><td>2</td><td>عمر</td></tr></table>`: "| 1   | ليلى |",
		`<table><tr><td><code>make</code></td><td>بناء</td></tr><tr><td><code>run</code></td><td>تشغيل</td></tr></table>`: "| `run`  | تشغيل |",
		`<table><tr><th>قبل</th><th>بعد</th></tr><tr><td><pre>1 + 2</pre></td><td><pre>3</pre></td></tr></table>`:         "1 + 2",
		`<table><tr><td class="line number">7</td><td class="code">EG</td></tr><tr><td>8</td><td>JO</td></tr></table>`:    "| 7 | EG |",
		`<pre>x <span class="number">10</span> y</pre>`:                                                                   "x 10 y",
	} {
		var a articles.Article
		if err := SetText(&a, "<p>كلام.</p>"+in); err != nil || !strings.Contains(a.Body, want) {
			t.Errorf("%v: %s", err, a.Body)
		}
	}
}

// A page's code says in what language it is.
func TestLanguageOfCode(t *testing.T) {
	document, err := Parse("<html><body><article><h1>شرح</h1><p>رست السفينة في المرفأ القديم بعد رحلة طويلة من الجزر البعيدة.</p><pre><code class=\"hljs language-go\">x := 1\n</code></pre></article></body></html>", articles.DefaultLimits())
	if err != nil {
		t.Fatal(err)
	}
	if a, err := FromDocument(document, &articles.Album{}, ""); err != nil || !strings.Contains(a.Body, "```go\nx := 1\n```") {
		t.Errorf("%v: %s", err, a.Body)
	}
}
