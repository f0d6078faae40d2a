package edition_test

import (
	"testing"

	"tresektor/pipeline/edition"
)

func TestADayIsWrittenOut(t *testing.T) {
	for _, c := range []struct{ date, language, want string }{
		{"2026-11-02", edition.Swedish, "2 november 2026"},
		{"2026-05-31", edition.English, "31 May 2026"},
		{"2019/20", edition.Swedish, "2019/20"},
	} {
		if got := edition.Day(c.date, c.language); got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.date, c.language, got, c.want)
		}
	}
}
