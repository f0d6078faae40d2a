package pipeline

import (
	"slices"
	"time"

	"tresektor/pipeline/edition"
	"tresektor/pipeline/format/site"
)

// timeliness tells how old the numbers are and whether the edition came when it
// was due.
func (d prose) timeliness() (section site.Section) {
	section.Facts = []site.Fact{
		{Name: d.say("Utgåvans datum", "Date of the edition"), Text: d.dated(d.day())},
		{Name: d.say("Punktlighet", "Punctuality"), Text: d.punctuality()},
	}
	if next := nextRelease(d.space.Config.Releases, d.day()); next != "" {
		section.Facts = append(section.Facts, site.Fact{Name: d.say("Nästa utgåva", "Next edition"), Text: d.dated(next)})
	}
	produced := site.FactTable{
		Caption: d.say("Produktionstid: från periodens slut till utgåvans datum", "Production time: from the end of the period to the date of the edition"),
		Head:    []string{d.say("Rubriktal", "Headline figure"), d.say("Senaste period", "Latest period"), d.say("Periodens slut eller räknedag", "End of the period or counting day"), d.say("Produktionstid", "Production time")},
		Numbers: []int{3},
	}
	for _, c := range d.cards {
		last := c.last()
		produced.Rows = append(produced.Rows, []string{c.Title.In(d.language), last.Period, d.dated(last.Date), d.days(daysBetween(last.Date, d.day()))})
	}
	if len(produced.Rows) > 0 {
		section.Tables = append(section.Tables, produced)
	}
	return section
}

// punctuality compares the edition's day with the last day on which one was due.
func (d prose) punctuality() string {
	due := ""
	for _, day := range slices.Sorted(slices.Values(d.space.Config.Releases)) {
		if day <= d.day() {
			due = day
		}
	}
	switch late := daysBetween(due, d.day()); {
	case len(d.space.Config.Releases) == 0:
		return d.say("Det finns ingen publiceringsplan att jämföra med.", "There is no release calendar to compare with.")
	case due == "":
		return d.say("Utgåvan kom före den första dagen i publiceringsplanen.", "The edition came before the first day of the release calendar.")
	case late == 0:
		return d.say("Utgåvan kom på den planerade dagen.", "The edition came on the planned day.")
	default:
		return d.say("Utgåvan kom %s efter den planerade dagen %s.", "The edition came %s after the planned day %s.", d.days(late), d.dated(due))
	}
}

// dated writes a day out.
func (d prose) dated(day string) string { return edition.Day(day, d.language) }

func (d prose) days(n int) string {
	if n == 1 || n == -1 {
		return d.say("%d dag", "%d day", n)
	}
	return d.say("%s dagar", "%s days", grouped(d.language, number(int64(n))))
}

// daysBetween counts the days from one to another, 0 where one is no day.
func daysBetween(from, to string) int {
	a, errFrom := time.Parse(time.DateOnly, from)
	b, errTo := time.Parse(time.DateOnly, to)
	if errFrom != nil || errTo != nil {
		return 0
	}
	return int(b.Sub(a).Hours() / 24)
}

// accessibility tells in what forms the numbers can be had.
func (d prose) accessibility() (section site.Section) {
	section.Facts = []site.Fact{
		{Name: d.say("Språk", "Languages"), Text: d.say("svenska och engelska", "Swedish and English")},
		{Name: d.say("Tabeller", "Tables"), Text: d.say("%d tabeller, i formaten %s", "%d tables, in the formats %s", len(d.byName), d.formatList())},
		{Name: d.say("Öppna ett tal", "Open a number"), Text: d.say(
			"tresektor explain visar organisationerna, regeln, uppgifterna och källans rader bakom varje tal.",
			"tresektor explain shows the organisations, the rule, the evidence and the source’s lines behind each number.")},
	}
	if licence := d.space.Config.Licence; licence != "" {
		section.Facts = append(section.Facts, site.Fact{Name: d.say("Villkor", "Terms"), Text: licence})
	}
	return section
}
