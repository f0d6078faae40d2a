package pipeline

import "math/big"

// fewestListed is the least number of people in a published cell for which
// providers are listed (method 6).
const fewestListed = 5

// isProtected tells whether providers of a total may not be listed: data that
// was received under secrecy, and counts of people where some sector has so few
// that who they are with tells of them. Definitions are linked tables: what
// differs between two of them is such a cell too.
func isProtected(protect string, cells ...map[string]publishedShare) bool {
	if protect != "frequency" {
		return protect == "secrecy"
	}
	for i, cell := range cells {
		for sector, share := range cell {
			if isFew(share.amount, "0") || i > 0 && isFew(share.amount, cells[0][sector].amount) {
				return true
			}
		}
	}
	return false
}

// isFew tells whether two amounts differ, but by fewer than may be listed.
func isFew(amount, other string) bool {
	a, ok := new(big.Rat).SetString(amount)
	b, both := new(big.Rat).SetString(other)
	if !ok || !both {
		return false
	}
	difference := a.Sub(a, b)
	return difference.Sign() != 0 && difference.Abs(difference).Cmp(big.NewRat(fewestListed, 1)) < 0
}

// measures are the edition's descriptions of its measures.
func (a *asking) measures() (map[string]map[string]string, error) {
	rows, err := a.table("measure")
	all := map[string]map[string]string{}
	for _, row := range rows {
		all[row["measure"]] = row
	}
	return all, err
}
