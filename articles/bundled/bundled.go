// Package bundled has the articles that ship with Warraq.
package bundled

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"path"
	"strings"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/intake"
)

// articleFiles holds the articles that ship with Warraq.
//
//go:embed *.md
var articleFiles embed.FS

// Key stands before the name of a bundled article's file, without its
// extension, in its key.
const Key = "warraq:"

// Articles gives the articles that ship with Warraq, in the order of their files'
// names. Each has a key made of its file's name, and what it lists under related
// are the names of other bundled files.
func Articles() ([]articles.Article, error) {
	entries, err := articleFiles.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("the articles that ship: %w", err)
	}
	var list []articles.Article
	for _, file := range entries {
		data, err := articleFiles.ReadFile(file.Name())
		if err != nil {
			return nil, fmt.Errorf("the articles that ship: %w", err)
		}
		read, err := intake.Read(file.Name(), data)
		if err != nil {
			return nil, fmt.Errorf("the articles that ship: %w", err)
		}
		for _, a := range read {
			a.Key = Key + strings.TrimSuffix(file.Name(), path.Ext(file.Name()))
			for i := range a.Related {
				a.Related[i].Key, a.Related[i].Title = Key+a.Related[i].Title, ""
			}
			list = append(list, a)
		}
	}
	for i := range list {
		nameRelated(list, list[i].Related)
	}
	return list, nil
}

// Digest returns a digest of the files that ship, which says whether they are
// those of last time without their being read as articles.
func Digest() (string, error) {
	entries, err := articleFiles.ReadDir(".")
	if err != nil {
		return "", fmt.Errorf("the articles that ship: %w", err)
	}
	sum := sha256.New()
	for _, file := range entries {
		data, err := articleFiles.ReadFile(file.Name())
		if err != nil {
			return "", fmt.Errorf("the articles that ship: %w", err)
		}
		_, _ = fmt.Fprintf(sum, "%s\x00%d\x00%s", file.Name(), len(data), data) // a hash fails nowhere
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// nameRelated fills in what the articles themselves say of those pointed at.
func nameRelated(list []articles.Article, related []articles.Related) {
	for i := range related {
		for _, a := range list {
			if a.Key == related[i].Key {
				related[i] = articles.Related{
					Kind: related[i].Kind, Key: a.Key, URL: a.URL, Title: a.Title, Section: a.Section,
					Source: a.Source, Author: a.Author, Place: a.Place, Summary: a.Summary,
				}
			}
		}
	}
}
