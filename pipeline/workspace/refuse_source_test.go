package workspace

import "testing"

func TestOpenRefusesASourceThatCannotBeRead(t *testing.T) {
	refuse(t, []refusal{
		{
			"an unknown profile", "sources/ledger.yaml",
			"profile: ledger",
			"profile: leger",
			`sources/ledger.yaml:1:10: there is no profile "leger"; did you mean "ledger"?`,
		},
		{
			"an unknown column type", "sources/school.yaml",
			"type: integer",
			"type: intger",
			`sources/school.yaml:11:26: "intger" is not a type of column; did you mean "integer"?`,
		},
		{
			"an amount without scale", "sources/school.yaml",
			"type: amount(2)",
			"type: amount",
			`sources/school.yaml:12:26: "amount" is not a type of column; possible: text, integer, amount(2), date(YYYY-MM-DD), month, year, code(list), orgnr, person_name(column)`,
		},
		{
			"an amount with too many decimals", "sources/school.yaml",
			"type: amount(2)",
			"type: amount(19)",
			`sources/school.yaml:12:26: "amount(19)" is not a type of column; did you mean "amount(2)"?`,
		},
		{
			"a date without day", "data/profile/ledger.yaml",
			"date(YYYY-MM-DD)",
			"date(YYYY-MM)",
			`data/profile/ledger.yaml:6:25: "date(YYYY-MM)" is not a type of column; did you mean "date(YYYY-MM-DD)"?`,
		},
		{
			"an unknown code list", "sources/school.yaml",
			"code(place)",
			"code(places)",
			`sources/school.yaml:10:26: there is no code list "places"; did you mean "place"?`,
		},
		{
			"a name of no orgnr column", "sources/school.yaml",
			"person_name(orgnr)",
			"person_name(kommun)",
			`sources/school.yaml:9:24: person_name(kommun) must name a column of type orgnr; possible: orgnr`,
		},
		{
			"a column twice", "sources/school.yaml",
			"name: kronor",
			"name: elever",
			`sources/school.yaml:12:12: column "elever" stands twice, first on line 11`,
		},
		{
			"a column called line", "sources/school.yaml",
			"name: kronor",
			"name: line",
			`sources/school.yaml:12:12: the column name "line" may hold only a–z, 0–9 and _, begins with a letter and is not line; the text in the file goes under header`,
		},
		{
			"a column name with capitals", "sources/school.yaml",
			"name: kronor",
			"name: Kronor",
			`sources/school.yaml:12:12: the column name "Kronor" may hold only a–z, 0–9 and _, begins with a letter and is not line; the text in the file goes under header`,
		},
		{
			"a column both required and optional", "sources/school.yaml",
			"optional: true",
			"optional: true, required: true",
			`sources/school.yaml:12:47: column "kronor" is both required and optional`,
		},
		{
			"a mark of persons on another column", "sources/school.yaml",
			"type: integer",
			"type: integer, person: P",
			`sources/school.yaml:11:43: person tells whose number it is and needs a column of type orgnr; column "elever" is integer`,
		},
		{
			"what is needed by a column that is no number", "sources/school.yaml",
			"columns:",
			"only_needed: kommun\ncolumns:",
			`sources/school.yaml:7:14: only_needed must name a column of type orgnr, not "kommun"; possible: orgnr`,
		},
		{
			"a member in a folder", "sources/school.yaml",
			"columns:",
			"member: data/{year}.txt\ncolumns:",
			`sources/school.yaml:7:9: the pattern "data/{year}.txt" must be the name of a file in the archive, without its folder`,
		},
		{
			"a member with an unknown placeholder", "sources/school.yaml",
			"columns:",
			"member: '{week}.txt'\ncolumns:",
			`sources/school.yaml:7:9: the pattern "{week}.txt" has {week}, which is unknown or stands twice; possible: {year}, {month}, {name}, * and ?`,
		},
		{
			"a sum of an unknown column", "sources/school.yaml",
			"column: elever",
			"column: elver",
			`sources/school.yaml:14:14: a sum needs a column of type integer or amount, not "elver"; did you mean "elever"?`,
		},
		{
			"a sum of a text column", "sources/school.yaml",
			"column: elever",
			"column: namn",
			`sources/school.yaml:14:14: a sum needs a column of type integer or amount, not "namn"; possible: elever, kronor`,
		},
		{
			"a sum of an unknown measure", "sources/school.yaml",
			"measures: pupils",
			"measures: [pupils, places]",
			`sources/school.yaml:14:41: there is no measure "places"; possible: pupils`,
		},
		{
			"a sum with factor zero", "sources/school.yaml",
			"measures: pupils",
			"measures: pupils, factor: 0",
			`sources/school.yaml:14:48: "factor" is 0, expected 1 or more`,
		},
		{
			"an unknown placeholder of a pattern", "sources/school.yaml",
			"school_{name}.csv",
			"school_{day}.csv",
			`sources/school.yaml:4:7: the pattern "school_{day}.csv" has {day}, which is unknown or stands twice; possible: {year}, {month}, {name}, * and ?`,
		},
		{
			"a placeholder twice", "sources/school.yaml",
			"school_{name}.csv",
			"school_{name}{name}.csv",
			`sources/school.yaml:4:7: the pattern "school_{name}{name}.csv" has {name}, which is unknown or stands twice; possible: {year}, {month}, {name}, * and ?`,
		},
		{
			"a pattern with a folder", "sources/school.yaml",
			"school_{name}.csv",
			"2021/school.csv",
			`sources/school.yaml:4:7: the pattern "2021/school.csv" must be the name of a file in inbox/, without folder and not hidden`,
		},
		{
			"a partition that no pattern has", "sources/school.yaml",
			"licence: CC0",
			"licence: CC0\npartition: '{year}'",
			`sources/school.yaml:4:12: the partition has {year}, which no pattern under file has`,
		},
		{
			"a partition without placeholder", "sources/school.yaml",
			"licence: CC0",
			"licence: CC0\npartition: year",
			`sources/school.yaml:4:12: the partition "year" has no placeholder such as {year}`,
		},
		{
			"an unknown source that it adds to", "sources/school.yaml",
			"licence: CC0",
			"licence: CC0\nadds_to: leger",
			`sources/school.yaml:4:10: there is no source "leger"; did you mean "ledger"?`,
		},
	})
}
