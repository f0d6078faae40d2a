package decode

import (
	"bytes"
	"encoding/csv"
	"io"
	"testing"
)

func BenchmarkReferenceCSV(b *testing.B) {
	var text bytes.Buffer
	writeLedger(&text, 25_000, "utf-8")
	before := cpuSeconds(b)
	n := 0
	for b.Loop() {
		n++
		r := csv.NewReader(bytes.NewReader(text.Bytes()))
		r.Comma = ';'
		r.ReuseRecord = true
		for {
			if _, err := r.Read(); err == io.EOF {
				break
			}
		}
	}
	b.ReportMetric((cpuSeconds(b)-before)/float64(n)/25_000*1e9, "cpu-ns/row")
}
