package workspace

import "testing"

func TestOpenRefusesABrokenCodeList(t *testing.T) {
	refuse(t, []refusal{
		{
			"a code twice in one file", "data/place.csv",
			"0180,01,3",
			"01,01,3",
			`data/place.csv:4:1: code "01" stands already in data/place.csv line 3; to add other spellings of it, give only code and alias`,
		},
		{
			"a built-in code in the workspace", "code/area.csv",
			"preschool,,5",
			"none,,5",
			`code/area.csv:2:1: code "none" stands already in data/area.csv line 2; to add other spellings of it, give only code and alias`,
		},
		{
			"a sort that is no number", "data/place.csv",
			"0180,01,3",
			"0180,01,x",
			`data/place.csv:4:1: sort of code "0180" is "x", expected a whole number`,
		},
		{
			"an unknown parent", "data/place.csv",
			"0180,01,3",
			"0180,02,3",
			`data/place.csv:4:1: parent "02" of code "0180" is not in the list; possible: SE, 01, 0180`,
		},
		{
			"another header", "code/area.csv",
			"alias,source",
			"aliases,source",
			`code/area.csv:1:1: the header is "code,parent,sort,label_sv,label_en,aliases,source", expected "code,parent,sort,label_sv,label_en,alias,source"`,
		},
		{
			"a column more than the built-in list has", "code/area.csv",
			"alias,source",
			"alias,source,note",
			`code/area.csv:1:1: the header is "code,parent,sort,label_sv,label_en,alias,source,note", expected "code,parent,sort,label_sv,label_en,alias,source"`,
		},
		{
			"a row with too few columns", "code/area.csv",
			"Dagis|Lekis,own",
			"own",
			`code/area.csv:2:1: fields in the row: 6, in the header: 7`,
		},
		{
			"a quote that is not closed", "code/area.csv",
			"Preschool,Dagis",
			"Preschool,\"Dagis",
			`code/area.csv:2:51: extraneous or missing " in quoted-field`,
		},
		{
			"a series break on a day that does not exist", "code/series_break.csv",
			"2021-07-01",
			"2021-06-31",
			`code/series_break.csv:2:73: "2021-06-31" is not a date as YYYY-MM-DD; give the first day of the new way of counting`,
		},
		{
			"a series break of another measure", "code/series_break.csv",
			"pupils,2021",
			"pupil,2021",
			`code/series_break.csv:2:66: there is no measure "pupil"; did you mean "pupils"?`,
		},
		{
			"a series break of nothing", "code/series_break.csv",
			"pupils,2021",
			",2021",
			`code/series_break.csv:2:66: the series break "ny_raknare" names no measure; give the one whose series is broken`,
		},
		{
			"a source that is complete in what is no attribute", "sources/school.yaml",
			"licence:",
			"complete: [registrered]\nlicence:",
			`sources/school.yaml:3:12: there is no attribute "registrered"; possible: legal_form, claim, name`,
		},
		{
			"an empty code", "code/area.csv",
			"preschool,,5",
			",,5",
			`code/area.csv:2:1: the code is empty`,
		},
	})
}
