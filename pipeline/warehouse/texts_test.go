package warehouse

import (
	"errors"
	"fmt"
	"hash/maphash"
	"math/rand/v2"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/apache/arrow/go/v17/arrow"
	"github.com/apache/arrow/go/v17/arrow/array"
	"github.com/apache/arrow/go/v17/arrow/memory"
	"github.com/google/go-cmp/cmp"
)

// textArray makes an array of texts; a nil is null.
func textArray(list ...any) *array.String {
	b := array.NewStringBuilder(memory.DefaultAllocator)
	defer b.Release()
	for _, each := range list {
		if each == nil {
			b.AppendNull()
		} else {
			b.Append(each.(string))
		}
	}
	return b.NewStringArray()
}

func TestTextsAreNumberedInTheOrderInWhichTheyCome(t *testing.T) {
	list := newTexts("name")
	for _, part := range []struct {
		texts []any
		want  []int32
		bytes int
	}{
		{[]any{"å", nil, "", "å", "bc"}, []int32{1, 0, 2, 1, 3}, 6},
		{[]any{"bc", "", nil, "d"}, []int32{3, 2, 0, 4}, 3},
		{nil, []int32{}, 0},
	} {
		numbers, bytes, err := list.number(textArray(part.texts...))
		if err != nil || bytes != part.bytes {
			t.Errorf("%v have %d bytes, want %d (%v)", part.texts, bytes, part.bytes, err)
		}
		if diff := cmp.Diff(part.want, numbers); diff != "" {
			t.Errorf("%v (-want +got):\n%s", part.texts, diff)
		}
	}
	if diff := cmp.Diff([]string{"å", "", "bc", "d"}, list.list); diff != "" {
		t.Errorf("list (-want +got):\n%s", diff)
	}
}

// Whatever the hashes, each number leads back to its text, and each text has one.
func TestTextsAreFoundAmongOthersWithTheSameHash(t *testing.T) {
	seed := maphash.MakeSeed()
	for name, hash := range map[string]func(string) uint64{
		"one hash":         func(string) uint64 { return 7 },
		"three hashes":     func(text string) uint64 { return uint64(len(text) % 3) },
		"the last slot":    func(string) uint64 { return 1<<64 - 1 },
		"sixteen of bits":  func(text string) uint64 { return maphash.String(seed, text) << 48 },
		"as it is usually": func(text string) uint64 { return maphash.String(seed, text) },
	} {
		t.Run(name, func(t *testing.T) {
			list := newTexts("name")
			list.hash = hash
			known := map[string]int32{}
			random := rand.New(rand.NewPCG(1, 2))
			for range 8 {
				var texts []any
				for range 700 {
					texts = append(texts, strings.Repeat("a", random.IntN(4))+fmt.Sprint(random.IntN(900)))
				}
				numbers, _, err := list.number(textArray(texts...))
				if err != nil {
					t.Fatal(err)
				}
				for i, number := range numbers {
					text := texts[i].(string)
					if before, ok := known[text]; list.list[number-1] != text || ok && before != number {
						t.Fatalf("%q has number %d, before %d, which is %q", text, number, before, list.list[number-1])
					}
					known[text] = number
				}
			}
			if len(known) != len(list.list) || len(known) < 2000 {
				t.Errorf("%d numbers for %d texts", len(list.list), len(known))
			}
		})
	}
}

// What is kept of a text does not change with the record that it came in.
func TestTextsOutliveTheirRecord(t *testing.T) {
	a := textArray("förening")
	list := newTexts("name")
	if _, _, err := list.number(a); err != nil {
		t.Fatal(err)
	}
	copy(a.ValueBytes(), "XXXXXXXXX")
	if list.list[0] != "förening" {
		t.Errorf("the text became %q", list.list[0])
	}
}

func TestNumberedSourceReadsTheSame(t *testing.T) {
	const rows = "select count(*), list(source order by line)::varchar from source"
	var got [3][]string
	processors := runtime.GOMAXPROCS(0)
	for i, ingest := range []func(w *Warehouse, r array.RecordReader, step func(*Load) error) error{
		func(w *Warehouse, r array.RecordReader, step func(*Load) error) error {
			return w.Ingest(t.Context(), r, step)
		},
		func(w *Warehouse, r array.RecordReader, step func(*Load) error) error {
			return w.IngestNumbered(t.Context(), r, nil, step)
		},
		func(w *Warehouse, r array.RecordReader, step func(*Load) error) error {
			return w.IngestNumbered(t.Context(), r, []string{"provider"}, step)
		},
	} {
		w := openMemory(t)
		r := reader(t, ledger(), ledgerRecord(0, 0), ledgerRecord(0, 3000), ledgerRecord(3000, 10))
		must(t, ingest(w, r, func(l *Load) error {
			if sum := l.Sum("line").Int64(); l.Rows() != 3010 || sum != 3009*3010/2 {
				t.Errorf("%d rows whose lines sum to %d", l.Rows(), sum)
			}
			_, err := l.Describe(t.Context(), "select source.rowid from source")
			wantError(t, err, "rowid")
			columns, err := l.Describe(t.Context(), "select * from source")
			must(t, err)
			got[i] = append(got[i], fmt.Sprint(columns))
			return l.Exec(t.Context(), "create table kept as "+rows)
		}))
		got[i] = append(got[i], query(t, w, "from kept")...)
		wantNothingLeft(t, w)
	}
	if now := runtime.GOMAXPROCS(0); now != processors {
		t.Errorf("%d processors afterwards, before %d", now, processors)
	}
	for i := 1; i < len(got); i++ {
		if diff := cmp.Diff(got[0], got[i]); diff != "" {
			t.Errorf("way %d (-plain +numbered):\n%s", i, diff)
		}
	}
}

func TestNumberedSourceIsComparedWithWhatWasRead(t *testing.T) {
	for _, change := range []string{
		"delete from source_row where line = 5",
		"update source_row set amount = amount + 0.01 where line = 5",
		"update source_text_2 set text = text || 'x' where text = 'bc'",
		"update source_text_2 set text = '' where text is null",
		"delete from source_text_2 where number = 0",
		"insert into source_text_2 select * from source_text_2 where number = 1",
	} {
		wantDifference(t, change, func(g *guard) { g.number(nil) })
	}
}

// varied has n different texts in each of two columns.
func varied(n int, text func(i int) string) arrow.Record {
	schema := arrow.NewSchema([]arrow.Field{
		{Name: "few", Type: arrow.BinaryTypes.String}, {Name: "many", Type: arrow.BinaryTypes.String},
	}, nil)
	b := array.NewRecordBuilder(memory.DefaultAllocator, schema)
	defer b.Release()
	for i := range n {
		b.Field(0).(*array.StringBuilder).Append("same")
		b.Field(1).(*array.StringBuilder).Append(text(i))
	}
	return b.NewRecord()
}

func TestTooManyDifferentTextsAreSaidAndCanBeKept(t *testing.T) {
	for name, r := range map[string]arrow.Record{
		"many": varied(mostTexts+1, func(i int) string { return fmt.Sprint(i) }),
		"half": varied(fewTexts+1, func(i int) string { return fmt.Sprint(i) }),
		"long": varied(40, func(i int) string { return strings.Repeat(fmt.Sprint(i%10), 1<<20) + fmt.Sprint(i) }),
	} {
		w := openMemory(t)
		err := w.IngestNumbered(t.Context(), reader(t, r.Schema(), r), nil, nil)
		found := (*VariedError)(nil)
		if !errors.As(err, &found) || !slices.Equal(found.Columns, []string{"many"}) {
			t.Errorf("%s: error is %v, want one that names the column", name, err)
		}
		wantNothingLeft(t, w)
		must(t, w.IngestNumbered(t.Context(), reader(t, r.Schema(), r), []string{"many"}, func(l *Load) error {
			return l.Exec(t.Context(), "create table kept as select count(distinct few), count(distinct many), count(*) from source")
		}))
		if diff := cmp.Diff([]string{fmt.Sprintf("1 %d %d", r.NumRows(), r.NumRows())}, query(t, w, "from kept")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
	for _, exactly := range []arrow.Record{
		varied(2*mostTexts, func(i int) string { return fmt.Sprint(i % mostTexts) }), varied(fewTexts, func(i int) string { return fmt.Sprint(i) }),
	} {
		must(t, openMemory(t).IngestNumbered(t.Context(), reader(t, exactly.Schema(), exactly), nil, func(*Load) error { return nil }))
	}
}

func TestNumberedTextsMustBeUTF8(t *testing.T) {
	w := openMemory(t)
	err := w.IngestNumbered(t.Context(), &broken{RecordReader: threeRecords(t), stop: 1, swap: notUTF8(t, "\xc3", "\xa5")}, nil, nil)
	wantError(t, err, "column provider after row 100: text that is not UTF-8")
	wantNothingLeft(t, w)
}

func TestOfManyColumnsTheFirstAreNumbered(t *testing.T) {
	var fields []arrow.Field
	for i := range mostNumbered + 3 {
		fields = append(fields, arrow.Field{Name: fmt.Sprint("c", i), Type: arrow.BinaryTypes.String})
	}
	g, err := newGuard(t.Context(), reader(t, arrow.NewSchema(fields, nil)))
	must(t, err)
	g.number([]string{"c1"})
	var as []string
	for _, c := range g.columns {
		if c.texts == nil {
			as = append(as, c.name)
		}
	}
	if diff := cmp.Diff([]string{"c1", "c11", "c12"}, as); diff != "" {
		t.Errorf("columns as they are (-want +got):\n%s", diff)
	}
}
