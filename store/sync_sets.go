package store

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"
)

// dot names one giving of a tag or writing of a highlight.
func (s *syncer) dot(prefix, element string) string {
	return prefix + element + ":" + s.names[s.me] + ":" + strconv.FormatInt(s.now, 36)
}

// elementOf gives the tag or highlight of a field that a dot names.
func elementOf(field, prefix string) (element string, ok bool) {
	rest, ok := strings.CutPrefix(field, prefix)
	if !ok {
		return "", false
	}
	for range 2 {
		at := strings.LastIndexByte(rest, ':')
		if at < 0 {
			return "", false
		}
		rest = rest[:at]
	}
	return rest, true
}

// compareTags finds tags that were given and taken away.
func (s *syncer) compareTags(ctx context.Context) error {
	type tagOfItem struct {
		item      int64
		key, name string
	}
	scan := func(scan scanner) (t tagOfItem, err error) { return t, scan(&t.item, &t.key, &t.name) }
	given, err := collectRows(ctx, s, scan, `SELECT i.item, t.key, t.name FROM tag t JOIN article a USING (num) JOIN sync_item i ON i.kind = 0 AND i.id = a.id
		WHERE NOT EXISTS (SELECT 1 FROM sync_tag st WHERE st.item = i.item AND st.key = t.key)`)
	if err != nil {
		return err
	}
	taken, err := collectRows(ctx, s, scan, `SELECT st.item, st.key, '' FROM sync_tag st
		WHERE NOT EXISTS (SELECT 1 FROM sync_item i JOIN article a ON a.id = i.id JOIN tag t USING (num) WHERE i.item = st.item AND t.key = st.key)`)
	if err != nil {
		return err
	}
	for _, t := range taken {
		if err := s.empty(ctx, t.item, s.isElement(ctx, t.item, fieldTag, t.key)); err != nil {
			return err
		}
		if _, err := s.exec(ctx, "DELETE FROM sync_tag WHERE item = ? AND key = ?", t.item, t.key); err != nil {
			return err
		}
		if err := s.keepBookmark(ctx, t.item); err != nil {
			return err
		}
	}
	for _, t := range given {
		if err := s.set(ctx, t.item, s.dot(fieldTag, t.key), t.name, 0); err != nil {
			return err
		}
		if _, err := s.exec(ctx, "INSERT INTO sync_tag (item, key) VALUES (?, ?)", t.item, t.key); err != nil {
			return err
		}
	}
	return nil
}

// keepBookmark writes that an article has a bookmark that it had by its tags alone, of
// which one was taken away.
func (s *syncer) keepBookmark(ctx context.Context, item int64) error {
	on, err := collectRows(ctx, s, scanColumn[bool], `SELECT a.bookmarked FROM sync_item i JOIN article a ON a.id = i.id WHERE i.item = ?`, item)
	if err != nil || len(on) == 0 || !on[0] {
		return err
	}
	was, err := s.value(ctx, item, fieldBookmarked)
	if err != nil || was == "1" {
		return err
	}
	return s.set(ctx, item, fieldBookmarked, "1", 0)
}

// fieldsOrError are fields, or why they could not be read.
type fieldsOrError struct {
	fields []string
	err    error
}

// isElement gives the fields of a tag or highlight that are not empty.
func (s *syncer) isElement(ctx context.Context, item int64, prefix, element string) fieldsOrError {
	all, err := collectRows(ctx, s, scanColumn[string], "SELECT field FROM sync_register WHERE item = ? AND field > ? AND field < ? AND value <> ''",
		item, prefix+element+":", prefix+element+";")
	var own []string
	for _, field := range all {
		if e, ok := elementOf(field, prefix); ok && e == element {
			own = append(own, field)
		}
	}
	return fieldsOrError{own, err}
}

// empty takes what fields are away.
func (s *syncer) empty(ctx context.Context, item int64, these fieldsOrError) error {
	for _, field := range these.fields {
		if err := s.set(ctx, item, field, "", 0); err != nil {
			return err
		}
	}
	return these.err
}

// syncHighlight is a highlight as machines hand it on.
type syncHighlight struct {
	Start   int    `json:"s"`
	End     int    `json:"e"`
	Quote   string `json:"q,omitempty"`
	Before  string `json:"b,omitempty"`
	After   string `json:"a,omitempty"`
	Note    string `json:"n,omitempty"`
	Made    int64  `json:"m"`
	Changed int64  `json:"c"`
}

func (h syncHighlight) encode() string { return string(mustValue(json.Marshal(h))) }

// compareHighlights finds highlights that were made, changed and taken away.
func (s *syncer) compareHighlights(ctx context.Context) error {
	type highlightOfItem struct {
		id   string
		item int64
		syncHighlight
		fields, was *string
	}
	now, err := collectRows(ctx, s, func(scan scanner) (h highlightOfItem, err error) {
		return h, scan(&h.id, &h.item, &h.Start, &h.End, &h.Quote, &h.Before, &h.After, &h.Note, &h.Made, &h.Changed, &h.fields, &h.was)
	}, `SELECT h.id, i.item, h.first, h.last, h.quote, h.quote_from, h.quote_to, h.note, h.made, h.changed, sh.fields, sh.value
		FROM highlight h JOIN article a USING (num) JOIN sync_item i ON i.kind = 0 AND i.id = a.id LEFT JOIN sync_highlight sh ON sh.id = h.id`)
	if err != nil {
		return err
	}
	type shadow struct {
		id, fields string
		item       int64
	}
	gone, err := collectRows(ctx, s, func(scan scanner) (h shadow, err error) { return h, scan(&h.id, &h.item, &h.fields) },
		"SELECT id, item, fields FROM sync_highlight sh WHERE NOT EXISTS (SELECT 1 FROM highlight h WHERE h.id = sh.id)")
	if err != nil {
		return err
	}
	for _, h := range gone {
		if err := s.empty(ctx, h.item, fieldsOrError{fields: strings.Split(h.fields, "\n")}); err != nil {
			return err
		}
		if _, err := s.exec(ctx, "DELETE FROM sync_highlight WHERE id = ?", h.id); err != nil {
			return err
		}
	}
	for i := range now {
		h := &now[i]
		value := h.encode()
		if h.was != nil && *h.was == value {
			continue
		}
		if h.fields != nil {
			if err := s.empty(ctx, h.item, fieldsOrError{fields: strings.Split(*h.fields, "\n")}); err != nil {
				return err
			}
		}
		field := s.dot(fieldHighlight, h.id)
		if err := s.set(ctx, h.item, field, value, 0); err != nil {
			return err
		}
		_, err := s.exec(ctx, "INSERT OR REPLACE INTO sync_highlight (id, item, fields, value) VALUES (?, ?, ?, ?)", h.id, h.item, field, value)
		if err != nil {
			return err
		}
	}
	return nil
}
