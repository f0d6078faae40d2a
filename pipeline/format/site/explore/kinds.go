package explore

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// Kinds writes rows of share_kind, in published order, beside the shards of
// share that they divide. It holds one measure and definition at a time.
type Kinds struct {
	create              Create
	contents            map[string]*Content
	measure, definition string
	open                map[string]*kindShard // by Key of area and agreement
}

// NewKinds starts with no rows; contents are what share has, and are told
// which kinds there are.
func NewKinds(create Create, contents []*Content) *Kinds {
	k := &Kinds{create: create, contents: map[string]*Content{}, open: map[string]*kindShard{}}
	for _, c := range contents {
		k.contents[c.Measure] = c
	}
	return k
}

// Add takes the next row. All rows of a measure and definition come together.
func (k *Kinds) Add(r Row) error {
	if r.Measure != k.measure || r.Definition != k.definition {
		if err := k.Close(); err != nil {
			return err
		}
		k.measure, k.definition = r.Measure, r.Definition
	}
	key := Key(r.Area, r.Agreement)
	if k.open[key] == nil {
		k.open[key] = newKindShard()
	}
	k.open[key].add(r)
	return nil
}

// Close writes what is left.
func (k *Kinds) Close() error {
	for _, key := range slices.Sorted(maps.Keys(k.open)) {
		if err := k.write(key); err != nil {
			return fmt.Errorf("kinds of measure %s, definition %s, %s: %w", k.measure, k.definition, key, err)
		}
	}
	clear(k.open)
	return nil
}

// write writes the kinds of one shard, in parts where they are many.
func (k *Kinds) write(key string) error {
	divided, err := k.divided(key)
	if err != nil {
		return err
	}
	from := k.open[key]
	if err := from.sort(); err != nil {
		return err
	}
	divided.Kinds = &InKinds{Codes: from.kinds.codes}
	for i, rows := range from.parts() {
		p := kindPart{name: "kind-" + divided.File + "." + strconv.Itoa(i+1), shard: from, rows: rows}
		if err := k.create(Folder+p.name+".js", p.write); err != nil {
			return err
		}
		divided.Kinds.From = append(divided.Kinds.From, from.places.codes[rows[0].place])
	}
	content := k.contents[k.measure]
	content.Shards[k.definition][key] = divided
	for _, code := range from.kinds.codes {
		content.kinds[code] = true
	}
	return nil
}

// divided is the shard that has the sector that the kinds divide.
func (k *Kinds) divided(key string) (Shard, error) {
	content := k.contents[k.measure]
	if content == nil || content.Shards[k.definition][key].File == "" {
		return Shard{}, fmt.Errorf("share has no numbers that these kinds divide")
	}
	shard := content.Shards[k.definition][key]
	if shard.Kinds != nil {
		return Shard{}, fmt.Errorf("their rows do not come together")
	}
	return shard, nil
}
