package dcat

import (
	"path"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// mediaType tells what a file is by what follows the first point of its name;
// a part of a table has its period there too.
func mediaType(suffix string) (string, bool) {
	known, found := map[string]string{
		"csv":     "text/csv",
		"json":    "application/json",
		"px":      "text/x-pcaxis",
		"parquet": "application/vnd.apache.parquet",
		"xlsx":    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
	}[suffix[strings.LastIndex(suffix, ".")+1:]]
	return known, found && !strings.HasSuffix(suffix, "metadata.json") && !strings.HasSuffix(suffix, "notes.json")
}

func (c Catalogue) distribution(x xml, d dataset, f edition.File) {
	file := path.Base(f.Path)
	_, suffix, _ := strings.Cut(file, ".")
	media, _ := mediaType(suffix)
	x.node("dcat:Distribution", c.node("distribution-"+file), func() {
		format := formatName(suffix)
		x.text("dcterms:title", edition.Text{
			SV: d.table.Title.SV + " (" + format.SV + ")",
			EN: d.table.Title.In(edition.English) + " (" + format.EN + ")",
		})
		x.link("dcat:accessURL", c.address(f.Path))
		x.link("dcat:downloadURL", c.address(f.Path))
		x.plain("dcterms:format", media)     // a literal in DCAT-AP-SE, where DCAT-AP has an IRI
		if !strings.Contains(media, "/x-") { // those that begin so are in no register
			x.link("dcat:mediaType", "http://www.iana.org/assignments/media-types/"+media)
		}
		x.typed("dcat:byteSize", strconv.FormatInt(f.Size, 10), "nonNegativeInteger")
		x.link("spdx:checksum", c.node("checksum-"+file))
		x.link("dcterms:license", c.Licence)
		languages(x, languagesOf(suffix)...)
		x.date("dcterms:issued", c.Updated)
		x.date("dcterms:modified", c.Updated)
		if suffix == "csv" {
			x.link("foaf:page", c.address("tables/"+d.table.Name+".csv-metadata.json"))
		}
	})
	x.node("spdx:Checksum", c.node("checksum-"+file), func() {
		x.link("spdx:algorithm", "http://spdx.org/rdf/terms#checksumAlgorithm_sha256")
		x.typed("spdx:checksumValue", f.SHA256, "hexBinary")
	})
}

// languagesOf are the languages of a file's texts: JSON-stat has one in each
// file, the English one with en before its ending, and other formats have both
// in one file.
func languagesOf(suffix string) []string {
	switch {
	case strings.HasSuffix("."+suffix, ".en.json"):
		return []string{english}
	case strings.HasSuffix("."+suffix, ".json"):
		return []string{swedish}
	}
	return []string{swedish, english}
}

// formatName is what people call a format, with the period of a part and the
// language of a file that has only one.
func formatName(suffix string) edition.Text {
	period, ending := "", suffix
	if i := strings.LastIndex(suffix, "."); i >= 0 {
		period, ending = suffix[:i], suffix[i+1:]
	}
	name := edition.Text{SV: strings.ToUpper(ending), EN: strings.ToUpper(ending)}
	switch {
	case ending == "parquet":
		name = edition.Text{SV: "Parquet", EN: "Parquet"}
	case ending == "json" && languagesOf(suffix)[0] == english:
		name = edition.Text{SV: "JSON-stat på engelska", EN: "JSON-stat in English"}
		period = strings.TrimSuffix(strings.TrimSuffix(period, "en"), ".")
	case ending == "json":
		name = edition.Text{SV: "JSON-stat på svenska", EN: "JSON-stat in Swedish"}
	}
	if period != "" {
		name = edition.Text{SV: period + ", " + name.SV, EN: period + ", " + name.EN}
	}
	return name
}
