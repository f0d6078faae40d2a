package workspace

import (
	"errors"
	"io/fs"
	"regexp"
	"strconv"
	"strings"
)

func (r *reader) sources(limits Limits) []Source {
	var all []Source
	for _, f := range r.files(r.own, "", "sources/*.yaml") {
		all = append(all, r.source(f, limits))
	}
	return all
}

// source reads one manifest, on top of the profile it names.
func (r *reader) source(f file, limits Limits) Source {
	s := Source{ID: f.id(), Path: f.path}
	files := []file{f}
	profile, known := r.profile(f)
	if !known {
		return s
	}
	if profile != "" {
		files = append(r.files(r.library, "data/", "profile/"+profile+".yaml"), f)
	}
	decodeYAML(&s, r.found, files...)
	if s.RejectPercent == "" {
		s.RejectPercent = limits.RejectPercent
	}
	for i := range s.Columns {
		s.Columns[i].readType(r.found)
		if s.Columns[i].Headers == nil {
			s.Columns[i].Headers = []string{s.Columns[i].Name}
		}
	}
	s.VolumeSQL, s.VolumePath = r.sql(s.ID, profile, ".volume.sql")
	s.EvidenceSQL, s.EvidencePath = r.sql(s.ID, profile, ".evidence.sql")
	if s.VolumePath == "" && s.EvidencePath == "" {
		r.found.add(s.Where.At(""), "there is neither sources/%s.volume.sql nor sources/%s.evidence.sql; a source needs one of them", s.ID, s.ID)
	}
	return s
}

// profile gives the name of the profile that a manifest builds on, "" for
// none, and reports one that does not exist.
func (r *reader) profile(f file) (name string, known bool) {
	var names struct {
		Where   Where
		Profile string `yaml:"profile"`
	}
	quiet := &problems{}
	decodeYAML(&names, quiet, f)
	if names.Profile == "" {
		return "", true
	}
	var possible []string
	for _, each := range r.files(r.library, "data/", "profile/*.yaml") {
		if each.id() == names.Profile {
			return names.Profile, true
		}
		possible = append(possible, each.id())
	}
	r.found.add(names.Where.At("profile"), "there is no profile %q%s", names.Profile, instead(names.Profile, possible))
	return "", false
}

// sql reads a SELECT beside the manifest or, for want of it, the profile's.
func (r *reader) sql(id, profile, ending string) (text, path string) {
	own := "sources/" + id + ending
	content, err := fs.ReadFile(r.own, own)
	if err == nil {
		return string(content), own
	}
	if !errors.Is(err, fs.ErrNotExist) {
		r.err = errors.Join(r.err, err)
	}
	if profile == "" {
		return "", ""
	}
	content, err = fs.ReadFile(r.library, "profile/"+profile+ending)
	if err != nil {
		return "", ""
	}
	return string(content), "data/profile/" + profile + ending
}

var (
	columnTypes = []string{"text", "integer", "amount(2)", "date(YYYY-MM-DD)", "month", "year", "code(list)", "orgnr", "person_name(column)"}
	columnType  = regexp.MustCompile(`^([a-z_]+)(?:\((.*)\))?$`)
)

// readType takes apart a type such as amount(2) or code(place).
func (c *Column) readType(found *problems) {
	text := c.Type
	parts := columnType.FindStringSubmatch(text)
	if text == "" {
		return
	}
	ok := parts != nil
	if ok {
		c.Type, ok = parts[1], c.readArgument(parts[1], parts[2])
	}
	if !ok {
		c.Type = "" // reported; nothing more is said of this column
		found.add(c.Where.At("type"), "%q is not a type of column%s", text, instead(text, columnTypes))
	}
}

func (c *Column) readArgument(name, argument string) (ok bool) {
	switch name {
	case "text", "integer", "month", "year", "orgnr":
		return argument == ""
	case "amount":
		scale, err := strconv.Atoi(argument)
		c.Scale = scale
		return err == nil && scale >= 0 && scale <= 9
	case "date":
		c.Layout = argument
		return strings.Count(argument, "YYYY") == 1 && strings.Count(argument, "MM") == 1 && strings.Count(argument, "DD") == 1
	case "code":
		c.List = argument
	case "person_name":
		c.Of = argument
	default:
		return false
	}
	return argument != ""
}
