package store

// makeAhead makes so many things in a goroutine of its own, some before they are asked for, so
// that SQLite takes in what was made while what comes next is. It returns what gives the
// next, to be asked as often at most, and what ends it.
func makeAhead[T any](count int, makeOne func(i int) T) (next func() T, stop func()) {
	const some = 16
	made, done := make(chan T, some), make(chan struct{})
	go func() {
		for i := range count {
			select {
			case made <- makeOne(i):
			case <-done:
				return
			}
		}
	}()
	return func() T { return <-made }, func() { close(done) }
}
