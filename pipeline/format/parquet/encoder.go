package parquet

import "github.com/apache/arrow/go/v17/parquet/compress"

// ShareEncoder lets this process compress all Parquet files with one zstd
// encoder. Without it a new one is made for each page, which costs a small
// edition a tenth of its time; the bytes are the same. It changes a table of
// the library's for the whole process: call it before anything is written, once.
func ShareEncoder() {
	compress.RegisterCodec(compress.Codecs.Zstd, sharing{zstd()})
}

func zstd() compress.Codec {
	codec, err := compress.GetCodec(compress.Codecs.Zstd)
	if err != nil {
		panic(err) // it is compiled in
	}
	return codec
}

// A sharing codec uses the library's shared encoder, which has the usual level.
type sharing struct{ compress.Codec }

func (s sharing) EncodeLevel(dst, src []byte, level int) []byte {
	if level == compress.DefaultCompressionLevel {
		return s.Encode(dst, src)
	}
	return s.Codec.EncodeLevel(dst, src, level)
}
