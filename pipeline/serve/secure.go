package serve

import (
	"html"
	"io"
	"net/http"
	"regexp"
)

// secured adds the headers that keep a browser from doing with an answer what
// it is not for. Anybody's page may read the files: they are public.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "cross-origin")
		h.Set("Access-Control-Allow-Origin", "*")
		next.ServeHTTP(w, r)
	})
}

var policyPattern = regexp.MustCompile(`<meta http-equiv="Content-Security-Policy" content="([^"]*)">`)

// pagePolicy is the policy that a page states about itself, and the strictest
// where it states none. It is the first thing on a page.
func pagePolicy(content io.ReadSeeker) (string, error) {
	head := make([]byte, 4096)
	n, err := io.ReadFull(content, head)
	if err != nil && err != io.ErrUnexpectedEOF && err != io.EOF {
		return "", err
	}
	if _, err := content.Seek(0, io.SeekStart); err != nil {
		return "", err
	}
	found := policyPattern.FindSubmatch(head[:n])
	if found == nil {
		return "default-src 'none'", nil
	}
	return html.UnescapeString(string(found[1])), nil
}
