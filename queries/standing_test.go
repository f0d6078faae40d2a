package queries_test

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"tresektor/data"
)

// An owner is in itself what snav decides of it as a provider, for each legal
// form and each kind of evidence by themselves. A company is nothing in itself:
// it is what its owners make it, and snav's private of it says no more than
// that it is a company.
func TestTheStandingOfAnOwnerIsWhatSnavDecides(t *testing.T) {
	w := newWorld(t)
	w.realAttributes(t)
	w.define("snav", "", ruleTexts(t, "snav")...)
	var alone []string
	for _, code := range codesOf(t, "legal_form") {
		alone = append(alone, "legal_form="+code)
	}
	for _, code := range codesOf(t, "owner_control") {
		alone = append(alone, "owner_control="+code, "legal_form=61 owner_control="+code, "legal_form=72 owner_control="+code, "legal_form=49 owner_control="+code)
	}
	alone = append(alone, "registered=yes", "public_list=yes", "ownership_claim=public", "ownership_claim=nonpublic", "legal_form=61 ownership_claim=nonpublic", "legal_form=49 registered=yes")
	for i, evidence := range alone {
		id := fmt.Sprint("se:", i)
		w.volume(id + " 1")
		for _, one := range strings.Fields(evidence) {
			w.evidence(id + " " + one)
		}
		w.evidence("se:owned owner_share=1 other=" + id)
	}
	w.volume("person:a 1")
	w.evidence("se:owned owner_share=1 other=person:a")
	standing := map[string][]string{}
	for _, line := range w.build().got("select distinct provider_id, standing, is_presumed from owner_standing order by all") {
		id, is, _ := strings.Cut(line, " ")
		standing[id] = append(standing[id], is)
	}
	for _, line := range w.got("select provider_id, sector, basis, rule from provider_decided join provider_identity using (provider_key) join pattern_sector using (pattern_id)") {
		f := strings.Fields(line)
		id, want := f[0], []string{f[1] + " " + fmt.Sprint(f[2] == "presumed")}
		if f[1] == "private" && strings.HasPrefix(f[3], "business") || f[1] == "nonpublic" || f[1] == "unknown" {
			want = nil
		}
		got := strongest(standing[id])
		if !slices.Equal(want, got) {
			evidence := "a natural person"
			if !strings.HasPrefix(id, "person") {
				evidence = alone[number(t, id[3:])]
			}
			t.Errorf("%s: snav decides %v, the standing is %v", evidence, f[1:], standing[id])
		}
	}
	if len(standing) < 20 {
		t.Errorf("only %d have a standing", len(standing))
	}
}

// strongest is the standing that counts: public before the others, and what is
// sure before what is presumed. A foreign owner has none that decides.
func strongest(standings []string) []string {
	for _, is := range []string{"public false", "ideburen false", "private false", "ideburen true"} {
		if slices.Contains(standings, is) {
			return []string{is}
		}
	}
	return nil
}

func codesOf(t *testing.T, list string) (codes []string) {
	t.Helper()
	file, err := data.FS().Open(list + ".csv")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for _, row := range readRows(t, csv.NewReader(file)) {
		codes = append(codes, row["code"])
	}
	return codes
}
