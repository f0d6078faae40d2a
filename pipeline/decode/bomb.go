package decode

import (
	"fmt"
	"io"
)

// Registers and ledgers shrink four to thirty times when they are packed. An
// archive may hold a hundred times its size, or 256 MiB if that is more; what
// holds more was made to fill a machine, or is no table.
const (
	mostTimes      = 100
	alwaysUnpacked = 256 << 20
)

// limited reads what a packed file of the given size may hold.
func limited(text io.Reader, size int64) io.Reader {
	return &limit{text: text, left: max(mostTimes*size, alwaysUnpacked), size: size}
}

type limit struct {
	text       io.Reader
	left, size int64
}

func (l *limit) Read(p []byte) (int, error) {
	n, err := l.text.Read(p)
	if l.left -= int64(n); l.left < 0 {
		return 0, &ArchiveError{
			What: fmt.Sprintf("%d packed bytes hold more than %d times as many and more than %d MiB", l.size, mostTimes, alwaysUnpacked>>20),
			Next: "if the file is what it should be, unpack it and deliver the file itself",
		}
	}
	return n, err
}
