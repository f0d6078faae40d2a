package pipeline

import (
	"fmt"
	"strings"

	"tresektor/pipeline/edition"
)

// Text tells the comparison in a language.
func (r Rebuild) Text(language string) string {
	w := wording{language: language}
	var b strings.Builder
	fmt.Fprintln(&b, w.rebuiltEdition(r))
	if !r.IsIdentical && !r.Was.counts(r.Is) {
		fmt.Fprintln(&b, w.say("Programmet är ett annat: utgåvan gjordes av %s, det här är %s",
			"The program is another: the edition was made by %s, this is %s", w.program(r.Was), w.program(r.Is)))
	}
	for _, f := range r.Differences {
		fmt.Fprintln(&b, "  "+w.rebuiltFile(f))
		for _, example := range f.Examples {
			fmt.Fprintln(&b, "    "+example)
		}
	}
	return b.String()
}

func (w wording) rebuiltEdition(r Rebuild) string {
	if r.holds() {
		return w.say("Utgåva %s: gjord på nytt ur sitt underlag, alla %d filer har samma kontrollsummor",
			"Edition %s: made again from its inputs, all %d files have the same checksums", r.Edition, r.Files)
	}
	if r.IsSame {
		return w.say("Utgåva %s blir annorlunda när den görs på nytt: innehållsförteckningen (manifest.json) skiljer sig, men ingen annan fil",
			"Edition %s comes out otherwise when it is made again: its manifest (manifest.json) differs, but no other file", r.Edition)
	}
	return w.say("Utgåva %s blir annorlunda när den görs på nytt: %d av %d filer skiljer sig",
		"Edition %s comes out otherwise when it is made again: %d of %d files differ", r.Edition, len(r.Differences), r.Files)
}

func (w wording) program(p Program) string {
	return w.say("tresektor %s (avkodare %s, frågor %.8s)", "tresektor %s (decoder %s, queries %.8s)", p.Version, p.Decoder, p.Queries)
}

func (w wording) rebuiltFile(f RebuildFile) string {
	switch {
	case f.Kind == edition.ProblemMissing:
		return w.say("%s finns inte längre", "%s is no longer there", f.Path)
	case f.Kind == edition.ProblemExtra:
		return w.say("%s har tillkommit", "%s has been added", f.Path)
	case f.Cells > 0:
		return w.say("%s: %s; rader som saknas: %d, som tillkommit: %d", "%s: %s; rows that are gone: %d, that are new: %d",
			f.Path, w.many(int64(f.Cells), "cell skiljer sig", "celler skiljer sig", "cell differs", "cells differ"), f.Missing, f.Extra)
	}
	return w.say("%s: andra byte", "%s: other bytes", f.Path)
}
