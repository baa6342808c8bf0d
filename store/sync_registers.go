package store

import (
	"context"
	"slices"
	"strings"
)

// mergeRegisters writes those rows that are later than what is known, which it adds to that,
// and gives the items that changed, in the order of the rows, and the texts that came.
func (s *syncer) mergeRegisters(ctx context.Context, rows []SyncRow, items map[string]int64, known map[int64]itemRegisters) (changed []int64, texts map[int64]arrived, err error) {
	texts, seen, read := map[int64]arrived{}, map[int64]bool{}, map[int64]map[int64]int64{}
	type field struct {
		item int64
		name string
	}
	won := map[field]int{}
	var order []field
	for i := range rows {
		row, item := &rows[i], items[rows[i].Item]
		machine, err := s.machine(ctx, row.Machine)
		if err != nil {
			return nil, nil, err
		}
		r := register{item, row.Field, row.Stamp, machine, row.Value}
		of := known[item]
		if of == nil {
			of = itemRegisters{}
			known[item] = of
		}
		if was, ok := of[row.Field]; ok && s.compareRegisters(&r, &was) <= 0 {
			continue
		}
		if _, ok := readingDay(row.Field); ok && read[item] == nil {
			read[item] = readingIn(of)
		}
		of[row.Field] = r
		f := field{item, row.Field}
		if _, ok := won[f]; !ok {
			order = append(order, f)
		}
		won[f] = i
		if row.IsText() {
			texts[item] = arrived{row.Article, row.Feeds}
		}
		if !seen[item] {
			seen[item] = true
			changed = append(changed, item)
		}
	}
	for some := range slices.Chunk(order, registersAtOnce) {
		list := make([]register, len(some))
		for i, f := range some {
			list[i] = known[f.item][f.name]
		}
		if err := s.writeRegisters(ctx, list); err != nil {
			return nil, nil, err
		}
	}
	var more []dayOfItem
	for item, was := range read {
		more = append(append(more, daysOf(item, was, -1)...), daysOf(item, readingIn(known[item]), 1)...)
	}
	return changed, texts, s.addReading(ctx, more)
}

func distinct(items map[string]int64) []int64 {
	list := make([]int64, 0, len(items))
	for _, item := range items {
		list = append(list, item)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// registersAtOnce is how many registers are written by one statement.
const registersAtOnce = 64

func (s *syncer) writeRegisters(ctx context.Context, list []register) error {
	values := make([]any, 0, 7*len(list))
	for i := range list {
		r := &list[i]
		values = append(values, r.item, r.field, r.stamp, r.machine, s.folder, s.nextSeq(), r.value)
	}
	_, err := s.exec(ctx, "INSERT OR REPLACE INTO sync_register (item, field, stamp, machine, folder, seq, value) VALUES (?, ?, ?, ?, ?, ?, ?)"+
		strings.Repeat(", (?, ?, ?, ?, ?, ?, ?)", len(list)-1), values...)
	return err
}
