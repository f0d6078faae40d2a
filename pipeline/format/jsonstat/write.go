package jsonstat

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
)

// Write writes the dataset as one JSON document. Values stand as they are in
// the table, digit for digit: they never pass through a floating-point number.
func (d Dataset) Write(w io.Writer) error {
	var head bytes.Buffer
	enc := json.NewEncoder(&head)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(d.head); err != nil {
		return fmt.Errorf("json-stat: %w", err)
	}
	out := bufio.NewWriter(w)
	out.Write(bytes.TrimSuffix(head.Bytes(), []byte("\n}\n")))
	d.cube.writeValues(out)
	d.cube.writeStatus(out)
	out.WriteString("\n}\n")
	return out.Flush() // holds the first error of all the writes
}

// writeValues writes one line for every combination of dimensions.
func (c cube) writeValues(out *bufio.Writer) {
	out.WriteString(",\n  \"value\": [")
	for i, value := range c.value {
		if i > 0 {
			out.WriteByte(',')
		}
		if i%len(c.metrics) == 0 {
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
func (c cube) writeStatus(out *bufio.Writer) {
	const start, next = ",\n  \"status\": {\n    ", ",\n    "
	separator := start
	for i, status := range c.status {
		if status == "" {
			continue
		}
		fmt.Fprintf(out, "%s\"%d\": %q", separator, i, status)
		separator = next
	}
	if separator == next {
		out.WriteString("\n  }")
	}
}
