package site

import (
	"fmt"
	"time"
	"unicode/utf8"
)

// An axis places periods by their reference dates: two periods five years
// apart stand five years apart.
type axis struct {
	x       []length
	periods []string
	breaks  []length
}

func newAxis(points []Point) (axis, error) {
	var a axis
	var days []int64
	for i, p := range points {
		date, err := time.Parse(time.DateOnly, p.Date)
		if err != nil {
			return a, fmt.Errorf("period %s: reference date: %w", p.Period, err)
		}
		days = append(days, date.Unix()/86_400)
		if i > 0 && days[i] <= days[i-1] {
			return a, fmt.Errorf("period %s is not after %s", p.Period, points[i-1].Period)
		}
		a.periods = append(a.periods, p.Period)
	}
	first, last := days[0], days[len(days)-1]
	from, to := panelLeft+panelInset, panelRight-panelInset
	for i, day := range days {
		a.x = append(a.x, from+length((day-first)*int64(to-from)/(last-first)))
		if points[i].Break != "" && i > 0 {
			a.breaks = append(a.breaks, (a.x[i-1]+a.x[i])/2)
		}
	}
	return a, nil
}

// labels names the last period, the first, and as many between them as there
// is room for.
func (a axis) labels() []panelTick {
	last := len(a.x) - 1
	chosen := []int{last}
	for i := last - 1; i >= 0; i-- {
		if a.fits(i, chosen[len(chosen)-1]) {
			chosen = append(chosen, i)
		}
	}
	for chosen[len(chosen)-1] != 0 {
		if at := chosen[len(chosen)-1]; len(chosen) > 1 && !a.fits(0, at) {
			chosen = chosen[:len(chosen)-1]
			continue
		}
		chosen = append(chosen, 0)
	}
	var ticks []panelTick
	for i := len(chosen) - 1; i >= 0; i-- {
		ticks = append(ticks, panelTick{X: a.x[chosen[i]], Label: a.periods[chosen[i]]})
	}
	return ticks
}

func (a axis) fits(left, right int) bool {
	letters := utf8.RuneCountInString(a.periods[left]) + utf8.RuneCountInString(a.periods[right])
	return a.x[right]-a.x[left] > length(letters)*digitWidth/2+80
}
