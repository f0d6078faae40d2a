package pipeline

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"tresektor/queries"
)

// traceLoads gives the edition's trace the files of its loads. Each is written
// once, in state/trace/load, and shared by every edition that rests on it: a
// new month costs a month.
func (s *session) traceLoads(ctx context.Context, folder string) error {
	relations, err := queries.TraceLoad()
	if err != nil {
		return err
	}
	loads, err := s.loads(ctx)
	if err != nil {
		return err
	}
	for _, r := range relations {
		kept := s.state(filepath.Join("trace", "load", r.Name))
		used := filepath.Join(folder, r.Name)
		if err := errors.Join(os.MkdirAll(kept, 0o700), os.MkdirAll(used, 0o700)); err != nil {
			return fmt.Errorf("trace: %w", err)
		}
		current := map[string]bool{}
		for _, l := range loads {
			name := l.Key + ".parquet"
			current[name] = true
			err := s.traceLoad(ctx, filepath.Join(kept, name), r.SQL, l.ID)
			if err == nil {
				err = share(filepath.Join(kept, name), filepath.Join(used, name))
			}
			if err != nil {
				return fmt.Errorf("trace %s of %s: %w", r.Name, l.File, err)
			}
		}
		if err := removeOthers(kept, current); err != nil {
			return fmt.Errorf("trace: %w", err)
		}
	}
	return nil
}

// traceLoad writes the file of a load unless there is one.
func (s *session) traceLoad(ctx context.Context, path, sql string, load int64) error {
	if _, err := os.Stat(path); err == nil {
		return nil
	}
	unfinished := path + ".unfinished"
	if err := s.traceFile(ctx, unfinished, sql, load); err != nil {
		return errors.Join(err, os.Remove(unfinished))
	}
	return os.Rename(unfinished, path)
}

// share gives a file a second name, or a copy where the file system has none
// to give.
func share(from, to string) error {
	if err := os.Link(from, to); err == nil {
		return nil
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}

// removeOthers removes the files of loads that are no longer current, and what
// a killed run left. Editions that rest on them have names of their own.
func removeOthers(folder string, current map[string]bool) error {
	entries, err := os.ReadDir(folder)
	if err != nil {
		return err
	}
	for _, entry := range entries {
		if current[entry.Name()] {
			continue
		}
		if err := os.Remove(filepath.Join(folder, entry.Name())); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}
