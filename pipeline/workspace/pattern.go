package workspace

import (
	"regexp"
	"strings"
)

// A match is what the placeholders of a pattern stand for in a file name.
type match struct{ year, month, name string }

var placeholders = map[string]string{
	"{year}":  `(?P<year>(?:19|20)[0-9]{2})`,
	"{month}": `(?P<month>0[1-9]|1[0-2])`,
	"{name}":  `(?P<name>.+)`,
	"*":       `.*`,
	"?":       `.`,
}

var patternToken = regexp.MustCompile(`\{[^{}]*\}|\*|\?`)

// compilePattern turns a pattern for file names into an expression. It gives
// the placeholder that it does not know, or that stands twice.
func compilePattern(pattern string) (expression *regexp.Regexp, bad string) {
	var b strings.Builder
	seen, end := map[string]bool{}, 0
	for _, at := range patternToken.FindAllStringIndex(pattern, -1) {
		token := pattern[at[0]:at[1]]
		if placeholders[token] == "" || token[0] == '{' && seen[token] {
			return nil, token
		}
		seen[token] = true
		b.WriteString(regexp.QuoteMeta(pattern[end:at[0]]) + placeholders[token])
		end = at[1]
	}
	b.WriteString(regexp.QuoteMeta(pattern[end:]))
	return regexp.MustCompile(`^(?s:` + b.String() + `)$`), ""
}

// match reads a file name by the first of the source's patterns that fits it.
func (s Source) match(name string) (match, bool) {
	for _, pattern := range s.File {
		expression, bad := compilePattern(pattern)
		if bad != "" {
			continue
		}
		if groups := expression.FindStringSubmatch(name); groups != nil {
			group := func(name string) string {
				if i := expression.SubexpIndex(name); i >= 0 {
					return groups[i]
				}
				return ""
			}
			return match{group("year"), group("month"), group("name")}, true
		}
	}
	return match{}, false
}

// IsMember reports whether a file in a zip archive may be the one to read, by
// its name without folders.
func (s Source) IsMember(name string) bool {
	expression, bad := compilePattern(s.Member)
	return s.Member == "" || bad == "" && expression.MatchString(name)
}

// partition names what a file holds: a newer file of the same partition
// replaces the older. A template is filled in up to the first placeholder that
// the name does not have, so that '{year}-{month}' gives "2021" for a yearly
// file.
func (s Source) partition(m match) string {
	if s.Partition == "" {
		return strings.Trim(strings.ReplaceAll(m.year+"-"+m.month+"-"+m.name, "--", "-"), "-")
	}
	values := map[string]string{"{year}": m.year, "{month}": m.month, "{name}": m.name}
	var b strings.Builder
	end := 0
	for _, at := range patternToken.FindAllStringIndex(s.Partition, -1) {
		b.WriteString(s.Partition[end:at[0]])
		end = at[1]
		value := values[s.Partition[at[0]:at[1]]]
		if value == "" {
			return strings.TrimRight(b.String(), "-_. ")
		}
		b.WriteString(value)
	}
	return b.String() + s.Partition[end:]
}
