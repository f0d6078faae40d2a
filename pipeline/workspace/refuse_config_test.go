package workspace

import (
	"strings"
	"testing"
)

func TestOpenRefusesAConfigurationThatRefersToNothing(t *testing.T) {
	long := strings.Repeat("-long", 20)
	refuse(t, []refusal{
		{
			"an unknown definition", "tresektor.yaml",
			"definition: narrow",
			"definition: snav",
			`tresektor.yaml:4:13: there is no definition "snav"; possible: narrow`,
		},
		{
			"a definition that may not be a headline", "data/definition/narrow.yaml",
			"version: 1",
			"version: 1\nheadline: false",
			`tresektor.yaml:4:13: definition "narrow" may not be a headline (data/definition/narrow.yaml says headline: false)`,
		},
		{
			"an unknown measure", "tresektor.yaml",
			"measure: pupils",
			"measure: money",
			`tresektor.yaml:7:14: there is no measure "money"; possible: pupils`,
		},
		{
			"an unknown place", "tresektor.yaml",
			"place: SE",
			"place: '0181'",
			`tresektor.yaml:8:12: there is no place "0181"; possible: SE, 01, 0180`,
		},
		{
			"an unknown area", "tresektor.yaml",
			"area: school",
			"area: scool",
			`tresektor.yaml:9:11: there is no area "scool"; did you mean "school"?`,
		},
		{
			"no area where the measure has areas", "tresektor.yaml",
			"area: school",
			"area: none",
			`tresektor.yaml:9:11: measure "pupils" has the dimension area; name one code of it; possible: preschool, school`,
		},
		{
			"an agreement where the measure has none", "tresektor.yaml",
			"area: school",
			"area: school\n    agreement: lou",
			`tresektor.yaml:10:16: measure "pupils" has no agreement; write none`,
		},
		{
			"an unknown definition of a card", "tresektor.yaml",
			"area: school",
			"area: school\n    definition: narow",
			`tresektor.yaml:10:17: there is no definition "narow"; did you mean "narrow"?`,
		},
		{
			"an unknown way to publish", "tresektor.yaml",
			"definition: narrow",
			"publish: on_relase\ndefinition: narrow",
			`tresektor.yaml:4:10: there is no way to publish "on_relase"; did you mean "on_release"?`,
		},
		{
			"a calendar without days", "tresektor.yaml",
			"definition: narrow",
			"publish: on_release\ndefinition: narrow",
			`tresektor.yaml:4:10: publish is on_release, but there are no releases: list their days`,
		},
		{
			"no edition to keep", "tresektor.yaml",
			"definition: narrow",
			"keep: 0\ndefinition: narrow",
			`tresektor.yaml:4:7: keep is 0, expected the number of editions that stay, 1 or more`,
		},
		{
			"a base that is no address", "tresektor.yaml",
			"definition: narrow",
			"base_url: example.org\ndefinition: narrow",
			`tresektor.yaml:4:11: "example.org" is not an address that begins with https:// or http://`,
		},
		{
			"a licence that is no address", "tresektor.yaml",
			"definition: narrow",
			"licence: CC0\ndefinition: narrow",
			`tresektor.yaml:4:10: "CC0" is not an address that begins with https:// or http://`,
		},
		{
			"a publisher of no known type", "tresektor.yaml",
			"definition: narrow",
			"publisher_type: LocalAutority\ndefinition: narrow",
			`tresektor.yaml:4:17: there is no publisher type "LocalAutority"; did you mean "LocalAuthority"?`,
		},
		{
			"a release on a day that does not exist", "tresektor.yaml",
			"definition: narrow",
			"releases: ['2026-02-30']\ndefinition: narrow",
			`tresektor.yaml:4:11: release "2026-02-30" is not a day such as 2026-11-22`,
		},
		{
			"an unknown placeholder", "tresektor.yaml",
			"gick {period}",
			"gick {year}",
			`tresektor.yaml:12:16: there is no placeholder "{year}"; possible: {period}, {private}, {public}`,
		},
		{
			"a brace left open", "tresektor.yaml",
			"gick {period}",
			"gick {period",
			`tresektor.yaml:12:16: the text has a brace that belongs to no placeholder`,
		},
		{
			"a card twice", "tresektor.yaml",
			"limits:",
			"  - id: first\n    measure: pupils\n    place: SE\n    area: school\n    title: {sv: a, en: a}\n    subject: {sv: a, en: a}\n    verb: {sv: a, en: a}\n    others: {sv: a, en: a}\nlimits:",
			`tresektor.yaml:14:9: card "first" stands twice, first on line 6`,
		},
		{
			"an id with a space", "tresektor.yaml",
			"id: first",
			"id: the first",
			`tresektor.yaml:6:9: the id "the first" names the card's page and files, and may hold only a–z, 0–9 and -, begins with a letter and has at most 100 characters`,
		},
		{
			"an id with an underscore", "tresektor.yaml",
			"id: first",
			"id: the_first_",
			`tresektor.yaml:6:9: the id "the_first_" names the card's page and files, and may hold only a–z, 0–9 and -, begins with a letter and has at most 100 characters; write "the-first-"`,
		},
		{
			"a long id", "tresektor.yaml",
			"id: first",
			"id: first" + long,
			`tresektor.yaml:6:9: the id "first` + long + `" names the card's page and files, and may hold only a–z, 0–9 and -, begins with a letter and has at most 100 characters`,
		},
	})
}
