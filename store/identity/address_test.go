package identity

import (
	"strings"
	"testing"
)

// All addresses of one line lead to one article.
func TestOneAddress(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"https://paper.example/news/1 http://paper.example/news/1 https://www.paper.example/news/1/ HTTPS://Paper.Example:443/news/1 http://paper.example:80/news/1 https://paper.example./news/1",
		"https://paper.example/news/1 https://paper.example/news/1#comments https://paper.example/news/1?utm_source=x&utm_medium=y https://paper.example/news/1?fbclid=a&at_medium=b https://paper.example/news/1?UTM_Source=x",
		"https://paper.example/news/1 https://m.paper.example/news/1 https://mobile.paper.example/news/1 https://amp.paper.example/news/1 https://www.m.paper.example/news/1",
		"https://ar.paper.example/wiki/1 https://ar.m.paper.example/wiki/1",
		"https://paper.example/news/1 https://paper.example/news/1/amp https://paper.example/news/1/amp/ https://paper.example/amp/news/1 https://paper.example/news/1.amp https://paper.example/news/1?amp https://paper.example/news/1?amp=1 https://paper.example/news/1?outputType=amp",
		"https://paper.example/news/1.html https://paper.example/news/1.html?amp=true https://paper.example/news/1.html/amp",
		"https://paper.example/news/1 https://paper.example/news/1/print https://paper.example/print/news/1 https://paper.example/news/1?print=1 https://paper.example/news/1?print https://paper.example/news/1?view=print https://paper.example/news/1?tmpl=component&print=1&layout=default&page=",
		"https://paper.example/news/1 https://paper.example/news/1?ref=rss https://paper.example/news/1?source=Feed https://paper.example/news/1?share=whatsapp https://paper.example/news/1?replytocom=55#respond https://paper.example/news/1?noamp=mobile https://paper.example/news/1?page=1",
		"https://paper.example/?p=1 https://web.archive.org/web/20241205103000/https://paper.example/?p=1 https://web.archive.org/web/2024id_/http://paper.example:80/?p=1",
		"https://paper.example/news https://paper.example/news/index.html https://paper.example/news/index.php",
		"https://paper.example/أخبار/حلب https://paper.example/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/%D8%AD%D9%84%D8%A8 https://paper.example/%d8%a3%d8%ae%d8%a8%d8%a7%d8%b1/%d8%ad%d9%84%d8%a8/ https://paper.example/%25D8%25A3%25D8%25AE%25D8%25A8%25D8%25A7%25D8%25B1/%25D8%25AD%25D9%2584%25D8%25A8",
		"https://paper.example/أ https://paper.example/ا\u0654",
		"https://paper.example/?id=1&page=2 https://paper.example/?page=2&id=1 https://paper.example?id=1&page=2&utm_campaign=z",
		"https://صحيفة.example/1 https://xn--ogbhx3c3b.example/1",
		"https://paper.example/news/1 https://www.google.com/url?q=https://paper.example/news/1&sa=U https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fnews%2F1%3Ffbclid%3Dq https://www.google.com/amp/s/paper.example/news/1/amp/ https://paper-example.cdn.ampproject.org/c/s/paper.example/news/1",
	} {
		addresses := strings.Fields(line)
		for _, a := range addresses {
			if got, want := Address(a), Address(addresses[0]); got != want || got == "" {
				t.Errorf("%s is %q, %s is %q", a, got, addresses[0], want)
			}
		}
	}
}

// No two addresses of one line lead to one article.
func TestOtherAddresses(t *testing.T) {
	t.Parallel()
	for _, line := range []string{
		"https://paper.example/news/1 https://paper.example/news/2 https://other.example/news/1 https://sport.paper.example/news/1 https://paper.example:8080/news/1",
		"https://paper.example/?id=1 https://paper.example/?id=2 https://paper.example/?id=1&page=2 https://paper.example/?amp=3",
		"https://paper.example/Amplifier https://paper.example/ampere https://paper.example/camp https://paper.example/News/1 https://paper.example/news/1",
		"https://paper.example/news/1 https://paper.example/news/1?ref=17 https://paper.example/news/1?source=reuters https://paper.example/news/1?page=2 https://paper.example/news/1?print=2 https://paper.example/news/1?format=epub https://paper.example/blueprint https://paper.example/prints/1",
		"https://web.archive.org/web/2024/page https://web.archive.org/about https://paper.example/about",
		"https://m.example/1 https://www.example/1 https://example/1",
		"https://www.google.com/url https://www.google.com/search?q=https://paper.example/1 https://paper.example/1",
		"https://paper.example/a%3Fb https://paper.example/a?b",
	} {
		seen := map[string]string{}
		for a := range strings.FieldsSeq(line) {
			if other, ok := seen[Address(a)]; ok {
				t.Errorf("%s and %s are both %q", other, a, Address(a))
			}
			seen[Address(a)] = a
		}
	}
}

// What is no article's address has none.
func TestNoAddress(t *testing.T) {
	t.Parallel()
	for _, a := range []string{
		"", "paper", "/news/1", "https://", "https://paper.example", "https://www.paper.example/", "https://paper.example/?utm_source=x", "https://paper.example/amp",
		"https://paper.example/index.html", "mailto:a@paper.example", "http://[::1", "%zz://x",
	} {
		if got := Address(a); got != "" {
			t.Errorf("%s is %q", a, got)
		}
	}
}

// Whatever is given, what comes out is an address, and its own.
func FuzzAddress(f *testing.F) {
	for _, a := range []string{"https://paper.example/1", "http://m.x.y/amp/%25d8?amp&q=1", "https://[::1]:80/a", "//x/..%2f", "https://www.google.com/url?q=https://www.google.com/url?q=https://a.b/c"} {
		f.Add(a)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		once := Address(raw)
		if again := Address("https://" + once); once != "" && len(again) > len(once) {
			t.Errorf("%q is %q, and that is %q", raw, once, again)
		}
	})
}
