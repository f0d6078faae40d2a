package pipeline_test

import (
	"fmt"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// TestEveryDecisionStandsUnderASubject: a decision is found by its number and by
// what it is about.
func TestEveryDecisionStandsUnderASubject(t *testing.T) {
	text, err := os.ReadFile("../docs/decisions.md")
	if err != nil {
		t.Fatal(err)
	}
	index, list, found := strings.Cut(string(text), "## In the order they were taken")
	if !found {
		t.Fatal("docs/decisions.md has no heading for the decisions in order")
	}
	subjects := indexed(index)
	numbers := regexp.MustCompile(`(?m)^(\d+)\. `).FindAllStringSubmatch(list, -1)
	for i, number := range numbers {
		if number[1] != fmt.Sprint(i+1) {
			t.Fatalf("decision %d is numbered %s", i+1, number[1])
		}
		if subjects[i+1] == "" {
			t.Errorf("decision %d is under no subject: name it in the table at the top of docs/decisions.md", i+1)
		}
	}
	for number, subject := range subjects {
		if number > len(numbers) {
			t.Errorf("%s names decision %d of %d", subject, number, len(numbers))
		}
	}
}

// indexed gives each number of the table a subject that it stands under.
func indexed(table string) map[int]string {
	subjects := map[int]string{}
	for _, row := range regexp.MustCompile(`(?m)^\| ([^|]+) \| ([0-9–, ]+) \|$`).FindAllStringSubmatch(table, -1) {
		for part := range strings.SplitSeq(row[2], ", ") {
			first, last, isRun := strings.Cut(part, "–")
			if !isRun {
				last = first
			}
			from, _ := strconv.Atoi(first)
			to, _ := strconv.Atoi(last)
			for number := from; number <= to; number++ {
				subjects[number] = row[1]
			}
		}
	}
	return subjects
}
