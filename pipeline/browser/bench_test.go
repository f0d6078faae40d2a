package browser

import (
	"io"
	"os"
	"path"
	"strconv"
	"strings"
	"testing"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// BenchmarkLookup writes the lookup of 60,000 organisations, in two languages,
// to nowhere, and tells how large it is.
func BenchmarkLookup(b *testing.B) {
	r := made(60_000)
	before := peak(b)
	for b.Loop() {
		sizes, files, largest := map[string]int{}, 0, 0
		write := func(name string, content func(io.Writer) error) error {
			var n counter
			err := content(&n)
			sizes[path.Ext(name)] += int(n)
			files++
			largest = max(largest, int(n))
			return err
		}
		var shells []site.Shell
		for _, language := range []string{edition.Swedish, edition.English} {
			shells = append(shells, site.Shell{Language: language, Title: "Tre sektorer", Date: "2026-11-25", Pages: []string{site.Front, site.Lookup}})
		}
		if err := site.WriteLookup(write, shells, r); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(float64(sizes[".js"])/1e6, "MB-data")
		b.ReportMetric(float64(sizes[".html"])/1e6, "MB-lists")
		b.ReportMetric(float64(largest)/1e3, "kB-largest")
		b.ReportMetric(float64(files), "files")
	}
	b.ReportMetric(peak(b), "MB-peak")
	b.ReportMetric(before, "MB-peak-before")
}

// A counter counts what is written to it.
type counter int

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// peak is the largest memory of the process so far, in MB.
func peak(b *testing.B) float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		b.Skip("the largest memory is read from /proc: " + err.Error())
	}
	_, text, _ := strings.Cut(string(status), "VmHWM:")
	kilobytes, err := strconv.Atoi(strings.Fields(text)[0])
	if err != nil {
		b.Fatal(err)
	}
	return float64(kilobytes) / 1e3
}
