package pipeline

import "testing"

func TestWhatMayNotBeListed(t *testing.T) {
	sectors := func(ideburen, private string) map[string]publishedShare {
		return map[string]publishedShare{"ideburen": {amount: ideburen}, "private": {amount: private}}
	}
	cases := map[string]struct {
		protect string
		cells   []map[string]publishedShare
		want    bool
	}{
		"money of legal persons is public":        {"none", []map[string]publishedShare{sectors("1", "2")}, false},
		"five people or more":                     {"frequency", []map[string]publishedShare{sectors("5", "900")}, false},
		"four people":                             {"frequency", []map[string]publishedShare{sectors("900", "4")}, true},
		"nobody is shown":                         {"frequency", []map[string]publishedShare{sectors("0", "900")}, false},
		"four people between two definitions":     {"frequency", []map[string]publishedShare{sectors("10", "90"), sectors("14", "86")}, true},
		"five people between two definitions":     {"frequency", []map[string]publishedShare{sectors("10", "90"), sectors("15", "85")}, false},
		"the same people under two definitions":   {"frequency", []map[string]publishedShare{sectors("10", "90"), sectors("10", "90")}, false},
		"what was received under secrecy, always": {"secrecy", []map[string]publishedShare{sectors("900", "900")}, true},
		"a definition that says nothing":          {"frequency", []map[string]publishedShare{sectors("", "")}, false},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			if got := isProtected(c.protect, c.cells...); got != c.want {
				t.Errorf("protected is %t, want %t", got, c.want)
			}
		})
	}
}
