package pipeline

// ideburenShare gives the idéburen share before and after in a cell that
// changes, in millionths; nil where there is none or it stays.
func ideburenShare(rows []RowMove) (before, after *int64) {
	for _, row := range rows {
		if row.Sector == "ideburen" {
			return sixDecimals(row.Before["share"]), sixDecimals(row.After["share"])
		}
	}
	return nil, nil
}

// moved is how far the idéburen share moves; one that comes or goes moves by
// all of it.
func moved(rows []RowMove) int64 {
	before, after := ideburenShare(rows)
	difference := orZero(after) - orZero(before)
	return max(difference, -difference)
}

func orZero(n *int64) int64 {
	if n == nil {
		return 0
	}
	return *n
}
