package html

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// What stands between a site and its readers may answer with a page of its own, which asks whether a
// person is reading. Saved, it is no article.

// challengeNames are the identifiers and classes of such pages.
var challengeNames = []string{
	"challenge-running", "challenge-form", "challenge-error-text", "challenge-error-title", "challenge-body-text", "cf-challenge", "cf-error-details", "cf-please-wait", "cf-browser-verification", // Cloudflare
	"px-captcha", "px-captcha-wrapper", "px-captcha-container", // HUMAN
	"sec-if-cpt-container", "sec-cpt-if", // Akamai
	"ddg-captcha", "ddg-l10n-title", // DDoS-Guard
	"distil_r_captcha", "distilidentificationblock", "interstitial-inprogress", // Imperva
	"captcha-container-datadome", "aws-waf-captcha-container", "sucuri-firewall",
}

// challengeTitles are the titles of such pages, in small letters and without what stands behind a sign.
var challengeTitles = []string{
	"just a moment", "pardon our interruption", "attention required!", "please wait", "access denied", "access to this page has been denied", "are you a robot?",
	"ddos-guard", "human verification", "checking your browser", "security check", "one moment, please", "verifying you are human", "robot or human?",
}

// isChallenge tells such a page: it is short, and has its names or its title.
func isChallenge(document *html.Node) bool {
	body := Find(document, atom.Body)
	if body == nil || !isShort(body) || Find(body, atom.Article) != nil {
		return false
	}
	title, _, _ := strings.Cut(pageTitle(document), " | ")
	if slices.Contains(challengeTitles, strings.ToLower(strings.TrimRight(title, " .…"))) {
		return true
	}
	return slices.ContainsFunc(Elements(body), func(n *html.Node) bool {
		names := strings.Fields(strings.ToLower(Attribute(n, "id") + " " + Attribute(n, "class")))
		return slices.ContainsFunc(names, func(name string) bool { return slices.Contains(challengeNames, name) })
	})
}
