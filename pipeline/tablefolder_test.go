package pipeline

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/edition"
)

// filed writes a table of shares and says where it lies.
func filed(t *testing.T, rows ...[]any) tableFolder {
	t.Helper()
	c, err := edition.NewCandidate(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	share := edition.Table{Name: "share", Rows: rows}
	for _, name := range []string{"definition", "measure", "period", "place", "area", "agreement", "sector"} {
		share.Fields = append(share.Fields, edition.Field{Name: name, Kind: edition.KindText})
		share.Grain = append(share.Grain, name)
	}
	share.Fields[2].Role = edition.RoleTime
	share.Fields = append(share.Fields, edition.Field{Name: "is_break", Kind: edition.KindBoolean},
		edition.Field{Name: "amount", Kind: edition.KindInteger})
	tables := []edition.Table{share}
	if err := writeTables(c, tables); err != nil {
		t.Fatal(err)
	}
	f := newTableFolder(c.Folder(), tables, nil)
	if tables[0].Rows != nil || f.tables[0].Rows != nil {
		t.Error("the rows are held still")
	}
	return f
}

func shareRow(definition, period, place string, isBreak bool, amount int64) []any {
	return []any{definition, "elever", period, place, "none", "none", "ideburen", isBreak, amount}
}

func TestTablesComeBackFromTheirFolder(t *testing.T) {
	rows := [][]any{
		shareRow("snav", "2021", "SE", false, 7), shareRow("snav", "2020", "SE", true, 0), shareRow("snav", "2020", "01", true, 3),
	}
	f := filed(t, slices.Clone(rows)...)
	whole, err := f.whole("share")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(rows, whole.Rows); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff([]string{"2020", "2021"}, whole.Periods); diff != "" {
		t.Errorf("periods: -want +got:\n%s", diff)
	}
	if _, err := f.whole("shore"); err == nil || err.Error() != "there is no table shore" {
		t.Errorf("a table that is not there: %v", err)
	}
}

// TestPagesHoldTheRowsThatTheyShow: of a large table the cells that somebody
// asks for, in all their periods, and which periods follow a break.
func TestPagesHoldTheRowsThatTheyShow(t *testing.T) {
	f := filed(t,
		shareRow("bred", "2020", "SE", false, 1), shareRow("bred", "2022", "01", true, 2), shareRow("snav", "2020", "SE", false, 3),
		shareRow("snav", "2021", "01", true, 4), shareRow("snav", "2021", "SE", true, 5), shareRow("snav", "2022", "01", true, 6),
	)
	v := siteTables{tableFolder: f, byName: map[string]edition.Table{"share": f.tables[0]}, broken: map[string][]string{}}
	if err := v.pick("share", map[cellKey]bool{{"snav", "elever", "SE", "none", "none"}: true}, v.seeBreak()); err != nil {
		t.Fatal(err)
	}
	want := [][]any{shareRow("snav", "2020", "SE", false, 3), shareRow("snav", "2021", "SE", true, 5)}
	if diff := cmp.Diff(want, v.byName["share"].Rows); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
	if diff := cmp.Diff(map[string][]string{"elever": {"2021", "2022"}}, v.broken); diff != "" {
		t.Errorf("breaks: -want +got:\n%s", diff)
	}
}

func TestADamagedTableIsNamed(t *testing.T) {
	f := filed(t, shareRow("snav", "2020", "SE", false, 1))
	path := filepath.Join(f.folder, "tables", "share.csv")
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, text[:len(text)-3], 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := f.whole("share"); err == nil || !strings.HasPrefix(err.Error(), path+": ") {
		t.Errorf("the error is %v", err)
	}
}
