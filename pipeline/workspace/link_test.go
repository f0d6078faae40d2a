package workspace

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestOpenReadsDecisionsAboutSuppliers(t *testing.T) {
	want := []Link{
		{
			Source: "school", Supplier: "Åsens skola, Åsen", Organisation: "5566778899", DecidedBy: "A. Analyst",
			Date: time.Date(2026, 5, 4, 0, 0, 0, 0, time.UTC), Reason: "The annual report names the school",
			Position: Position{"links.csv", 2, 1},
		},
		{
			Source: "ledger", Supplier: "ledger:name:bo", DecidedBy: "A. Analyst",
			Date: time.Date(2026, 5, 5, 0, 0, 0, 0, time.UTC), Reason: "Nobody has such a name",
			Position: Position{"links.csv", 3, 1},
		},
	}
	if diff := cmp.Diff(want, opened(t, small(t)).Links); diff != "" {
		t.Error(diff)
	}
}

func TestAWorkspaceNeedNotHaveDecisionsAboutSuppliers(t *testing.T) {
	files := small(t)
	delete(files, "links.csv")
	if links := opened(t, files).Links; len(links) != 0 {
		t.Errorf("%v", links)
	}
}

func TestOpenRefusesABrokenDecisionAboutASupplier(t *testing.T) {
	refuse(t, []refusal{
		{
			"a column that is misspelt", "links.csv", "decided_by,date", "decided_bye,date",
			"links.csv:1:1: missing column \"decided_by\"\nlinks.csv:1:30: there is no column \"decided_bye\"; did you mean \"decided_by\"?",
		},
		{
			"a column that stands twice", "links.csv", "decided_by,date,reason", "decided_by,date,date",
			"links.csv:1:1: missing column \"reason\"\nlinks.csv:1:46: column \"date\" stands twice",
		},
		{
			"bytes that are not UTF-8", "links.csv", "Nobody", "Nob\xf6dy",
			`links.csv:3:1: the line is not UTF-8; save the file as UTF-8`,
		},
		{
			"an unknown source", "links.csv", "school,", "skool,",
			`links.csv:2:1: there is no source "skool"; did you mean "school"?`,
		},
		{
			"a number that fails its check digit, after letters of two bytes", "links.csv", "556677-8899", "556677-8890",
			`links.csv:2:28: "organisation" is "556677-8890", expected an organisation number with a right check digit, or none`,
		},
		{
			"a personal identity number", "links.csv", "556677-8899", "19811218-9876",
			`links.csv:2:28: "organisation" looks like a personal identity number (withheld); natural persons are not linked, write none`,
		},
		{
			"a personal identity number in another column", "links.csv", "Nobody has such a name", "811218-9876",
			`links.csv:3:50: "reason" holds what looks like a personal identity number (withheld); natural persons are not linked, take the row away`,
		},
		{
			"no number and no none", "links.csv", "none", "",
			`links.csv:3:23: "organisation" is empty; give an organisation number, or none where the supplier has none that is known`,
		},
		{
			"no name", "links.csv", "ledger:name:bo", " ",
			`links.csv:3:8: "supplier" is empty`,
		},
		{
			"nobody who decided", "links.csv", "none,A. Analyst", "none,",
			`links.csv:3:28: "decided_by" is empty`,
		},
		{
			"no reason", "links.csv", "Nobody has such a name", "",
			`links.csv:3:50: "reason" is empty`,
		},
		{
			"a day that is none", "links.csv", "2026-05-05", "2026-05-35",
			`links.csv:3:39: "date" is "2026-05-35", expected a day such as 2026-05-04`,
		},
		{
			"a supplier twice, written in another way", "links.csv", "ledger,ledger:name:bo", "school,\"ÅSENS  skola, Åsen\"",
			`links.csv:3:1: the supplier stands already on line 2; keep one of the two decisions`,
		},
		{
			"a field too few", "links.csv", ",Nobody has such a name", "",
			`links.csv:3:1: fields in the row: 5, in the header: 6`,
		},
		{
			"a quote that is not closed", "links.csv", "Nobody has", "\"Nobody has",
			`links.csv:3:74: extraneous or missing " in quoted-field`,
		},
	})
}

func TestDecisionsAboutSuppliersMayBeWrittenByExcel(t *testing.T) {
	files := small(t)
	want := opened(t, files).Links
	files["links.csv"] = "\ufeffreason;date;decided_by;organisation;supplier;source\r\n" +
		"The annual report names the school;2026-05-04;A. Analyst;556677-8899;Åsens skola, Åsen;school\r\n;;;;;\r\n" +
		"Nobody has such a name;2026-05-05;A. Analyst;none;ledger:name:bo;ledger\r\n"
	got := opened(t, files).Links
	for i := range got {
		got[i].Position = want[i].Position
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
