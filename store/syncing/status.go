package syncing

import (
	"os"
	"time"
)

// Machine is what is known of a machine by what it says in a folder.
type Machine struct {
	ID       string         `json:"id"`
	Name     string         `json:"name"`
	Own      bool           `json:"own"`     // it is this one
	Written  string         `json:"written"` // when it wrote last, RFC 3339, "" where it did not
	Segments int            `json:"segments"`
	Bytes    int64          `json:"bytes"`
	Unread   map[string]int `json:"unread"` // how many segments of others it has not read, by their IDs
}

// Status says what each machine has written into a folder and read there. Nothing is
// changed.
func Status(me, path string) ([]Machine, error) {
	if _, err := os.Stat(path); err != nil {
		return nil, pathError(path, err)
	}
	f, err := openFolder(path)
	if err != nil {
		return nil, err
	}
	folders, err := f.machines()
	if err != nil {
		return nil, err
	}
	list := make([]Machine, len(folders))
	numbers := map[string][]int{}
	for i := range folders {
		m := &folders[i]
		segments, _, err := m.segments()
		if err != nil {
			return nil, err
		}
		list[i] = Machine{ID: m.id, Name: m.card.Name, Own: m.id == me, Segments: len(segments), Unread: map[string]int{}}
		if !m.card.Written.IsZero() {
			list[i].Written = m.card.Written.Format(time.RFC3339)
		}
		for _, s := range segments {
			list[i].Bytes += s.size
			numbers[m.id] = append(numbers[m.id], s.number)
		}
	}
	for i := range folders {
		for id, of := range numbers {
			if id == folders[i].id {
				continue
			}
			for _, number := range of {
				if number > folders[i].card.Read[id] {
					list[i].Unread[id]++
				}
			}
		}
	}
	return list, nil
}
