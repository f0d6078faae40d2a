package pipeline

import "testing"

func TestAMonthIsSaidInWords(t *testing.T) {
	for _, asked := range []struct{ text, period, language, want string }{
		{"gick {period} till", "2024-01", "sv", "gick i januari 2024 till"},
		{"gick i {period} till", "2024-01", "sv", "gick i januari 2024 till"},
		{"{period} gick", "2024-12", "sv", "i december 2024 gick"},
		{"went in {period} to", "2024-01", "en", "went in January 2024 to"},
		{"gick {period} till", "2024", "sv", "gick 2024 till"},
		{"gick läsåret {period} i", "2019/20", "sv", "gick läsåret 2019/20 i"},
		{"in {period}", "2024-13", "en", "in 2024-13"},
	} {
		w := wording{language: asked.language, card: Card{Periods: []Period{{Period: asked.period}}}}
		if got := w.filled(asked.text); got != asked.want {
			t.Errorf("%q of %s is %q, want %q", asked.text, asked.period, got, asked.want)
		}
	}
}

func TestASizeIsNeverNothing(t *testing.T) {
	for bytes, want := range map[int64]string{0: "0\u00a0byte", 42: "42\u00a0byte", 999: "999\u00a0byte", 1000: "1,0\u00a0kB", 1_500_000: "1,5\u00a0MB"} {
		if got := (prose{wording: wording{language: "sv"}}).size(bytes); got != want {
			t.Errorf("%d bytes are %q, want %q", bytes, got, want)
		}
	}
}
