package owner

import (
	"math"
	"time"
)

// A day is a number of days since 1970-01-01, or an open end.
type day int32

const (
	always day = math.MinInt32
	never  day = math.MaxInt32
)

// period is the interval [from, to) of a fact.
type period struct{ from, to day }

func newPeriod(from, to time.Time) period { return period{dayFrom(from), dayTo(to)} }

func (p period) holds(t day) bool { return p.from <= t && t < p.to }

func dayFrom(date time.Time) day {
	if date.IsZero() {
		return always
	}
	return dayOf(date)
}

func dayTo(date time.Time) day {
	if date.IsZero() {
		return never
	}
	return dayOf(date)
}

// dayOf reads the date as it is written, in whatever zone.
func dayOf(date time.Time) day {
	year, month, d := date.Date()
	return day(time.Date(year, month, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func (d day) time() time.Time {
	if d == always || d == never {
		return time.Time{}
	}
	return time.Unix(int64(d)*86400, 0).UTC()
}
