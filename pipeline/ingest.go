package pipeline

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"github.com/apache/arrow/go/v17/arrow/array"

	"tresektor/pipeline/decode"
	"tresektor/pipeline/warehouse"
	"tresektor/pipeline/workspace"
)

// decoderVersion changes when the same bytes would be decoded differently, or
// the relations of a load would make other rows of them: it makes new loads.
const decoderVersion = "2"

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
// is no longer current. All sources are tried; every failure is reported.
func (s *session) ingest(ctx context.Context) error {
	if err := s.configure(ctx); err != nil {
		return err
	}
	known, err := s.loads(ctx)
	if err != nil {
		return err
	}
	if err := s.anything(); err != nil {
		return err
	}
	var failed error
	wanted := map[string]bool{}
	for _, source := range s.space.Sources {
		snapshots, _, err := s.space.Snapshots(source.ID)
		if err != nil {
			failed = errors.Join(failed, &SourceError{Source: source.ID, Cause: err})
			continue
		}
		for _, snapshot := range snapshots {
			key := s.loadKey(source, snapshot)
			wanted[key] = true
			if has(known, key) {
				continue
			}
			if err := s.load(ctx, source, snapshot, key); err != nil {
				failed = errors.Join(failed, err)
			}
			if ctx.Err() != nil {
				return ctx.Err()
			}
		}
	}
	if failed != nil {
		return failed
	}
	return s.removeLoads(ctx, wanted)
}

func has(loads []Load, key string) bool {
	for _, l := range loads {
		if l.Key == key {
			return true
		}
	}
	return false
}

// loadKey names a load by everything that shapes it.
func (s *session) loadKey(source workspace.Source, snapshot workspace.Snapshot) string {
	h := sha256.New()
	fmt.Fprintln(h, decoderVersion, source.ID, source.Key(), snapshot.SHA256, snapshot.Partition, snapshot.Name)
	for _, m := range s.space.Measures {
		fmt.Fprintln(h, m.ID, m.Decimals)
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

// load decodes one snapshot and ingests it in one transaction.
func (s *session) load(ctx context.Context, source workspace.Source, snapshot workspace.Snapshot, key string) error {
	fail := func(err error) error {
		return &SourceError{Source: source.ID, File: snapshot.Name, Cause: err}
	}
	if err := s.checkSelects(ctx, source); err != nil {
		return fail(err)
	}
	file, err := os.Open(snapshot.Path)
	if err != nil {
		return fail(err)
	}
	defer file.Close()
	options, err := s.decodeOptions(source, snapshot)
	if err != nil {
		return fail(err)
	}
	hash := sha256.New()
	reader, err := decode.CSV(io.TeeReader(file, hash), options)
	if err != nil {
		return s.unreadable(source, snapshot, err)
	}
	defer reader.Release()
	m := &mapping{session: s, source: source, snapshot: snapshot, key: key, reader: reader, hash: hash}
	wanted := narrowed(reader, options.Columns, source.VolumeSQL+"\n"+source.EvidenceSQL)
	counted := counting{RecordReader: wanted, done: func(n int) { s.progress("ingest "+source.ID, n) }}
	err = s.wh.Ingest(ctx, counted, func(l *warehouse.Load) error {
		m.load = l
		return m.run(ctx)
	})
	rejects := (*RejectsError)(nil)
	if errors.As(err, &rejects) && rejects.Unread > 0 || reader.Err() != nil || errors.Is(err, errNoRows) {
		return s.unreadable(source, snapshot, err)
	}
	if err != nil {
		return fail(err)
	}
	s.log().Info("ingested", "source", source.ID, "file", snapshot.Name, "rows", m.account.Rows,
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

func (s *session) decodeOptions(source workspace.Source, snapshot workspace.Snapshot) (decode.Options, error) {
	key, err := s.space.Key()
	if err != nil {
		return decode.Options{}, err
	}
	o := decode.Options{
		Source: source.ID, Encoding: source.Encoding, Separator: source.Separator,
		Decimal: source.Decimal, Missing: source.Missing, Suppressed: source.Suppressed,
		Masks: source.Masks, PersonKey: key,
	}
	for _, c := range source.Columns {
		column := decode.Column{
			Name: c.Name, Headers: c.Headers, Type: decode.Type(c.Type), Scale: c.Scale,
			Layout: c.Layout, List: c.List, Of: c.Of, Required: c.Required, Optional: c.Optional,
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
