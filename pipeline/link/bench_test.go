package link_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"strings"
	"testing"

	"tresektor/pipeline/link"
)

// register makes organisations whose names are made of the words of the
// example's suppliers: more alike, and so dearer to compare, than those of a
// whole country.
func register(t testing.TB, n int) iter.Seq2[link.Candidate, error] {
	suppliers, _ := procured(t)
	var words []string
	for _, s := range suppliers {
		words = append(words, strings.Fields(s.Name)...)
	}
	return func(yield func(link.Candidate, error) bool) {
		random := rand.New(rand.NewPCG(1, 2))
		word := func() string {
			if random.IntN(2) == 0 {
				return words[random.IntN(len(words))]
			}
			return fmt.Sprintf("%c%x", 'a'+rune(random.IntN(26)), random.IntN(1<<24))
		}
		for i := range n {
			name := word() + " " + word() + " " + word() + " AB"
			c := link.Candidate{ID: number(i), Names: []string{name}, Attributes: link.Attributes{Forms: []string{"49"}}}
			if !yield(c, nil) {
				return
			}
		}
	}
}

// number makes a valid provider id.
func number(i int) string {
	digits := fmt.Sprintf("55%07d", 2000000+i)
	sum := 0
	for at, d := range digits {
		n := int(d-'0') * (2 - at%2)
		sum += n/10 + n%10
	}
	return fmt.Sprintf("se:%s%d", digits, (10-sum%10)%10)
}

func BenchmarkSuppliersAmongAWholeRegister(b *testing.B) {
	suppliers, _ := procured(b)
	for i := range 1000 {
		twin := suppliers[i%len(suppliers)]
		twin.ID, twin.Name = fmt.Sprint("twin ", i), twin.Name+" Vård"
		suppliers = append(suppliers, twin)
	}
	candidates, places := register(b, 1_800_000), swedishPlaces(b)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := link.Suppliers(suppliers, places, candidates); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkNormalise(b *testing.B) {
	places := swedishPlaces(b)
	b.ReportAllocs()
	for b.Loop() {
		link.Normalise("Nytida Törngården i Göteborg Ekonomisk förening", places)
	}
}
