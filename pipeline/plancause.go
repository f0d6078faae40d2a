package pipeline

import (
	"errors"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"
)

// A Why says what kind of change a number's is and what caused it, as the
// candidate's tables/revision.csv does. It is empty where nothing published
// has changed but a range, or where only one edition has the definition.
type Why struct {
	Kind   string   `json:"kind"`   // revision, correction or development
	Causes []string `json:"causes"` // codes of data/revision_cause.csv, in its order
}

// A Caused is how many changed cells a cause concerns; a cell may have several.
type Caused struct {
	Cause string `json:"cause"`
	Cells int    `json:"cells"`
}

func unexplained() Why { return Why{Causes: []string{}} }

// add joins the causes of another number. What corrects anything is a correction.
func (w *Why) add(more Why) {
	if w.Kind != "correction" {
		w.Kind = more.Kind
	}
	for _, cause := range more.Causes {
		if !slices.Contains(w.Causes, cause) {
			w.Causes = append(w.Causes, cause)
		}
	}
	causeOrder(w.Causes)
}

// revisions reads revision.csv beside share.csv, which has the same order.
type revisions struct {
	lines *keyedLines
	ahead *cellRow // read already, of a cell that is still to come
}

// openRevisions opens the revisions that an edition's folder tells; one made
// before there were such tables tells none.
func openRevisions(folder string) (*revisions, error) {
	lines, err := openKeyed(folder, "revision")
	if errors.Is(err, fs.ErrNotExist) {
		return &revisions{lines: &keyedLines{}}, nil
	}
	if err != nil {
		return nil, err
	}
	r := &revisions{lines: lines}
	if r.ahead, err = lines.next(); err != nil {
		return nil, errors.Join(err, lines.close())
	}
	return r, nil
}

// of gives what is told of a cell, by sector. Cells are asked for in order.
func (r *revisions) of(cell []string) (whys map[string]Why, err error) {
	whys = map[string]Why{}
	for err == nil && r.ahead != nil {
		last := len(r.ahead.key) - 1
		order := slices.Compare(r.ahead.key[:last], cell)
		if order > 0 {
			break
		}
		if order == 0 {
			told := r.ahead.cells()
			whys[r.ahead.key[last]] = Why{Kind: told["kind"], Causes: causeOrder(strings.Fields(told["causes"]))}
		}
		r.ahead, err = r.lines.next()
	}
	return whys, err
}

// explain says why the rows of the cell change, why any of them does, and why
// the cards that show the cell do.
func (c *cellCounter) explain() (cell Why, err error) {
	whys, err := c.revisions.of(c.key)
	cell = unexplained()
	for _, sector := range sortedKeys(whys) {
		cell.add(whys[sector])
	}
	for i, row := range c.rows {
		if why, told := whys[row.Sector]; told {
			c.rows[i].Why = why
		}
	}
	own, told := whys["ideburen"]
	if !told {
		own = cell
	}
	for _, i := range c.plan.cardsAt[[6]string(c.key)] {
		c.plan.Cards[i].Why = own
	}
	c.plan.count(cell.Causes)
	return cell, err
}

func (p *Plan) count(causes []string) {
	for _, cause := range causes {
		i := slices.IndexFunc(p.Causes, func(c Caused) bool { return c.Cause == cause })
		if i < 0 {
			i, p.Causes = len(p.Causes), append(p.Causes, Caused{Cause: cause})
		}
		p.Causes[i].Cells++
	}
	order := allCauses()
	at := func(c Caused) int {
		return slices.IndexFunc(order, func(r revisionCause) bool { return r.code == c.Cause })
	}
	slices.SortFunc(p.Causes, func(a, b Caused) int { return at(a) - at(b) })
}

// cardsAt finds the cells that cards show, in the headline tables of two
// editions' folders.
func cardsAt(cards []Move, folders ...string) (at map[[6]string][]int, err error) {
	at = map[[6]string][]int{}
	shown := map[[2]string][6]string{}
	for _, folder := range folders {
		if folder == "" {
			continue
		}
		rows, err := readCSV(filepath.Join(folder, "tables", "headline.csv"))
		if err != nil {
			return nil, err
		}
		for _, row := range rows {
			c := cellOf(row)
			shown[[2]string{row["card"], c.Period}] = [6]string{c.Measure, c.Definition, c.Period, c.Place, c.Area, c.Agreement}
		}
	}
	for i, card := range cards {
		cell := shown[[2]string{card.Card, card.Period}]
		at[cell] = append(at[cell], i)
	}
	return at, nil
}

// why says the causes of a change. Revision, correction and development are
// three words that are never mixed.
func (w wording) why(y Why) string {
	if len(y.Causes) == 0 {
		return ""
	}
	said := w.say("; orsak: ", "; cause: ")
	switch y.Kind {
	case "development":
		said = w.say("; utveckling: ", "; development: ")
	case "correction":
		said = w.say("; rättelse, orsak: ", "; correction, cause: ")
	}
	return said + w.causeList(y.Causes)
}

// caused says how many cells each cause concerns.
func (w wording) caused(causes []Caused) string {
	var words []string
	for _, c := range causes {
		words = append(words, w.say("%s (%s)", "%s (%s)", w.revisionCause(c.Cause), w.cells(c.Cells)))
	}
	if len(words) == 0 {
		return ""
	}
	return w.say("; orsak: ", "; cause: ") + strings.Join(words, ", ")
}
