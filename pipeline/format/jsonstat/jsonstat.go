// Package jsonstat writes a published table as JSON-stat 2.0 datasets
// (https://json-stat.org/full/): a dense cube with one value for every
// combination of the dimensions' values that occur. A cell without a number is
// null, and its status says why: "." not applicable, ".." missing, "..."
// suppressed. None of them is 0.
package jsonstat

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"tresektor/pipeline/edition/cube"
)

// Write writes c as one JSON document in one language. Values stand as they
// are in the table, digit for digit: they never pass through a floating-point
// number. The notes in c.Left() are not in it.
func Write(w io.Writer, c cube.Cube, language string) error {
	var head bytes.Buffer
	enc := json.NewEncoder(&head)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(newHead(c, language)); err != nil {
		return fmt.Errorf("json-stat: %w", err)
	}
	out := bufio.NewWriter(w)
	out.Write(bytes.TrimSuffix(head.Bytes(), []byte("\n}\n")))
	writeValues(out, c)
	writeStatus(out, c)
	out.WriteString("\n}\n")
	return out.Flush() // holds the first error of all the writes
}

// writeValues writes one line for every combination of dimensions.
func writeValues(out *bufio.Writer, c cube.Cube) {
	out.WriteString(",\n  \"value\": [")
	for i, value := range c.Values {
		if i > 0 {
			out.WriteByte(',')
		}
		if i%len(c.Metrics) == 0 {
			out.WriteString("\n    ")
		}
		if value == "" {
			value = "null"
		}
		out.WriteString(value)
	}
	out.WriteString("\n  ]")
}

// writeStatus writes the reason for every null, by the position of its value.
func writeStatus(out *bufio.Writer, c cube.Cube) {
	const start, next = ",\n  \"status\": {\n    ", ",\n    "
	separator := start
	for i, symbol := range c.Symbols {
		if symbol == "" {
			continue
		}
		fmt.Fprintf(out, "%s\"%d\": %q", separator, i, symbol)
		separator = next
	}
	if separator == next {
		out.WriteString("\n  }")
	}
}
