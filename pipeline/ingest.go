package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"path/filepath"

	"github.com/apache/arrow/go/v17/arrow/array"

	"tresektor/pipeline/decode"
	"tresektor/pipeline/warehouse"
	"tresektor/pipeline/workspace"
)

// decoderVersion changes when the same bytes would be decoded differently, or
// the relations of a load would make other rows of them: it makes new loads.
const decoderVersion = "4"

// Ingest fetches what is in the inbox and loads what is not loaded yet.
func Ingest(ctx context.Context, o Options) (loads []Load, err error) {
	s, err := open(o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.close()) }()
	if err := s.fetch(); err != nil {
		return nil, err
	}
	if err := s.openWarehouse(ctx); err != nil {
		return nil, err
	}
	if err := s.ingest(ctx); err != nil {
		return nil, err
	}
	return s.loads(ctx)
}

// ingest loads every current snapshot that is not loaded yet and removes what
// is no longer current. All sources are tried and every failure is reported;
// registers come last, when it is known whom they are read for.
func (s *session) ingest(ctx context.Context) error {
	if err := s.configure(ctx); err != nil {
		return err
	}
	if err := s.anything(); err != nil {
		return err
	}
	wanted := map[string]bool{}
	if err := s.ingestSources(ctx, false, need{}, wanted); err != nil {
		return err
	}
	if err := s.removeLoads(ctx, func(l Load) bool { return wanted[l.Key] || s.isRegister(l.Source) }); err != nil {
		return err
	}
	need, err := s.need(ctx)
	if err != nil {
		return err
	}
	if err := s.ingestSources(ctx, true, need, wanted); err != nil {
		return err
	}
	return s.removeLoads(ctx, func(l Load) bool { return wanted[l.Key] })
}

// ingestSources loads the snapshots of all registers, or of all other sources,
// and adds the keys of their loads to wanted.
func (s *session) ingestSources(ctx context.Context, registers bool, need need, wanted map[string]bool) (failed error) {
	known, err := s.loads(ctx)
	if err != nil {
		return err
	}
	for _, source := range s.space.Sources {
		if isRegister(source) != registers {
			continue
		}
		snapshots, _, err := s.space.Snapshots(source.ID)
		if err != nil {
			failed = errors.Join(failed, &SourceError{Source: source.ID, Cause: err})
			continue
		}
		for _, snapshot := range snapshots {
			key := s.loadKey(source, snapshot, need)
			wanted[key] = true
			if has(known, key) {
				continue
			}
			if err := s.load(ctx, source, snapshot, need, key); err != nil {
				failed = errors.Join(failed, err)
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
	}
	return failed
}

func has(loads []Load, key string) bool {
	for _, l := range loads {
		if l.Key == key {
			return true
		}
	}
	return false
}

// loadKey names a load by everything that shapes it: a register is loaded again
// when others are needed of it than before.
func (s *session) loadKey(source workspace.Source, snapshot workspace.Snapshot, need need) string {
	h := sha256.New()
	fmt.Fprintln(h, decoderVersion, source.ID, source.Key(), snapshot.SHA256, snapshot.Partition, snapshot.Name)
	if isRegister(source) {
		fmt.Fprintln(h, need.key)
	}
	for _, m := range s.space.Measures {
		// The trace of a load has periods as they are counted, and their reference days.
		fmt.Fprintln(h, m.ID, m.Decimals, m.Reference.Kind, m.Reference.Day)
		if m.IsYearOfMonths() {
			fmt.Fprintln(h, m.Years)
		}
	}
	return hex.EncodeToString(h.Sum(nil))
}

// A SourceError says which source could not be loaded, and why.
type SourceError struct {
	Source string
	File   string
	Next   string // what to do, where the cause does not say it
	Cause  error
}

func (e *SourceError) Error() string {
	if e.File == "" {
		return fmt.Sprintf("source %s: %v", e.Source, e.Cause)
	}
	return fmt.Sprintf("source %s: %s: %v", e.Source, e.File, e.Cause)
}

func (e *SourceError) Unwrap() error { return e.Cause }

// Hint says what to do about it.
func (e *SourceError) Hint() string { return e.Next }

// load loads one snapshot. It is read once more for each column that has too many
// different texts to be numbered, which shows early, and once for all columns whose
// texts hardly repeat.
func (s *session) load(ctx context.Context, source workspace.Source, snapshot workspace.Snapshot, need need, key string) error {
	var varied []string
	for {
		err := s.loadOnce(ctx, source, snapshot, need, key, varied)
		found := (*warehouse.VariedError)(nil)
		if !errors.As(err, &found) {
			return err
		}
		varied = append(varied, found.Columns...)
	}
}

// numberedFrom is the size in bytes of a snapshot from which texts that repeat are
// numbered: below it, the lists cost more than they save.
const numberedFrom = 16 << 20

// loadOnce decodes one snapshot and ingests it in one transaction.
func (s *session) loadOnce(ctx context.Context, source workspace.Source, snapshot workspace.Snapshot, need need, key string, varied []string) error {
	fail := func(err error) error {
		return &SourceError{Source: source.ID, File: snapshot.Name, Cause: err}
	}
	if err := s.checkSelects(ctx, source); err != nil {
		return fail(err)
	}
	options, err := s.decodeOptions(source, need)
	if err != nil {
		return fail(err)
	}
	file, err := decode.Open(snapshot.Path, source.IsMember)
	if err != nil {
		return s.unreadable(source, snapshot, err)
	}
	defer file.Close()
	read := decode.CSV
	if source.Format == "json" {
		read = decode.JSON
	}
	reader, err := read(file, options)
	if err != nil {
		return s.unreadable(source, snapshot, err)
	}
	defer reader.Release()
	m := &mapping{session: s, source: source, snapshot: snapshot, key: key, reader: reader, file: file}
	wanted := narrowed(reader, options.Columns, source.VolumeSQL+"\n"+source.EvidenceSQL)
	counted := counting{RecordReader: wanted, done: func(n int) { s.progress("ingest "+source.ID, n) }}
	step := func(l *warehouse.Load) error {
		m.load = l
		return m.run(ctx)
	}
	if snapshot.Size < numberedFrom {
		err = s.wh.Ingest(ctx, counted, step)
	} else {
		err = s.wh.IngestNumbered(ctx, counted, varied, step)
	}
	rejects := (*RejectsError)(nil)
	if errors.As(err, &rejects) && rejects.Unread > 0 || reader.Err() != nil || errors.Is(err, errNoRows) {
		return s.unreadable(source, snapshot, err)
	}
	if err != nil {
		return fail(err)
	}
	log := s.log()
	if isRegister(source) {
		log = log.With("needed", len(need.ids), "not_needed", m.account.NotNeeded)
	}
	log.Info("ingested", "source", source.ID, "file", snapshot.Name, "rows", m.account.Rows,
		"kept", m.account.Kept, "dropped", m.account.Dropped, "rejected", m.account.Rejected)
	return nil
}

// unreadable says that the file itself is at fault, and where its copy is.
func (s *session) unreadable(source workspace.Source, snapshot workspace.Snapshot, cause error) error {
	folder, err := filepath.Rel(s.Dir, filepath.Dir(snapshot.Path))
	if err != nil {
		return err
	}
	next := fmt.Sprintf("put a corrected %s in inbox/, or remove %s if it should not count",
		snapshot.Name, filepath.ToSlash(folder))
	if header := (*decode.HeaderError)(nil); errors.As(cause, &header) && header.Hint == "" {
		next = fmt.Sprintf("give a column that has another name its `header` in %s, or ", source.Path) + next
	}
	if archive := (*decode.ArchiveError)(nil); errors.As(cause, &archive) && archive.Members != nil {
		next = "" // the file is well; the manifest chooses
	}
	return &SourceError{Source: source.ID, File: snapshot.Name, Next: next, Cause: cause}
}

// counting tells how many rows have passed.
type counting struct {
	array.RecordReader
	done func(n int)
}

func (c counting) Next() bool {
	if !c.RecordReader.Next() {
		return false
	}
	c.done(int(c.RecordReader.Record().NumRows()))
	return true
}

func (s *session) decodeOptions(source workspace.Source, need need) (decode.Options, error) {
	key, err := s.space.Key()
	if err != nil {
		return decode.Options{}, err
	}
	o := decode.Options{
		Source: source.ID, Encoding: source.Encoding, Separator: source.Separator,
		Decimal: source.Decimal, Missing: source.Missing, Suppressed: source.Suppressed,
		Masks: source.Masks, PersonKey: key,
	}
	if isRegister(source) {
		o.Only = &decode.Only{Column: source.OnlyNeeded, IDs: need.ids, Named: need.isNamed(s.linkPlaces())}
	}
	for _, c := range source.Columns {
		column := decode.Column{
			Name: c.Name, Headers: c.Headers, Type: decode.Type(c.Type), Scale: c.Scale,
			Layout: c.Layout, List: c.List, Of: c.Of, Required: c.Required, Optional: c.Optional,
			Suffix: c.Suffix, Until: c.Until, Person: c.Person,
		}
		if list, found := s.space.List(c.List); found {
			column.Codes = list.Codes(decode.Fold)
		}
		o.Columns = append(o.Columns, column)
	}
	return o, nil
}

// checkSelects refuses SQL that reads anything but source and the code lists,
// or that would give another answer tomorrow.
func (s *session) checkSelects(ctx context.Context, source workspace.Source) error {
	allowed := []string{"source", "snapshot"}
	for _, list := range s.space.Lists {
		allowed = append(allowed, list.Name)
	}
	for path, sql := range map[string]string{
		source.VolumePath: source.VolumeSQL, source.EvidencePath: source.EvidenceSQL,
	} {
		if sql == "" {
			continue
		}
		if err := s.wh.CheckSelect(ctx, sql, allowed); err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
	}
	return nil
}
