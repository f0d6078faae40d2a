package workspace

import (
	"fmt"
	"slices"
	"strings"
)

func (w *Workspace) checkSource(s Source, found *problems) {
	isID(s.ID, s.Where.At(""), found)
	if s.Where.Has("reject_percent") {
		percent(s.RejectPercent, "reject_percent", s.Where.At("reject_percent"), found)
	}
	for i, id := range s.AddsTo {
		known(id, w.sourceIDs(), "source", s.Where.At(fmt.Sprintf("adds_to[%d]", i)), found)
	}
	s.checkPatterns(found)
	s.checkMember(found)
	for i, attribute := range s.Complete {
		w.inList(attribute, "attribute", s.Where.At(fmt.Sprintf("complete[%d]", i)), found)
	}
	if of, exists := s.column(s.OnlyNeeded); s.OnlyNeeded != "" && (!exists || of.Type != "orgnr" && of.Type != "") {
		found.add(s.Where.At("only_needed"), "only_needed must name a column of type orgnr, not %q%s", s.OnlyNeeded, instead(s.OnlyNeeded, s.columnNames("orgnr")))
	}
	first := map[string]Position{}
	for _, c := range s.Columns {
		if before, twice := first[c.Name]; twice && c.Name != "" {
			found.add(c.Where.At("name"), "column %q stands twice, first on line %d", c.Name, before.Line)
		}
		first[c.Name] = c.Where.At("name")
		w.checkColumn(s, c, found)
	}
	for _, sum := range s.Sums {
		w.checkSum(s, sum, found)
	}
}

func (s Source) checkPatterns(found *problems) {
	for i, pattern := range s.File {
		at := s.Where.At(fmt.Sprintf("file[%d]", i))
		if _, bad := compilePattern(pattern); bad != "" {
			found.add(at, "the pattern %q has %s, which is unknown or stands twice; possible: {year}, {month}, {name}, * and ?", pattern, bad)
		}
		if strings.Contains(pattern, "/") || strings.HasPrefix(pattern, ".") {
			found.add(at, "the pattern %q must be the name of a file in inbox/, without folder and not hidden", pattern)
		}
	}
	for _, token := range patternToken.FindAllString(s.Partition, -1) {
		if !strings.Contains(strings.Join(s.File, "\n"), token) || token[0] != '{' {
			found.add(s.Where.At("partition"), "the partition has %s, which no pattern under file has", token)
		}
	}
	if s.Partition != "" && !strings.Contains(s.Partition, "{") {
		found.add(s.Where.At("partition"), "the partition %q has no placeholder such as {year}", s.Partition)
	}
}

func (s Source) checkMember(found *problems) {
	if _, bad := compilePattern(s.Member); bad != "" {
		found.add(s.Where.At("member"), "the pattern %q has %s, which is unknown or stands twice; possible: {year}, {month}, {name}, * and ?", s.Member, bad)
	}
	if strings.Contains(s.Member, "/") {
		found.add(s.Where.At("member"), "the pattern %q must be the name of a file in the archive, without its folder", s.Member)
	}
}

func (w *Workspace) checkColumn(s Source, c Column, found *problems) {
	if c.Name != "" && (!columnForm.MatchString(c.Name) || c.Name == "line") {
		found.add(c.Where.At("name"), "the column name %q may hold only a–z, 0–9 and _, begins with a letter and is not line; the text in the file goes under header", c.Name)
	}
	if c.Required && c.Optional {
		found.add(c.Where.At("optional"), "column %q is both required and optional", c.Name)
	}
	if c.Person != "" && c.Type != "orgnr" && c.Type != "" {
		found.add(c.Where.At("person"), "person tells whose number it is and needs a column of type orgnr; column %q is %s", c.Name, c.Type)
	}
	if c.Type == "code" {
		known(c.List, ids(w.Lists, func(l List) string { return l.Name }), "code list", c.Where.At("type"), found)
	}
	if c.Type == "person_name" {
		of, exists := s.column(c.Of)
		if !exists || of.Type != "orgnr" && of.Type != "" {
			found.add(c.Where.At("type"), "person_name(%s) must name a column of type orgnr%s", c.Of, instead(c.Of, s.columnNames("orgnr")))
		}
	}
}

func (w *Workspace) checkSum(s Source, sum Sum, found *problems) {
	of, exists := s.column(sum.Column)
	if sum.Column != "" && (!exists || !slices.Contains([]string{"integer", "amount", ""}, of.Type)) {
		found.add(sum.Where.At("column"), "a sum needs a column of type integer or amount, not %q%s", sum.Column, instead(sum.Column, s.columnNames("integer", "amount")))
	}
	for i, id := range sum.Measures {
		known(id, w.measureIDs(), "measure", sum.Where.At(fmt.Sprintf("measures[%d]", i)), found)
	}
	if sum.Factor < 1 {
		found.add(sum.Where.At("factor"), "\"factor\" is %d, expected 1 or more", sum.Factor)
	}
}

func (s Source) column(name string) (Column, bool) {
	return find(s.Columns, func(c Column) bool { return c.Name == name })
}

func (s Source) columnNames(types ...string) []string {
	var names []string
	for _, c := range s.Columns {
		if slices.Contains(types, c.Type) {
			names = append(names, c.Name)
		}
	}
	return names
}
