package serve

import (
	"sync"
	"time"
)

// limits counts connections and sessions, so that nobody takes the room of all.
type limits struct {
	perMinute, most, perKey int

	mu          sync.Mutex // guards what follows
	connections int
	recent      map[string]*recentConnections
	sessions    int
	byKey       map[string]int
}

// recentConnections are those that one address made: a bucket that fills up again within a
// minute.
type recentConnections struct {
	left float64
	at   time.Time
}

// spareConnections is how many connections there may be beside those with sessions.
const spareConnections = 50

// maxAddresses is of how many addresses it is known how often they came.
const maxAddresses = 10000

// connect takes a new connection from an address, to be done with by the function; ok is
// false where there are too many.
func (l *limits) connect(address string, now time.Time) (done func(), ok bool) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.recent == nil || len(l.recent) > maxAddresses {
		l.recent = map[string]*recentConnections{}
	}
	r := l.recent[address]
	if r == nil {
		r = &recentConnections{left: float64(l.perMinute), at: now}
		l.recent[address] = r
	}
	r.left = min(float64(l.perMinute), r.left+now.Sub(r.at).Minutes()*float64(l.perMinute))
	r.at = now
	if r.left < 1 || l.connections >= l.most+spareConnections {
		return nil, false
	}
	r.left--
	l.connections++
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.connections--
	}, true
}

// begin takes a new session of a key ("" is a guest's), to be done with by the function;
// where there are too many it gives the reason.
func (l *limits) begin(key string) (done func(), why Reason) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.byKey == nil {
		l.byKey = map[string]int{}
	}
	switch {
	case l.sessions >= l.most:
		return nil, TooMany
	case key != "" && l.byKey[key] >= l.perKey:
		return nil, TooManyOfKey
	}
	l.sessions++
	l.byKey[key]++
	return func() {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.sessions--
		if l.byKey[key]--; l.byKey[key] == 0 {
			delete(l.byKey, key)
		}
	}, 0
}
