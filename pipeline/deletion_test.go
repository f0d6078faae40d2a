package pipeline_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// A cluster is a company with its owners, told by pieces of evidence that do
// not contradict each other.
type cluster struct {
	pieces []piece
}

// A piece is what a register says of an organisation, or one owner's part. The
// organisations of a cluster have numbers, and 0 is the company.
type piece struct {
	of               int
	attribute, value string
	owner            int // of an owner's part: who it is, -1 for a natural person
}

// forms are what an owner may be: legal form, control and register.
var forms = [][]piece{
	{{attribute: "form", value: "82"}},
	{{attribute: "form", value: "72"}, {attribute: "kontroll", value: "41"}},
	{{attribute: "form", value: "72"}},
	{{attribute: "form", value: "72"}, {attribute: "kontroll", value: "20"}},
	{{attribute: "form", value: "61"}, {attribute: "lista", value: "yes"}},
	{{attribute: "form", value: "61"}, {attribute: "registrerad", value: "yes"}},
	{{attribute: "form", value: "49"}, {attribute: "registrerad", value: "yes"}},
	{{attribute: "form", value: "49"}, {attribute: "kontroll", value: "30"}},
	{{attribute: "form", value: "49"}},
	{{attribute: "form", value: "96"}},
	{{attribute: "form", value: "71"}},
	{{attribute: "form", value: "63"}},
}

func drawCluster(t *rapid.T) (c cluster) {
	c.pieces = append(c.pieces, piece{attribute: "form", value: rapid.SampledFrom([]string{"49", "49", "31", "51"}).Draw(t, "form")})
	if rapid.IntRange(0, 3).Draw(t, "registered") == 0 {
		c.pieces = append(c.pieces, piece{attribute: "registrerad", value: "yes"})
	}
	c.owners(t, 0, 1)
	return c
}

// owners gives an organisation some owners, and companies among them some of
// their own. They hold no more than all of it.
func (c *cluster) owners(t *rapid.T, of, next int) int {
	left := 100
	for range rapid.IntRange(0, 3).Draw(t, "owners") {
		share := min(left, rapid.SampledFrom([]int{20, 30, 50, 50, 60, 100}).Draw(t, "share"))
		if left -= share; share == 0 {
			break
		}
		is := rapid.IntRange(-2, len(forms)-1).Draw(t, "owner")
		if is < 0 {
			c.pieces = append(c.pieces, piece{of: of, attribute: "share", value: fmt.Sprint(share), owner: -1})
			continue
		}
		id := next
		next++
		c.pieces = append(c.pieces, piece{of: of, attribute: "share", value: fmt.Sprint(share), owner: id})
		for _, p := range forms[is] {
			p.of = id
			c.pieces = append(c.pieces, p)
		}
		if len(forms[is]) == 1 && forms[is][0].value == "49" && next < 6 {
			next = c.owners(t, id, next)
		}
	}
	return next
}

// files writes clusters as a ledger, a register and a list of owners. Each has
// numbers of its own: its company's is companyOf its place.
func clusterFiles(clusters []cluster) map[string]string {
	ledger, register, owners := "datum;kommun;orgnr;form;belopp\n2024-06-15;0180;802002-0718;61;100000,00\n", "orgnr;form;kontroll;registrerad;lista\n", ownerHeader
	for i, c := range clusters {
		ledger += fmt.Sprintf("2024-06-15;0180;%s;;1,00\n", numberOf(i, 0))
		said := map[int]map[string]string{}
		for _, p := range c.pieces {
			switch {
			case p.attribute != "share":
				if said[p.of] == nil {
					said[p.of] = map[string]string{}
				}
				said[p.of][p.attribute] = p.value
			case p.owner < 0:
				owners += part(aPerson, numberOf(i, p.of), p.value, "2010-01-01", "")
			default:
				owners += part(numberOf(i, p.owner), numberOf(i, p.of), p.value, "2010-01-01", "")
			}
		}
		for of, s := range said {
			register += strings.Join([]string{numberOf(i, of), s["form"], s["kontroll"], s["registrerad"], s["lista"]}, ";") + "\n"
		}
	}
	return map[string]string{"inbox/prov_2024-06.csv": ledger, "inbox/former.csv": register, "inbox/agare.csv": owners}
}

// numberOf makes an organisation number with its check digit.
func numberOf(cluster, of int) string {
	digits, sum := fmt.Sprintf("55%05d%02d", 20000+cluster, of), 0
	for i, c := range digits {
		d := int(c-'0') * (2 - i%2)
		sum += d/10 + d%10
	}
	return fmt.Sprintf("%s-%s%d", digits[:6], digits[6:], (10-sum%10)%10)
}

// pieceRegister reads the register of clusters.
func pieceRegister(files map[string]string) map[string]string {
	files["sources/former.yaml"] = `title: {sv: Register, en: Register}
publisher: {sv: Provet, en: The trial}
licence: CC0 1.0
file: former.csv
only_needed: orgnr
columns:
  - {name: orgnr, type: orgnr, required: true}
  - {name: form, type: code(legal_form)}
  - {name: kontroll, type: code(owner_control)}
  - {name: registrerad, type: text}
  - {name: lista, type: text}
`
	files["sources/former.evidence.sql"] = `select *
from (
    select
        line,
        orgnr as provider_id,
        unnest(['name', 'legal_form', 'owner_control', 'registered', 'public_list']) as attribute,
        unnest(['X', form, kontroll, registrerad, lista]) as value,
        date '2020-01-01' as observed_date,
    from source
)
where value is not null
`
	return files
}

// A deletion is a cluster without one of the pieces of another.
type deletion struct {
	full, without int
	piece         piece
}

func drawDeletions(many int) (clusters []cluster, deletions []deletion) {
	for seed := range many {
		full, c := len(clusters), rapid.Custom(drawCluster).Example(seed)
		clusters = append(clusters, c)
		for i, p := range c.pieces {
			deletions = append(deletions, deletion{full, len(clusters), p})
			clusters = append(clusters, cluster{slices.Delete(slices.Clone(c.pieces), i, i+1)})
		}
	}
	return clusters, deletions
}

// A decision is what an edition says of an organisation.
type decision struct{ sector, basis, rule string }

// decisions are those about all organisations, by definition and number.
func decisions(t *testing.T, dir string) map[string]decision {
	t.Helper()
	all := map[string]decision{}
	for _, row := range table(t, dir, "classification") {
		all[row["definition"]+" "+row["provider_id"]] = decision{row["sector"], row["basis"], row["rule"]}
	}
	return all
}

// TestDeletedEvidenceNeverProvesPrivate takes one piece of evidence at a time
// from companies with all kinds of owners: none becomes private thereby, but
// on a presumption that is marked. One that is no longer in the register of Act
// (2022:900) is what its known owners make it, which is no presumption. And no
// owner that becomes known turns what was decided into a presumption.
func TestDeletedEvidenceNeverProvesPrivate(t *testing.T) {
	t.Parallel()
	clusters, deletions := drawDeletions(150)
	dir := ownedSpace(t, "", pieceRegister(clusterFiles(clusters)))
	refreshed(t, options(dir))
	decided, found := decisions(t, dir), map[string]int{}
	for _, definition := range []string{"snav", "bred"} {
		about := func(cluster int) decision {
			return decided[definition+" se:"+strings.ReplaceAll(numberOf(cluster, 0), "-", "")]
		}
		for _, d := range deletions {
			before, after := about(d.full), about(d.without)
			found[fmt.Sprint(before.sector, " ", before.basis, " → ", after.sector, " ", after.basis)]++
			byOwners := d.piece.of == 0 && d.piece.attribute == "registrerad" && after.rule == "business_owners"
			if after.sector == "private" && after.basis != "presumed" && before.sector != "private" && !byOwners {
				t.Errorf("%s: %v was %v; without %+v it is %v", definition, clusters[d.full].pieces, before, d.piece, after)
			}
			if d.piece.attribute == "share" && before.basis == "presumed" && after.basis != "presumed" {
				t.Errorf("%s: with %+v it is only presumed: %v, %v", definition, d.piece, clusters[d.full].pieces, before)
			}
		}
	}
	for _, want := range []string{"public derived → private presumed", "ideburen derived → ideburen presumed", "private derived → private presumed", "nonpublic derived → private presumed"} {
		if found[want] == 0 {
			t.Errorf("no deletion goes %s: the draw is too narrow: %v", want, found)
		}
	}
}
