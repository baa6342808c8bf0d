package looks

// Lasting is a setting that holds from the next start on.
type Lasting struct {
	Name   string
	Values []string // that it can have
	Now    string
}

// choice is the setting among those that can be changed.
func (l Lasting) choice() choice {
	return choice{
		name: l.Name, group: StartGroup, values: fixedValues(l.Values...), later: true,
		now: func(s *Settings) string {
			if v, ok := s.Changed[l.Name]; ok {
				return v
			}
			return l.Now
		},
		set: func(s *Settings, v string) Effect { s.Keep(l.Name, v); return 0 },
	}
}
