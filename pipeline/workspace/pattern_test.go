package workspace

import "testing"

func TestAPatternReadsThePartitionFromTheName(t *testing.T) {
	cases := []struct {
		pattern, template, name string
		claimed                 bool
		partition               string
	}{
		{"a.csv", "", "a.csv", true, ""},
		{"a.csv", "", "aXcsv", false, ""},
		{"a.csv", "", "b-a.csv", false, ""},
		{"a.csv", "", "a.csv.bak", false, ""},
		{"*.csv", "", "what ever åäö.csv", true, ""},
		{"a?.csv", "", "aö.csv", true, ""},
		{"l-{year}.csv", "", "l-2021.csv", true, "2021"},
		{"l-{year}.csv", "", "l-21.csv", false, ""},
		{"l-{year}.csv", "", "l-3021.csv", false, ""},
		{"l-{year}-{month}.csv", "", "l-2021-05.csv", true, "2021-05"},
		{"l-{month}-{year}.csv", "", "l-05-2021.csv", true, "2021-05"},
		{"l-{year}{month}.csv", "", "l-202113.csv", false, ""},
		{"l-{year}{month}.csv", "", "l-202100.csv", false, ""},
		{"s_{name}.csv", "", "s_2019-20.csv", true, "2019-20"},
		{"s_{name}.csv", "", "s_.csv", false, ""},
		{"{name}-{year}-{month}.csv", "{year}-{month}", "v3-2021-05.csv", true, "2021-05"},
		{"l-{year}-{month}.csv", "{year}", "l-2021-05.csv", true, "2021"},
		{"l-{year}.csv", "{year}-{month}", "l-2021.csv", true, "2021"},
		{"{name}-{year}.csv", "{name} ({year})", "x-2021.csv", true, "x (2021)"},
	}
	for _, c := range cases {
		s := Source{File: []string{c.pattern}, Partition: c.template}
		m, claimed := s.match(c.name)
		if claimed != c.claimed || claimed && s.partition(m) != c.partition {
			t.Errorf("%s with %q on %s: %v %q, want %v %q", c.pattern, c.template, c.name, claimed, s.partition(m), c.claimed, c.partition)
		}
	}
}

func TestAMemberOfAnArchiveIsFoundByItsName(t *testing.T) {
	for _, c := range []struct {
		pattern, name string
		want          bool
	}{
		{"", "anything", true},
		{"scb_bulkfil_JE_*.txt", "scb_bulkfil_JE_20260601T065839_76.txt", true},
		{"scb_bulkfil_JE_*.txt", "scb_bulkfil_AE_20260601T065839_76.txt", false},
		{"{year}.csv", "2024.csv", true},
		{"{week}.csv", "{week}.csv", false},
	} {
		if got := (Source{Member: c.pattern}).IsMember(c.name); got != c.want {
			t.Errorf("%q and %s: %v", c.pattern, c.name, got)
		}
	}
}
