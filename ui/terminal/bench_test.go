package terminal

import (
	"math/rand/v2"
	"testing"

	"github.com/warraq/warraq/ui/rtl"
)

// A row of three panes, in each form.
func BenchmarkAppend(b *testing.B) {
	row := screenRow(rand.New(rand.NewPCG(5, 6)))
	for _, form := range Forms() {
		b.Run(form.String(), func(b *testing.B) {
			var buffer []byte
			b.ReportAllocs()
			for b.Loop() {
				buffer = form.Append(buffer[:0], row)
			}
			b.ReportMetric(float64(len(buffer)), "bytes/row")
			b.ReportMetric(float64(rtl.Width(row)), "columns")
		})
	}
}
