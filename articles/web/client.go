package web

import (
	"context"
	"time"
)

// Client asks servers. It is safe for several goroutines, and one is enough for a
// program: what it knows of hosts (connections, pauses) is for all its requests.
type Client struct {
	options Options
}

// New makes a client. It fails where a file of [Options.Authorities] cannot be read.
func New(o Options) (*Client, error) { return &Client{options: o}, nil }

// Get asks for an address and returns what was answered. It waits until the host has a
// connection free; a host that wishes to be left alone is not asked at all, which is an
// [*Error] of [ErrTooMany] or [ErrBusy] with the time until which it is so.
func (c *Client) Get(ctx context.Context, r Request) (*Answer, error) {
	return nil, &Error{Address: r.Address, Kind: ErrNoServer}
}

// Pause makes the client leave the host of an address alone until a time: what an
// earlier run was told by [Answer.RetryAfter] and kept.
func (c *Client) Pause(address string, until time.Time) {}

// PausedUntil returns until when the host of an address is left alone; zero is not.
func (c *Client) PausedUntil(address string) time.Time { return time.Time{} }

// Close closes the connections that are open and idle.
func (c *Client) Close() {}
