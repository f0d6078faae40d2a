package pipeline

import (
	"context"
	"fmt"
	"iter"
	"strings"

	"tresektor/pipeline/link"
)

// links looks for the organisations behind suppliers that are known by name
// only; what people decided in links.csv goes before what the program found.
func (s *session) links(ctx context.Context) error {
	suppliers, err := s.linkSuppliers(ctx)
	if err != nil {
		return fmt.Errorf("link suppliers: %w", err)
	}
	if len(suppliers) == 0 {
		return s.putLinks(ctx, nil)
	}
	candidates, err := s.linkCandidates(ctx)
	if err != nil {
		return fmt.Errorf("link suppliers: %w", err)
	}
	outcomes, err := link.Suppliers(suppliers, s.linkPlaces(), candidates)
	if err != nil {
		return err
	}
	outcomes, unused := link.ByHand(outcomes, suppliers, s.linkDecisions())
	for _, d := range unused {
		s.log().Warn("a decision in links.csv is about no supplier", "source", d.Source, "supplier", d.Supplier)
	}
	return s.putLinks(ctx, outcomes)
}

func (s *session) linkDecisions() (decisions []link.Decision) {
	for _, l := range s.space.Links {
		d := link.Decision{Source: l.Source, Supplier: l.Supplier}
		if l.Organisation != "" {
			d.Organisation = "se:" + l.Organisation
		}
		decisions = append(decisions, d)
	}
	return decisions
}

func (s *session) linkPlaces() link.Places {
	var places []link.Place
	if list, found := s.space.List("place"); found {
		for _, row := range list.Rows {
			places = append(places, link.Place{Code: row["code"], Label: row["label_sv"]})
		}
	}
	return link.NewPlaces(places)
}

func (s *session) linkSuppliers(ctx context.Context) (suppliers []link.Supplier, err error) {
	const query = "select provider_id, source, name, forms, sni, places from link_supplier order by provider_id"
	err = s.eachRow(ctx, query, func(scan func(...any) error) error {
		var v link.Supplier
		var forms, sni, places string
		err := scan(&v.ID, &v.Source, &v.Name, &forms, &sni, &places)
		v.Attributes = attributes(forms, sni, places)
		suppliers = append(suppliers, v)
		return err
	})
	return suppliers, err
}

func (s *session) linkCandidates(ctx context.Context) (iter.Seq2[link.Candidate, error], error) {
	const query = "select provider_id, names, forms, sni, places from link_candidate order by provider_id"
	var candidates []link.Candidate
	err := s.eachRow(ctx, query, func(scan func(...any) error) error {
		var v link.Candidate
		var names, forms, sni, places string
		err := scan(&v.ID, &names, &forms, &sni, &places)
		v.Names, v.Attributes = texts(names), attributes(forms, sni, places)
		candidates = append(candidates, v)
		return err
	})
	return func(yield func(link.Candidate, error) bool) {
		for _, c := range candidates {
			if !yield(c, nil) {
				return
			}
		}
	}, err
}

// separator is what the queries join the texts of a list with.
const separator = "\x1f"

func texts(joined string) []string {
	if joined == "" {
		return nil
	}
	return strings.Split(joined, separator)
}

func attributes(forms, sni, places string) link.Attributes {
	return link.Attributes{Forms: texts(forms), SNI: texts(sni), Places: texts(places)}
}

// putLinks keeps what became of each supplier, and whom it may be.
func (s *session) putLinks(ctx context.Context, outcomes []link.Outcome) error {
	links := table{name: "link", columns: []column{
		{"provider_id", text}, {"organisation_id", text}, {"status", text}, {"confirming", text}, {"score", integer}, {"why", text},
	}}
	matches := table{name: "link_match", columns: []column{
		{"provider_id", text}, {"organisation_id", text}, {"name", text}, {"score", integer}, {"agrees", text}, {"contradicts", text},
	}}
	for _, o := range outcomes {
		links.rows = append(links.rows, []any{
			o.Supplier, orNull(o.Organisation), string(o.Status), strings.Join(o.Confirming, " "), int64(o.Score), string(o.Why),
		})
		for _, m := range o.Matches {
			matches.rows = append(matches.rows, []any{
				o.Supplier, m.Organisation, m.Name, int64(m.Score), strings.Join(m.Agrees, " "), strings.Join(m.Contradicts, " "),
			})
		}
	}
	return s.put(ctx, links, matches)
}
