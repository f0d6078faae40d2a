package parquet

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/apache/arrow/go/v17/parquet/compress"
)

// One encoder for all pages writes the bytes that a new one for each writes,
// whatever it has compressed before.
func TestASharedEncoderChangesNoByte(t *testing.T) {
	own, shared := zstd(), sharing{zstd()}
	var text []byte
	for i := range 40_000 {
		text = fmt.Appendf(text, "se:%d;0.%06d;å ", i*7919%1_000_003, i%97)
	}
	for _, size := range []int{0, 1, 100, len(text), 5000, 70_000, 100, len(text), 3} {
		for _, level := range []int{compress.DefaultCompressionLevel, 1, 19} {
			want := own.EncodeLevel(nil, text[:size], level)
			if got := shared.EncodeLevel(make([]byte, 0, 64), text[:size], level); !bytes.Equal(got, want) {
				t.Errorf("%d bytes at level %d are compressed to other bytes", size, level)
			}
		}
	}
}
