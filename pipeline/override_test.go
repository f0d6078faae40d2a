package pipeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/workspace"
)

func TestADecisionIsARowForEachOfItsDefinitions(t *testing.T) {
	got := overrideTable([]workspace.Override{
		{
			ID: "B1", Provider: "se:5560160680", From: "2020-01-01", Sector: "ideburen", Definitions: []string{"bred", "snav"},
			Reason: "owner_known", DecidedBy: "Anna Ek", ReviewedBy: "Bo Al", ReviewBy: "2028-01-01",
		},
		{
			ID: "B2", Provider: "se:5560160680", From: "2020-01-01", To: "2021-01-01", Sector: "public", Definitions: []string{"snav"},
			Reason: "other", ReviewBy: "2028-01-01", Supersedes: "B1",
		},
	})
	want := [][]any{
		{"B1", "se:5560160680", "2020-01-01", nil, "bred", "ideburen", "owner_known", "2028-01-01", nil, int64(0)},
		{"B1", "se:5560160680", "2020-01-01", nil, "snav", "ideburen", "owner_known", "2028-01-01", nil, int64(0)},
		{"B2", "se:5560160680", "2020-01-01", "2021-01-01", "snav", "public", "other", "2028-01-01", "B1", int64(0)},
	}
	if diff := cmp.Diff(want, got.rows); diff != "" {
		t.Error(diff)
	}
	if record, err := got.record(); err != nil || record.NumRows() != 3 {
		t.Errorf("no Arrow record of it: %v", err)
	}
}

func TestAttributesWithAListHaveItsCodes(t *testing.T) {
	attributes := workspace.List{Name: "attribute", Rows: []map[string]string{
		{"code": "legal_form"}, {"code": "counterparty"}, {"code": "svb", "values": "yes"}, {"code": "name"},
	}}
	lists := []workspace.List{
		{Name: "counterparty", Rows: []map[string]string{{"code": "85"}, {"code": "87"}}},
		{Name: "legal_form", Rows: []map[string]string{{"code": "49"}}},
	}
	var got []string
	for _, row := range closedAttributes(attributes, lists).Rows {
		got = append(got, row["code"]+" "+row["values"])
	}
	if diff := cmp.Diff([]string{"legal_form ", "counterparty 85|87", "svb yes", "name "}, got); diff != "" {
		t.Error(diff)
	}
	if attributes.Rows[1]["values"] != "" {
		t.Error("the workspace's own list is changed")
	}
}
