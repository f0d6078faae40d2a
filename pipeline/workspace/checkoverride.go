package workspace

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"net/url"
	"os"
	"strings"
	"time"

	"tresektor/pipeline/orgnr"
)

func (w *Workspace) checkOverrides(found *problems) {
	first := map[string]Override{}
	for _, o := range w.Overrides {
		at := o.row.at("decision_id")
		if before, twice := first[o.ID]; twice && o.ID != "" {
			found.add(at, "decision %q stands twice, first on line %d", shown(o.ID), before.line())
			continue
		}
		first[o.ID] = o
	}
	for _, o := range w.Overrides {
		w.checkOverride(o, found)
		o.checkSupersedes(first, found)
	}
	checkOverlaps(w.Overrides, first, found)
}

func (o Override) line() int { return o.row.at("decision_id").Line }

func (w *Workspace) checkOverride(o Override, found *problems) {
	for _, column := range overrideColumns() {
		if o.row.cells[column] == "" && !mayBeEmpty(column) {
			found.add(o.row.at(column), "%q is empty; a decision is complete or it is not used", column)
		}
	}
	w.inList(shown(o.Sector), "sector", o.row.at("sector"), found)
	w.inList(shown(o.Reason), "override_reason", o.row.at("reason_code"), found)
	for _, id := range o.Definitions {
		known(shown(id), w.definitionIDs(), "definition", o.row.at("definitions"), found)
	}
	o.checkDates(found)
	o.checkReviewer(found)
	o.checkAddress(found)
	w.checkEvidenceFile(o, found)
}

// checkDates holds that dates exist, and that they stand in an order in which
// a decision can be made: evidence and validity before the next review.
func (o Override) checkDates(found *problems) {
	days := map[string]time.Time{}
	for _, column := range []string{"valid_from", "valid_to", "evidence_date", "review_by"} {
		text := o.row.cells[column]
		day, err := time.Parse(time.DateOnly, text)
		if err != nil && text != "" {
			found.add(o.row.at(column), "%q is not a date as YYYY-MM-DD", shown(text))
		}
		if err == nil {
			days[column] = day
		}
	}
	for _, pair := range [][2]string{{"valid_to", "valid_from"}, {"review_by", "evidence_date"}, {"review_by", "valid_from"}} {
		later, has := days[pair[0]]
		earlier, both := days[pair[1]]
		if has && both && !later.After(earlier) {
			found.add(o.row.at(pair[0]), "%s %s is not after %s %s", pair[0], o.row.cells[pair[0]], pair[1], o.row.cells[pair[1]])
		}
	}
}

// checkReviewer holds that somebody else has reviewed the decision, however
// the two names are spelt.
func (o Override) checkReviewer(found *problems) {
	plain := func(name string) string { return strings.Join(strings.Fields(name), " ") }
	if o.DecidedBy != "" && strings.EqualFold(plain(o.DecidedBy), plain(o.ReviewedBy)) {
		found.add(o.row.at("reviewed_by"), "the decision is reviewed by the one who made it; somebody else must review it")
	}
}

// checkAddress lets a diarienummer be any text, but not an address that leads
// nowhere.
func (o Override) checkAddress(found *problems) {
	if !strings.Contains(o.Evidence.URL, "://") {
		return
	}
	to, err := url.Parse(o.Evidence.URL)
	if err != nil || to.Host == "" || to.Scheme != "https" && to.Scheme != "http" {
		found.add(o.row.at("evidence_url"), "%q is not an address that begins with https:// or http://, and not a diarienummer", shown(o.Evidence.URL))
	}
}

func (w *Workspace) checkEvidenceFile(o Override, found *problems) {
	e, at := o.Evidence, o.row.at("evidence_file")
	switch {
	case e.File == "" && e.SHA256 == "":
		return
	case e.File == "":
		found.add(at, "there is a checksum but no evidence_file")
		return
	case e.SHA256 == "":
		found.add(o.row.at("evidence_sha256"), "the file %q has no checksum; sha256sum evidence/%s gives it", shown(e.File), shown(e.File))
		return
	case !fs.ValidPath(e.File) || e.File == ".":
		found.add(at, "%q must be the name of a file in evidence/", shown(e.File))
		return
	}
	sum, err := checksum(os.DirFS(w.Dir), "evidence/"+e.File)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		found.add(at, "there is no file evidence/%s", shown(e.File))
	case err != nil:
		found.add(at, "%s", err)
	case sum != e.SHA256:
		found.add(o.row.at("evidence_sha256"), "evidence/%s has the checksum %s; it is not the file that the decision rests on; read it, and decide again", shown(e.File), sum)
	}
}

func checksum(folder fs.FS, name string) (string, error) {
	file, err := folder.Open(name)
	if err != nil {
		return "", err
	}
	defer file.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, file); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// shown is a text for a message. A cell in the wrong column may hold a natural
// person's number, which is never shown.
func shown(text string) string {
	if orgnr.HoldsPersonal(text) {
		return "(withheld)"
	}
	return text
}
