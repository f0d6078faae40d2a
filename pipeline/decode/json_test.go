package decode

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func agencies() Options {
	return Options{
		Source: "agency", PersonKey: []byte("key"),
		Columns: []Column{
			{Name: "name", Headers: []string{"_key", "namn"}, Type: Text},
			{Name: "orgnr", Headers: []string{"org_nr"}, Type: Orgnr},
			{Name: "city", Headers: []string{"postal_address.city"}, Type: Text, Optional: true},
			{Name: "start", Type: Year, Optional: true},
		},
	}
}

func readJSON(t *testing.T, text string, o Options) (table, Account, error) {
	t.Helper()
	r, err := JSON(strings.NewReader(text), o)
	if err != nil {
		return nil, Account{}, err
	}
	defer r.Release()
	return drain(r)
}

func TestObjectsAreRows(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       table
	}{
		{
			"an object of objects, with their lines",
			"\ufeff{\n  \"A, \\\"B\\\"\": {\n    \"org_nr\": \"202100-5943\",\n    \"start\": 2008,\n    \"postal_address\": {\"city\": \"ÅMÅL\\nÖST\"}\n  },\n" +
				"\n  \"C\": {\"org_nr\": null, \"start\": \"\"}, \"D\": {\"org_nr\": \"\"}\n}\n",
			table{
				{"2", `A, "B"`, "se:2021005943", "organisation", "ÅMÅL ÖST", "2008"},
				{"8", "C", "agency:masked:none", "masked", "∅", "∅"},
				{"9", "D", "agency:masked:none", "masked", "∅", "∅"},
			},
		},
		{
			"a list of objects",
			`[{"namn": "A", "org_nr": 2021005943}, {"namn": "B", "org_nr": "202100-5943"}]`,
			table{
				{"2", "A", "se:2021005943", "organisation", "∅", "∅"},
				{"3", "B", "se:2021005943", "organisation", "∅", "∅"},
			},
		},
		{"no objects", "{}", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			rows, account, err := readJSON(t, test.text, agencies())
			if err != nil || account.Rejected > 0 {
				t.Fatal(rejected(account), err)
			}
			if diff := cmp.Diff(test.want, rows); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestWhatIsNoJSONSaysWhere(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"a text", `"x"`, "this is not JSON: neither an object nor a list"},
		{"CSV", "a;b\n1;2\n", "this is not JSON: neither an object nor a list"},
		{"nothing", "", "this is not JSON: neither an object nor a list"},
		{"a row that is a list", "[\n[1]]", "line 2: a row is an object, not array"},
		{"a row that is a number", "{\"a\":\n1}", "line 2: a row is an object, not number"},
		{"cut off", "{\"a\": {\"org_nr\":\n \"2021", "line 1: the JSON ends before it is complete"},
		{"cut off between rows", "{\"a\": {\"org_nr\": \"\"}\n", "the JSON ends before it is complete"},
		{"something after it", "{} {}", "there is more after the end of the JSON"},
		{"a missing comma", "[{}\n{}]", "this is not JSON"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, _, err := readJSON(t, test.text, agencies())
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("error is %v, want %s", err, test.want)
			}
		})
	}
}

func TestAMemberThatNoRowHasIsAMissingColumn(t *testing.T) {
	_, _, err := readJSON(t, `{"a": {"nr": "1"}, "b": {"nr": "2"}}`, agencies())
	missing := (*HeaderError)(nil)
	if !errors.As(err, &missing) {
		t.Fatalf("error is %v", err)
	}
	if diff := cmp.Diff([][]string{{"org_nr"}}, missing.Missing); diff != "" {
		t.Error(diff)
	}
}

func TestWhatIsNoUTF8InJSONIsAReject(t *testing.T) {
	_, account, err := readJSON(t, "{\"a\": {\"org_nr\": \"\", \"postal_address\": {\"city\": \"\xc5M\xc5L\"}}}", agencies())
	if err != nil || account.Rejected != 1 || account.Rejects[0].Reason != "not valid UTF-8" {
		t.Errorf("%+v %v", account, err)
	}
}
