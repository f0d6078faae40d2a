package pipeline

import "testing"

func TestPeriodsAreNamedBySpansWithoutGaps(t *testing.T) {
	all := []string{"2016", "2017", "2018", "2019", "2020"}
	for _, c := range []struct {
		some []string
		want string
	}{
		{nil, ""},
		{[]string{"2017"}, "2017"},
		{[]string{"2016", "2017", "2018", "2019", "2020"}, "2016–2020"},
		{[]string{"2016", "2018", "2019"}, "2016, 2018–2019"},
	} {
		if got := stretches(c.some, all); got != c.want {
			t.Errorf("%v: %q, want %q", c.some, got, c.want)
		}
	}
}
