package workspace

import "testing"

func TestOpenRefusesWhatIsNotTheSchema(t *testing.T) {
	refuse(t, []refusal{
		{
			"an unknown key is named with the nearest one", "tresektor.yaml",
			"contact: a@example.org",
			"contact: a@example.org\nbase_ulr: x",
			`tresektor.yaml:4:1: unknown key "base_ulr"; did you mean "base_url"?`,
		},
		{
			"an unknown key in a card", "tresektor.yaml",
			"    area: school",
			"    area: school\n    colour: red",
			`tresektor.yaml:10:5: unknown key "colour" in "headline[0]"; possible: id, measure, place, area, agreement, definition, period, title, subject, verb, others, note, stacked, earlier, target`,
		},
		{
			"a target that is no share", "tresektor.yaml",
			"    area: school",
			"    area: school\n    target: {percent: 120, by: {sv: Vi, en: We}, decided: 2024-05-14, measure: pupils, definition: narrow}",
			`tresektor.yaml:10:23: "120" is not a share in per cent, above 0 and at most 100`,
		},
		{
			"a target of no day", "tresektor.yaml",
			"    area: school",
			"    area: school\n    target: {percent: 5, by: {sv: Vi, en: We}, decided: 2024-13-01, measure: pupils, definition: narrow}",
			`tresektor.yaml:10:57: "2024-13-01" is not a day such as 2026-11-22`,
		},
		{
			"a duplicate key", "sources/school.yaml",
			"licence: CC0",
			"licence: CC0\nlicence: CC1",
			`sources/school.yaml:4:1: key "licence" stands twice, first on line 3`,
		},
		{
			"a missing key in a list", "sources/school.yaml",
			"{name: elever, type: integer}",
			"{name: elever}",
			`sources/school.yaml:11:5: missing key "type" in "columns[3]"`,
		},
		{
			"a number where a text is wanted", "sources/school.yaml",
			"licence: CC0",
			"licence: 1.10",
			`sources/school.yaml:3:10: "licence" is the number 1.10, expected a text; write '1.10'`,
		},
		{
			"a truth value where a text is wanted", "sources/school.yaml",
			"licence: CC0",
			"licence: true",
			`sources/school.yaml:3:10: "licence" is true, expected a text; write 'true'`,
		},
		{
			"nothing where a text is wanted", "sources/school.yaml",
			"licence: CC0",
			"licence:",
			`sources/school.yaml:3:9: "licence" is empty, expected a text`,
		},
		{
			"an empty text", "sources/school.yaml",
			"licence: CC0",
			"licence: ' '",
			`sources/school.yaml:3:10: "licence" is empty`,
		},
		{
			"a licence in English alone", "sources/school.yaml",
			"licence: CC0",
			"licence: {en: CC0}",
			`sources/school.yaml:3:10: missing key "sv" in "licence"`,
		},
		{
			"a text where a mapping is wanted", "sources/school.yaml",
			"title: {sv: Skolor, en: Schools}",
			"title: Skolor",
			`sources/school.yaml:1:8: "title" is the text "Skolor", expected keys with values (sv, en)`,
		},
		{
			"a text in one language only", "sources/school.yaml",
			"title: {sv: Skolor, en: Schools}",
			"title: {sv: Skolor}",
			`sources/school.yaml:1:8: missing key "en" in "title"`,
		},
		{
			"a text where a number is wanted", "tresektor.yaml",
			"reject_percent: 2.5",
			"reject_percent: '2.5'",
			`tresektor.yaml:15:19: "limits.reject_percent" is the text "2.5", expected a number such as 1 or 0.5`,
		},
		{
			"a negative percentage", "tresektor.yaml",
			"reject_percent: 2.5",
			"reject_percent: -1",
			`tresektor.yaml:15:19: "limits.reject_percent" is the number -1, expected a number such as 1 or 0.5`,
		},
		{
			"a percentage over a hundred", "tresektor.yaml",
			"reject_percent: 2.5",
			"reject_percent: 100.5",
			`tresektor.yaml:15:19: "limits.reject_percent" is 100.5, expected a percentage from 0 to 100`,
		},
		{
			"a text where a truth value is wanted", "sources/school.yaml",
			"optional: true",
			"optional: yes",
			`sources/school.yaml:12:47: "columns[4].optional" is the text "yes", expected true or false`,
		},
		{
			"a mapping where a list is wanted", "sources/school.yaml",
			"  - {column: elever, measures: pupils}",
			"  column: elever\n  measures: pupils",
			`sources/school.yaml:14:3: "sums" is keys with values, expected a list`,
		},
		{
			"an empty list that is required", "data/profile/ledger.yaml",
			"columns:\n  - {name: datum, type: date(YYYY-MM-DD)}\n  - {name: belopp, type: amount(2)}",
			"columns: []",
			`data/profile/ledger.yaml:5:10: "columns" is an empty list`,
		},
		{
			"a value outside a closed list", "data/profile/ledger.yaml",
			"encoding: windows-1252",
			"encoding: windows1252",
			`data/profile/ledger.yaml:4:11: "encoding" is "windows1252"; did you mean "windows-1252"?`,
		},
		{
			"a value far from a closed list", "sources/school.yaml",
			"licence: CC0",
			"licence: CC0\nformat: xlsx",
			`sources/school.yaml:4:9: "format" is "xlsx"; possible: csv, json`,
		},
		{
			"a mask of an unknown kind", "sources/school.yaml",
			"secrecy",
			"secret",
			`sources/school.yaml:6:19: "masks.******" is "secret"; did you mean "secrecy"?`,
		},
		{
			"a second document", "tresektor.yaml",
			"contact: a@example.org",
			"contact: a@example.org\n---\nx: 1",
			`tresektor.yaml:5:1: a second YAML document begins; a file holds one`,
		},
		{
			"broken syntax", "sources/school.yaml",
			"masks: {'******': secrecy}",
			"masks: {'******': secrecy",
			`sources/school.yaml:7:1: ',' or '}' must be specified`,
		},
		{
			"an alias", "tresektor.yaml",
			"contact: a@example.org",
			"contact: *someone",
			`tresektor.yaml:3:10: "contact" is a YAML alias, which is not used here, expected a text`,
		},
		{
			"an anchor", "tresektor.yaml",
			"contact: a@example.org",
			"contact: &someone a@example.org",
			`tresektor.yaml:3:10: "contact" is a YAML anchor, which is not used here, expected a text`,
		},
		{
			"a merge key", "tresektor.yaml",
			"contact: a@example.org",
			"contact: a@example.org\n<<: {banner: x}",
			`tresektor.yaml:4:1: a merge key (<<) is not used here; write the keys out`,
		},
		{
			"a key that is no text", "tresektor.yaml",
			"contact: a@example.org",
			"contact: a@example.org\n1: x",
			`tresektor.yaml:4:1: the key 1 is not a text; write it in quotes`,
		},
		{
			"a line that is not UTF-8", "tresektor.yaml",
			"contact: a@example.org",
			"contact: \xe5",
			`tresektor.yaml:3:1: the line is not UTF-8; save the file as UTF-8`,
		},
		{
			"a NUL byte", "tresektor.yaml",
			"contact: a@example.org",
			"contact: a\x00",
			`tresektor.yaml:3:1: the line has a NUL byte`,
		},
	})
}
