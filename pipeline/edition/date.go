package edition

import (
	"fmt"
	"time"
)

// Day writes a date, "2026-11-22", out in a language: "22 november 2026". A
// text that is no date is given back as it is.
func Day(date, language string) string {
	day, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	return fmt.Sprintf("%d %s %d", day.Day(), Month(day.Month(), language), day.Year())
}

// Month is a month's name in a language.
func Month(month time.Month, language string) string {
	if language == English {
		return month.String()
	}
	return [...]string{"januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti",
		"september", "oktober", "november", "december"}[month-1]
}
