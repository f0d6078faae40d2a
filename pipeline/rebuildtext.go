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
	if r.IsIdentical {
		fmt.Fprintln(&b, w.say("Utgåva %s: gjord på nytt ur sitt underlag, alla %d filer har samma kontrollsummor",
			"Edition %s: made again from its inputs, all %d files have the same checksums", r.Edition, r.Files))
		return b.String()
	}
	fmt.Fprintln(&b, w.say("Utgåva %s blir annorlunda när den görs på nytt: %d av %d filer skiljer sig",
		"Edition %s comes out otherwise when it is made again: %d of %d files differ", r.Edition, len(r.Differences), r.Files))
	if !r.Was.counts(r.Is) {
		fmt.Fprintln(&b, w.say("Programmet är ett annat: utgåvan gjordes av %s, det här är %s",
			"The program is another: the edition was made by %s, this is %s", r.Was.called(), r.Is.called()))
	}
	for _, f := range r.Differences {
		fmt.Fprintln(&b, "  "+w.rebuiltFile(f))
		for _, example := range f.Examples {
			fmt.Fprintln(&b, "    "+example)
		}
	}
	return b.String()
}

func (p Program) called() string {
	return fmt.Sprintf("tresektor %s (decoder %s, queries %.8s)", p.Version, p.Decoder, p.Queries)
}

func (w wording) rebuiltFile(f RebuildFile) string {
	switch {
	case f.Kind == edition.ProblemMissing:
		return w.say("%s finns inte längre", "%s is no longer there", f.Path)
	case f.Kind == edition.ProblemExtra:
		return w.say("%s har tillkommit", "%s has been added", f.Path)
	case f.Cells > 0:
		return w.say("%s: %d celler skiljer sig, däri %d rader som saknas och %d som tillkommit",
			"%s: %d cells differ, among them %d rows that are gone and %d that are new", f.Path, f.Cells, f.Missing, f.Extra)
	}
	return w.say("%s: andra byte", "%s: other bytes", f.Path)
}
