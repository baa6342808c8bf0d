// Package telegram reads the exports of Telegram Desktop, result.json and messages.html:
// of a channel each post is an article, of a conversation each day.
package telegram

import (
	"bytes"
	"encoding/json"
	"html"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/warraq/warraq/articles"
	"github.com/warraq/warraq/articles/format/chat"
	"github.com/warraq/warraq/articles/format/entries"
	"github.com/warraq/warraq/articles/text"
)

// conversation is a channel, a group or a chat.
type conversation struct {
	Name     string            `json:"name"`
	Type     string            `json:"type"`
	ID       json.Number       `json:"id"`
	Messages []json.RawMessage `json:"messages"`
}

// message is a post as the file has it.
type message struct {
	ID        int64       `json:"id"`
	Type      string      `json:"type"`
	Date      string      `json:"date"`
	Seconds   json.Number `json:"date_unixtime"`
	From      string      `json:"from"`
	Author    string      `json:"author"` // who signed a post of a channel
	Forwarded string      `json:"forwarded_from"`
	ReplyTo   int64       `json:"reply_to_message_id"`
	Text      runs        `json:"text"`
	Entities  runs        `json:"text_entities"`
	Poll      *pollData   `json:"poll"`
}

type pollData struct {
	Question runs `json:"question"`
	Answers  []struct {
		Text runs `json:"text"`
	} `json:"answers"`
}

// recognise reports whether an object is an export, of one conversation or of all.
func recognise(object map[string]json.RawMessage) bool {
	if chats, ok := object["chats"]; ok {
		var list struct {
			List []json.RawMessage `json:"list"`
		}
		return json.Unmarshal(chats, &list) == nil && len(list.List) > 0
	}
	_, named := object["name"]
	kind, typed := object["type"]
	if !named && !typed || !isTelegramType(string(bytes.Trim(kind, `" `))) {
		return false
	}
	var messages []json.RawMessage
	if json.Unmarshal(object["messages"], &messages) != nil || len(messages) == 0 {
		return messages != nil
	}
	var first struct {
		ID   *int64  `json:"id"`
		Date *string `json:"date"`
	}
	return json.Unmarshal(messages[0], &first) == nil && first.ID != nil && first.Date != nil
}

// channelTypes are the types of what many read and few write: each message stands for
// itself. So do those that someone saved.
var channelTypes = []string{"public_channel", "private_channel", "channel", "saved_messages"}

// talkTypes are the types of conversations.
var talkTypes = []string{"personal_chat", "bot_chat", "private_group", "private_supergroup", "public_supergroup", "public_group", "replies", "verification_codes"}

func isTelegramType(kind string) bool {
	return slices.Contains(channelTypes, kind) || slices.Contains(talkTypes, kind)
}

// parseJSON reads an export and returns its articles, and the numbers of the messages that
// could not be read with the reason of the first.
func parseJSON(data []byte) (list []entries.Entry, wrong int, err error) {
	var export struct {
		conversation
		Chats struct {
			List []conversation `json:"list"`
		} `json:"chats"`
		Left struct {
			List []conversation `json:"list"`
		} `json:"left_chats"`
	}
	if unmarshalErr := json.Unmarshal(data, &export); unmarshalErr != nil {
		return nil, 0, unmarshalErr //nolint:wrapcheck // the caller says where
	}
	all := slices.Concat(export.Chats.List, export.Left.List)
	if len(export.Messages) > 0 {
		all = append(all, export.conversation)
	}
	for _, c := range all {
		found, n, why := c.entries()
		list, wrong = append(list, found...), wrong+n
		if err == nil {
			err = why
		}
	}
	return list, wrong, err
}

// entries makes articles of a conversation's messages.
func (c *conversation) entries() (list []entries.Entry, wrong int, err error) {
	var posts []post
	for _, raw := range c.Messages {
		var m message
		if why := json.Unmarshal(raw, &m); why != nil {
			if wrong++; err == nil {
				err = why
			}
			continue
		}
		if p := m.post(); m.Type != "service" && (p.html != "" || p.plain != "") {
			posts = append(posts, p)
		}
	}
	name := c.Name
	if slices.Contains(talkTypes, c.Type) {
		return talkEntries(name, posts), wrong, err
	}
	key := ""
	if id := c.ID.String(); id != "" {
		key = "telegram:" + id + "/"
	}
	return channelEntries(name, key, posts), wrong, err
}

// post makes a post of a message.
func (m *message) post() post {
	said := m.Entities
	if len(said) == 0 || plainText(m.Text) != plainText(said) && plainText(m.Text) != "" {
		said = m.Text // programs of before 2022 write this alone
	}
	p := post{id: m.ID, from: m.From, author: m.Author, replyTo: m.ReplyTo, time: m.time()}
	if p.author == "" {
		p.author = m.Forwarded
	}
	p.html, p.plain, p.tags = said.html(), plainText(said), said.tags()
	if m.Poll != nil {
		var b strings.Builder
		b.WriteString(p.html + "<p><strong>" + html.EscapeString(plainText(m.Poll.Question)) + "</strong></p>\n<ul>")
		for _, answer := range m.Poll.Answers {
			b.WriteString("<li>" + html.EscapeString(plainText(answer.Text)) + "</li>")
		}
		p.html = b.String() + "</ul>\n"
		p.plain = strings.TrimSpace(p.plain + "\n\n" + plainText(m.Poll.Question))
	}
	return p
}

// time returns when a post was written: by the seconds since 1970, which need no zone.
func (m *message) time() time.Time {
	if n, err := strconv.ParseInt(m.Seconds.String(), 10, 64); err == nil && n > 0 {
		return time.Unix(n, 0).UTC()
	}
	t, _ := time.Parse("2006-01-02T15:04:05", m.Date)
	return t
}

// post is a message of either form of the export.
type post struct {
	id, replyTo  int64
	from, author string
	time         time.Time
	html, plain  string
	tags         []string
}

// talkEntries makes an article of each day of a conversation.
func talkEntries(name string, posts []post) []entries.Entry {
	messages := make([]chat.Message, len(posts))
	for i, p := range posts {
		messages[i] = chat.Message{Time: p.time, From: p.from, HTML: p.html}
	}
	return chat.Days(name, "Telegram", messages)
}

// channelEntries makes an article of each post. An answer points at what it answers.
func channelEntries(name, key string, posts []post) []entries.Entry {
	list := make([]entries.Entry, len(posts))
	titles := make(map[int64]string, len(posts))
	for i, p := range posts {
		e := entries.Entry{Article: articles.Article{
			Title: postTitle(p.plain), Source: name, Author: p.author, Published: p.time, Tags: p.tags,
		}, HTML: p.html}
		if e.Author == name {
			e.Author = ""
		}
		if key != "" {
			e.Key = key + strconv.FormatInt(p.id, 10)
		}
		if to, ok := titles[p.replyTo]; ok && key != "" {
			e.Related = []articles.Related{{
				Kind: articles.ByAuthor, Key: key + strconv.FormatInt(p.replyTo, 10), Title: to, Source: name,
			}}
		}
		titles[p.id] = e.Title
		list[i] = e
	}
	return list
}

// postTitle returns a post's first line that has letters, cut after a word where it is long.
func postTitle(plain string) string {
	for line := range strings.SplitSeq(plain, "\n") {
		if line = text.CleanLine(line); line != "" {
			return text.ShortTitle(line)
		}
	}
	return ""
}
