package explore_test

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/format/site/explore"
)

// behinds are organisations behind the numbers of some places: one in a single
// period, one that another definition counts from some period on, one that is
// away for a while.
func behinds() (rows []explore.Behind) {
	random := rand.New(rand.NewPCG(7, 8))
	row := func(place string, organisation int, first, last, definitions string) {
		rows = append(rows, explore.Behind{
			Measure: "elever", Place: place, Area: "skola", Agreement: "none",
			Organisation: organisation, First: first, Last: last, Definitions: definitions,
		})
	}
	for _, place := range []string{"01", "0114", "SE"} {
		for organisation := range 2300 {
			switch random.IntN(400) {
			case 0:
				row(place, organisation, "2019/20", "2019/20", "bred")
			case 1:
				row(place, organisation, "2019/20", "2019/20", "bred snav")
				row(place, organisation, "2020/21", "2021/22", "bred")
			case 2:
				row(place, organisation, "2019/20", "2019/20", "bred snav")
				row(place, organisation, "2021/22", "2021/22", "bred snav")
			case 3:
				row(place, organisation, "2019/20", "2021/22", "bred snav")
			}
		}
	}
	return rows
}

func named(n int) (list []explore.Named) {
	for i := range n {
		list = append(list, explore.Named{Part: fmt.Sprintf("80200%05d", i), Name: fmt.Sprintf("Förening \"%d\"", i), Number: fmt.Sprintf("802000-%04d", i)})
	}
	return list
}

func backed(t *testing.T, names []explore.Named, rows []explore.Behind) (files, []*explore.Content, error) {
	t.Helper()
	written, contents := sharded(t, mixed())
	b, err := explore.NewBacking(written.create, contents, names)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if err := b.Add(r); err != nil {
			return nil, nil, err
		}
	}
	return written, contents, b.Close()
}

// TestAShardOfOrganisationsIsGolden: the page's script finds the same rows in it.
func TestAShardOfOrganisationsIsGolden(t *testing.T) {
	rows := behinds()
	written, contents, err := backed(t, named(2300), rows)
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.MarshalIndent(rows, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	isGolden(t, map[string]string{
		"testdata/backing.js":   written[explore.Folder+"backing-elever.1.1.js"],
		"testdata/backing.json": string(text) + "\n",
	})
	want := map[string]explore.Backed{"skola none": {File: "backing-elever.1", From: []string{"01"}}}
	if diff := cmp.Diff(want, contents[0].Backing); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

// TestNamesAreDividedIntoFiles: as many in each as the page is told.
func TestNamesAreDividedIntoFiles(t *testing.T) {
	written, _, err := backed(t, named(explore.NamedInFile+3), nil)
	if err != nil {
		t.Fatal(err)
	}
	first, second := written[explore.Folder+"named.1.js"], written[explore.Folder+"named.2.js"]
	if strings.Count(first, "\n") != explore.NamedInFile || strings.Count(second, "\n") != 3 || written[explore.Folder+"named.3.js"] != "" {
		t.Errorf("%d and %d names", strings.Count(first, "\n"), strings.Count(second, "\n"))
	}
	if want := `tresektorNamed("named.2",[["8020002000","Förening \"2000\"","802000-2000"],`; !strings.HasPrefix(second, want) {
		t.Errorf("the second file does not begin with %s: %.90s", want, second)
	}
}

// TestManyOrganisationsAreDividedByPlace: each part has whole places, in order.
func TestManyOrganisationsAreDividedByPlace(t *testing.T) {
	var rows []explore.Behind
	for place := range 30 {
		for organisation := range 1500 {
			rows = append(rows, explore.Behind{
				Measure: "elever", Place: fmt.Sprintf("%04d", 100+place), Area: "skola", Agreement: "none",
				Organisation: organisation, First: "2019/20", Last: "2019/20", Definitions: "snav",
			})
		}
	}
	written, contents, err := backed(t, nil, rows)
	if err != nil {
		t.Fatal(err)
	}
	want := map[string]explore.Backed{"skola none": {File: "backing-elever.1", From: []string{"0100", "0114", "0128"}}}
	if diff := cmp.Diff(want, contents[0].Backing); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if part := written[explore.Folder+"backing-elever.1.2.js"]; !strings.Contains(part, `{"places":["0114",`) || !strings.Contains(part, `"place":[0,1500,1,1500,`) {
		t.Errorf("the second part begins with %.200s", part)
	}
}

// TestOrganisationsBehindNothingAreRefused: names without a number are a fault,
// as are rows of a measure in two places.
func TestOrganisationsBehindNothingAreRefused(t *testing.T) {
	other := behinds()[0]
	other.Measure = "platser"
	if _, _, err := backed(t, nil, []explore.Behind{other}); err == nil || !strings.Contains(err.Error(), "measure platser, skola none: share has no numbers") {
		t.Errorf("no numbers: %v", err)
	}
	written, contents := sharded(t, mixed())
	b, err := explore.NewBacking(written.create, contents, nil)
	if err != nil {
		t.Fatal(err)
	}
	for range 2 {
		if err = b.Add(behinds()[0]); err == nil {
			err = b.Close()
		}
	}
	if err == nil || !strings.Contains(err.Error(), "do not come together") {
		t.Errorf("twice: %v", err)
	}
}
