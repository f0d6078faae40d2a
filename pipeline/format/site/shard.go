package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"tresektor/pipeline/edition"
)

// The data of the lookup are classic scripts that each call one function, since
// a page may load scripts but not fetch files where it is opened from a disk.
// Words and identifiers are sorted and cut into shards, and the directory says
// what each shard begins with, so that a query asks for the few that may answer.

// mostShard is how large a shard becomes before the next one begins, in bytes.
const mostShard = 48 << 10

// mostVerdicts is how many verdicts are in a shard.
const mostVerdicts = 64

// A shard is a part of the data: what it begins with, and what it holds.
type shard struct {
	first   string
	content any
}

// A directory tells lookup.js which shard begins with what.
type directory struct {
	Words         []string `json:"words"`
	Organisations []string `json:"organisations"`
	Verdicts      int      `json:"verdicts"` // in a shard
	Silent        []string `json:"silent"`
}

// A wordShard has the organisations of some words that follow each other.
// Organisations are [order, id, name, number]; words have the places of theirs.
type wordShard struct {
	Organisations [][]any `json:"o"`
	Words         [][]any `json:"w"`
}

// writeScript writes content as a script that hands it over under a name.
func writeScript(w io.Writer, name string, content any) error {
	var out bytes.Buffer
	if err := json.NewEncoder(&out).Encode(content); err != nil {
		return err
	}
	_, err := fmt.Fprintf(w, "tresektor(%q,%s);\n", name, bytes.TrimSpace(out.Bytes()))
	return err
}

// entry is an organisation in a list of results. A number that the identifier
// gives is left out.
func entry(order int, o Organisation) []any {
	if numberOf(o.ID) != "" {
		return []any{order, o.ID, o.Name}
	}
	return []any{order, o.ID, o.Name, o.Number}
}

// entrySize is about how many bytes an organisation takes.
func entrySize(o Organisation) int { return 16 + len(o.ID) + len(o.Name) }

// searched is the text whose words find an organisation.
func searched(o Organisation) string {
	if numberOf(o.ID) != "" {
		return o.Name
	}
	return o.Name + " " + o.Number
}

// wordShards cuts the words of all names into shards. A word that many names
// have goes on in the next shard.
func wordShards(list []Organisation) (shards []shard) {
	by := map[string][]int{}
	for i, o := range list {
		for _, word := range nameWords(searched(o)) {
			by[word] = append(by[word], i)
		}
	}
	var words []string
	for word := range by {
		words = append(words, word)
	}
	slices.SortFunc(words, compare16)
	var at wordCursor
	for _, word := range words {
		for _, i := range by[word] {
			at.add(word, i, list[i])
		}
	}
	return at.shards
}

// A wordCursor fills one shard after the other.
type wordCursor struct {
	shards []shard
	shard  *wordShard
	places map[int]int // of organisations in the shard
	size   int
}

func (c *wordCursor) add(word string, order int, o Organisation) {
	if c.shard == nil || c.size > mostShard {
		c.shard, c.places, c.size = &wordShard{}, map[int]int{}, 0
		c.shards = append(c.shards, shard{word, c.shard})
	}
	place, found := c.places[order]
	if !found {
		place = len(c.shard.Organisations)
		c.places[order] = place
		c.shard.Organisations = append(c.shard.Organisations, entry(order, o))
		c.size += entrySize(o)
	}
	n := len(c.shard.Words)
	if n == 0 || c.shard.Words[n-1][0] != word {
		c.shard.Words = append(c.shard.Words, []any{word})
		c.size += len(word) + 5
		n++
	}
	c.shard.Words[n-1] = append(c.shard.Words[n-1], place)
	c.size += 4
}

// organisationShards cuts all that is said of organisations into shards by
// identifier.
func organisationShards(list []Organisation) (shards []shard) {
	orders := make([]int, len(list))
	for i := range orders {
		orders[i] = i
	}
	slices.SortFunc(orders, func(a, b int) int { return compare16(list[a].ID, list[b].ID) })
	var rows [][]any
	size := mostShard + 1
	for _, i := range orders {
		if size > mostShard {
			rows, size = nil, 0
			shards = append(shards, shard{first: list[i].ID})
		}
		rows = append(rows, told(i, list[i]))
		shards[len(shards)-1].content = rows
		size += entrySize(list[i]) + 30*(len(list[i].Spells)+len(list[i].Facts))
	}
	return shards
}

// told is an organisation with what is said of it: [order, id, name, number,
// spells, facts].
func told(order int, o Organisation) []any {
	spells, facts := [][]any{}, [][]any{}
	for _, s := range o.Spells {
		spells = append(spells, []any{s.Verdict, s.From, s.To})
	}
	for _, f := range o.Facts {
		facts = append(facts, []any{f.Statement, f.Source, f.From, f.To, f.IsSeen})
	}
	number := o.Number
	if numberOf(o.ID) != "" {
		number = numberOf(o.ID)
	}
	return []any{order, o.ID, o.Name, number, spells, facts}
}

// verdictShards cuts the verdicts in a language into shards: [definition,
// counted, sentences].
func verdictShards(verdicts []Verdict, language string) (shards []shard) {
	for part := range slices.Chunk(verdicts, mostVerdicts) {
		var rows [][]any
		for _, v := range part {
			rows = append(rows, []any{v.Definition.In(language), v.Counted.In(language), in(v.Why, language)})
		}
		shards = append(shards, shard{content: rows})
	}
	return shards
}

func in(texts []edition.Text, language string) []string {
	list := []string{}
	for _, t := range texts {
		list = append(list, t.In(language))
	}
	return list
}

func firsts(shards []shard) []string {
	list := []string{}
	for _, s := range shards {
		list = append(list, s.first)
	}
	return list
}

// shardName is the name of a shard and, with ".js", of its file.
func shardName(kind string, n int, language ...string) string {
	return strings.Join(append([]string{kind + strconv.Itoa(n)}, language...), ".")
}
