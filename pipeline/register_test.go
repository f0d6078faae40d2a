package pipeline_test

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tresektor/pipeline/warehouse"
)

func TestRegistersAreReadAsTheyArePublished(t *testing.T) {
	suppliers := ledgerOf("556677-8899", "802400-0013", "811218-9876", "202100-5992", "202100-6552")
	for _, test := range []struct {
		profile, file string
		content       []byte
		account       [5]int64 // rows, kept, dropped, of which not needed, rejected
		want          []string
	}{
		{
			"scb_register", "scb_bulkfil_2026-06-29.zip",
			packedAs(t, "scb_bulkfil_JE_20260629T065839_80.txt", latin1(t, scbHeader+scbRows)),
			[5]int64{4, 3, 1, 1, 0},
			[]string{
				"2 se:5566778899 legal_form 49 2026-06-29", "2 se:5566778899 name VÅRD I ÅMÅL AB (SVB) 2026-06-29",
				"2 se:5566778899 postal_place STOCKHOLM 2026-06-29", "2 se:5566778899 sni 62010 2026-06-29", "2 se:5566778899 svb yes 2026-06-29",
				"3 se:8024000013 legal_form 61 2026-06-29", "3 se:8024000013 name FÖRENINGEN 2026-06-29", "3 se:8024000013 postal_place STOCKHOLM 2026-06-29",
				"4 person: legal_form 10 2026-06-29",
			},
		},
		{
			"bolagsverket_register", "bolagsverket_bulkfil_2026-06-29.zip",
			packedAs(t, "bolagsverket_bulkfil.txt", []byte(bolagsverketText)),
			[5]int64{5, 3, 2, 1, 0},
			[]string{
				"2 se:5566778899 legal_form 49 2026-06-29", "2 se:5566778899 name Vård i Åmål AB (svb) 2026-06-29", "2 se:5566778899 svb yes 2026-06-29",
				"4 se:8024000013 deregistered KKAV from 2024-03-01", "4 se:8024000013 legal_form 61 2026-06-29", "4 se:8024000013 name Föreningen 2026-06-29",
				"5 person: legal_form 10 2026-06-29",
			},
		},
		{
			"myndighetsregister", "scb.json", []byte(agencyText), [5]int64{4, 2, 2, 2, 0},
			[]string{
				"6 se:2021006552 name E-hälsomyndigheten from 2014-01-01", "6 se:2021006552 public_list yes from 2014-01-01",
				"7 se:2021005992 name Nedlagda nämnden from 2008-01-01 to 2014-01-01", "7 se:2021005992 public_list yes from 2008-01-01 to 2014-01-01",
			},
		},
		{
			"idebur_register", "idebur_register.csv",
			[]byte("orgnr;namn;registrerad;avregistrerad\n802400-0013;Föreningen;2023-02-01;2024-01-01\n802400-0013;Föreningen;2025-01-01;\n556016-0680;Andra;2023-02-01;\n"),
			[5]int64{3, 2, 1, 1, 0},
			[]string{
				"2 se:8024000013 name Föreningen from 2023-02-01 to 2024-01-01", "2 se:8024000013 registered yes from 2023-02-01 to 2024-01-01",
				"3 se:8024000013 name Föreningen from 2025-01-01", "3 se:8024000013 registered yes from 2025-01-01",
			},
		},
		{
			"kommuner_regioner", "kommuner_regioner.csv",
			[]byte("orgnr;namn;fran;till;kalla\n202100-5992;Förbundet;;2020-01-01;Årsredovisning 2019\n212000-1355;Kommunen;;;SKR\n"),
			[5]int64{2, 1, 1, 1, 0},
			[]string{"2 se:2021005992 public_list yes from 0001-01-01 to 2020-01-01"},
		},
		{
			"agare", "agare.csv",
			[]byte("owner;owned;share;votes;from;to;source\n802400-0013;556677-8899;50;33,3333;2020-01-01;;Årsredovisning 2020\n212000-1355;556677-8899;100;;2019-01-01;2020-01-01;Beslut\n212000-1355;556677-8899;;;2019-01-01;;Beslut\n212000-1355;212000-1355;1;;2019-01-01;;fel\n"),
			[5]int64{4, 2, 1, 0, 1},
			[]string{
				"2 se:5566778899 owner_share 50 se:8024000013 from 2020-01-01", "2 se:5566778899 owner_votes 33.3333 se:8024000013 from 2020-01-01",
				"3 se:5566778899 owner_share 100 se:2120001355 from 2019-01-01 to 2020-01-01",
			},
		},
		{
			"efterfoljare", "efterfoljare.csv",
			[]byte("old;new;date;source\n556016-0680;556677-8899;2020-01-01;Bolagsverket\n"),
			[5]int64{1, 1, 0, 0, 0},
			[]string{"2 se:5566778899 successor_of yes se:5560160680 from 2020-01-01"},
		},
		{
			"mellanhand", "mellanhand.csv",
			[]byte("orgnr;namn;fran;till;kalla\n556677-8899;Inköpsbolaget AB;2020-01-01;;Avtal\n"),
			[5]int64{1, 1, 0, 0, 0},
			[]string{"2 se:5566778899 intermediary yes from 2020-01-01"},
		},
	} {
		t.Run(test.profile, func(t *testing.T) {
			dir := registerSpace(t, suppliers, test.profile)
			if test.profile == "agare" { // one row in four is wrong
				put(t, dir, "../sources/agare.yaml", []byte("profile: agare\nreject_percent: 30\n"))
			}
			put(t, dir, test.file, test.content)
			load := loadOf(t, dir, test.profile)
			if diff := cmp.Diff(test.account, account(load)); diff != "" {
				t.Errorf("rows, kept, dropped, of which not needed, rejected: %s%v", diff, load.Examples)
			}
			if diff := cmp.Diff(test.want, evidenceOf(t, dir, test.profile)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A register is read for owners and for numbers before a conversion too, and
// again when others are needed of it; what is no longer needed goes.
func TestARegisterIsReadAgainWhenOthersAreNeeded(t *testing.T) {
	dir := registerSpace(t, ledgerOf("556677-8899"), "scb_register", "agare")
	put(t, dir, "scb_bulkfil_2026-06-29.zip", packedAs(t, "scb_bulkfil_JE_20260629T065839_80.txt", latin1(t, scbHeader+scbRows)))
	put(t, dir, "agare.csv", []byte("owner;owned;share;votes;from;to;source\n802400-0013;556677-8899;50;;2020-01-01;;Årsredovisning\n"))
	steps := []struct {
		name, file, content string
		want                int64
	}{
		{"a provider and its owner", "", "", 2},
		{"the same again", "", "", 2},
		{"another provider", "reskontra_2025-10.csv", strings.ReplaceAll(ledgerOf("556016-0680"), "2025-09", "2025-10"), 3},
		{"another owner", "agare.csv", "owner;owned;share;votes;from;to;source\n556016-0680;556677-8899;50;;2020-01-01;;Årsredovisning\n", 2},
		{"the other provider no more", "reskontra_2025-10.csv", strings.ReplaceAll(ledgerOf("556677-8899"), "2025-09", "2025-10"), 2},
	}
	for _, step := range steps {
		if step.file != "" {
			put(t, dir, step.file, []byte(step.content))
		}
		load := loadOf(t, dir, "scb_register")
		if load.Kept != step.want || load.Rows != load.Kept+load.Dropped || load.Dropped != load.NotNeeded {
			t.Errorf("%s: %d kept, want %d; %+v", step.name, load.Kept, step.want, load)
		}
	}
	before := evidenceOf(t, dir, "scb_register")
	if err := os.Remove(filepath.Join(dir, "state/tresektor.duckdb")); err != nil {
		t.Fatal(err)
	}
	loadOf(t, dir, "scb_register")
	if diff := cmp.Diff(before, evidenceOf(t, dir, "scb_register")); diff != "" {
		t.Errorf("rebuilt from nothing it is another: %s", diff)
	}
}

func TestTheRealRegisterOfAgenciesIsRead(t *testing.T) {
	content, err := os.ReadFile("../../shared/data/raw/se-myndighetsdata/scb.json")
	if errors.Is(err, fs.ErrNotExist) && os.Getenv("CI") == "" {
		t.Skip("shared data absent")
	}
	if err != nil {
		t.Fatal(err)
	}
	dir := registerSpace(t, ledgerOf("202100-5943", "202100-5992", "202100-2742", "556677-8899"), "myndighetsregister")
	put(t, dir, "scb.json", content)
	load := loadOf(t, dir, "myndighetsregister")
	if diff := cmp.Diff([5]int64{534, 83, 451, 451, 0}, account(load)); diff != "" {
		t.Error(diff)
	}
	var lists []string
	for _, each := range evidenceOf(t, dir, "myndighetsregister") {
		if strings.Contains(each, "public_list") {
			lists = append(lists, each[strings.Index(each, " ")+1:])
		}
	}
	want := []string{
		"se:2021005943 public_list yes from 2008-01-01",
		"se:2021002742 public_list yes from 2010-01-01", // a court under the number of Domstolsverket
		"se:2021002742 public_list yes from 0001-01-01",
		"se:2021005992 public_list yes from 0001-01-01 to 2014-01-01",
	}
	if diff := cmp.Diff(want, lists); diff != "" {
		t.Error(diff)
	}
}

// What a register counts adds up too: the sum of what is not needed is dropped.
func TestSumsOfWhatIsNotNeededAreDropped(t *testing.T) {
	dir := registerSpace(t, ledgerOf("556677-8899"))
	for name, old := range map[string]string{"volume.sql": "reskontra.volume.sql", "yaml": "reskontra.yaml"} {
		text := read(t, filepath.Join(dir, "sources", old))
		text = strings.Replace(text, "file: reskontra_", "only_needed: leverantor_id\nfile: annan_", 1)
		write(t, filepath.Join(dir, "sources", "annan."+name), text)
	}
	put(t, dir, "annan_2025-09.csv", []byte(ledgerOf("556677-8899", "802400-0013", "802400-0013")+"802400-0013;Namn;;0180;x;7,00\n"))
	for range 2 { // what it counts itself does not widen what is needed
		if diff := cmp.Diff([5]int64{4, 1, 3, 3, 0}, account(loadOf(t, dir, "annan"))); diff != "" {
			t.Error(diff)
		}
	}
	w, err := warehouse.Open(t.Context(), filepath.Join(dir, "state/tresektor.duckdb"), warehouse.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	var sums string
	err = w.QueryRow(t.Context(), "select concat_ws(' ', load_sum.read, load_sum.kept, load_sum.dropped, load_sum.rejected) from load_sum join load using (load_id) where source = 'annan'").Scan(&sums)
	if err != nil || sums != "30700 10000 20700 0" {
		t.Errorf("read, kept, dropped, rejected: %s (%v)", sums, err)
	}
}
