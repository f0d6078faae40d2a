package workspace

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const causes = "code,parent,sort,label_sv,label_en,alias,source\nsource_data,,10,Källdata,Source data,,x\n"

// corrected opens the small workspace with rows in corrections.csv. Problems
// come without the file's name.
func corrected(t *testing.T, rows ...string) (corrections []Correction, problems []string) {
	t.Helper()
	files := small(t)
	files["code/revision_cause.csv"] = causes
	files["corrections.csv"] = strings.Join(append([]string{strings.Join(CorrectionColumns(), ",")}, rows...), "\n") + "\n"
	w, err := open(lay(t, files))
	if err == nil {
		return w.Corrections, nil
	}
	for _, line := range strings.Split(err.Error(), "\n") {
		problems = append(problems, strings.TrimPrefix(line, "corrections.csv:"))
	}
	return nil, problems
}

const complete = "R1,2026-11-22-0123abcd,pupils,2024 2023/24,source_data,Fel.,Wrong.,2026-11-20,Anna Ek"

func TestCorrectionsAreRead(t *testing.T) {
	got, problems := corrected(t, complete, "R2,2026-11-22-0123abcd,*,*,source_data,Fel.,Wrong.,2026-11-20,Anna Ek")
	if problems != nil {
		t.Fatal(problems)
	}
	c := got[0]
	if diff := cmp.Diff([]string{"2023/24", "2024"}, c.Periods); diff != "" {
		t.Error(diff)
	}
	if c.ID != "R1" || c.Edition != "2026-11-22-0123abcd" || len(c.Measures) != 1 || c.Cause != "source_data" ||
		c.Explanation != (Text{"Fel.", "Wrong."}) || c.Date != "2026-11-20" || c.Name != "Anna Ek" {
		t.Errorf("%+v", c)
	}
	if got[1].Measures != nil || got[1].Periods != nil {
		t.Errorf("* is not all: %v %v", got[1].Measures, got[1].Periods)
	}
}

func TestIncompleteCorrectionsAreRefused(t *testing.T) {
	for i, column := range CorrectionColumns() {
		cells := strings.Split(complete, ",")
		cells[i] = ""
		_, problems := corrected(t, strings.Join(cells, ","))
		if len(problems) == 0 || !strings.Contains(problems[0], `"`+column+`" is empty; a correction has a cause, an extent, a date and a name`) {
			t.Errorf("without %s: %v", column, problems)
		}
	}
	for _, c := range []struct{ old, new, want string }{
		{"2026-11-22-0123abcd", "current", `2:4: "current" is not the id of an edition (2026-11-22-0123abcd)`},
		{"pupils", "pupil", `2:24: there is no measure "pupil"; did you mean "pupils"?`},
		{"pupils", "* pupils", `2:24: * stands for all measures and cannot have others beside it`},
		{"2024 2023/24", "* 2024", `2:31: * stands for all periods and cannot have others beside it`},
		{"source_data", "source_date", `2:44: there is no revision_cause "source_date"; did you mean "source_data"?`},
		{"2026-11-20", "20 november", `2:68: "20 november" is not a date as YYYY-MM-DD`},
		{"Fel.", "Gäller 19121212-1212", `2:56: "explanation_sv" holds what looks like a personal identity number (withheld); take it away`},
	} {
		_, problems := corrected(t, strings.Replace(complete, c.old, c.new, 1))
		if diff := cmp.Diff([]string{c.want}, problems); diff != "" {
			t.Errorf("%s: %s", c.new, diff)
		}
	}
	if _, problems := corrected(t, complete, complete); len(problems) != 1 || !strings.Contains(problems[0], `correction "R1" stands twice, first on line 2`) {
		t.Errorf("twice: %v", problems)
	}
}
