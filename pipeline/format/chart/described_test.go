package chart

import (
	"tresektor/pipeline/edition"
)

// five are the sectors of a card; the remainders have no bounds.
func five(publicRow, privateRow, idéburen [3]string, nonpublicShare, unknownShare string) []Sector {
	row := func(code, label string, c [3]string) Sector {
		return Sector{Code: code, Label: label, Share: c[0], Low: c[1], High: c[2]}
	}
	none := edition.NotApplicable
	return []Sector{
		row(public, "Offentlig", publicRow), row(private, "Privat (företag och enskilda personer)", privateRow),
		row(ideburen, "Idéburen", idéburen), row(nonpublic, "Enskild, ej uppdelad", [3]string{nonpublicShare, none, none}),
		row(unknown, "Uppgift saknas", [3]string{unknownShare, none, none}),
	}
}

func three(v [3]string) []Sector {
	return []Sector{{Code: public, Low: v[0], High: v[0]}, {Code: private, Low: v[1], High: v[1]}, {Code: ideburen, Low: v[2], High: v[2]}}
}

// scotland has nine years, all decided.
func scotland() Description {
	d := Description{
		Language: edition.Swedish,
		Message:  "10,2 procent av platserna på boenden för vuxna i Skottland fanns den 31 mars 2024 hos en idéburen utförare.",
		Shown:    "Registrerade platser på boenden för vuxna, Skottland, 2024. Idéburen: det som källan själv kallar idéburet.",
		IsWhole:  true,
		Sectors: five([3]string{"0.104500", "0.104500", "0.104500"}, [3]string{"0.793100", "0.793100", "0.793100"},
			[3]string{"0.102400", "0.102400", "0.102400"}, "0.000000", "0.000000"),
		Low: "0.102400", High: "0.102400",
		Readings: []Reading{{"Som källan redovisar", "0.102400", "0.102400"}, {"Bred: även kooperativ", "0.102400", "0.102400"}, {"Snäv: föreningar", "0.102400", "0.102400"}},
	}
	for i, v := range [][3]string{
		{"0.108400", "0.762600", "0.129000"}, {"0.107200", "0.767000", "0.125800"}, {"0.105100", "0.768100", "0.126800"},
		{"0.101300", "0.776800", "0.121900"}, {"0.101800", "0.778900", "0.119300"}, {"0.102300", "0.783000", "0.114700"},
		{"0.103000", "0.791500", "0.105500"}, {"0.103700", "0.793200", "0.103100"}, {"0.104500", "0.793100", "0.102400"},
	} {
		year := string(rune('2')) + "01" + string(rune('6'+i))
		if i > 3 {
			year = "202" + string(rune('0'+i-4))
		}
		d.Points = append(d.Points, Point{Period: year, Date: year + "-03-31", Sectors: three(v)})
	}
	return d
}

// grades has a break, ranges and remainders.
func grades() Description {
	return Description{
		Language: edition.Swedish,
		Message:  "Mellan 3,5 och 4,2 procent av eleverna med slutbetyg i årskurs 9 i Sverige läsåret 2024/25 gick i en skola som drivs av en idéburen organisation.",
		Shown:    "Elever med slutbetyg i årskurs 9, Sverige, 2024/25.",
		IsWhole:  true,
		Sectors: five([3]string{"0.780000", "0.780000", "0.790000"}, [3]string{"0.175275", "0.171000", "0.183000"},
			[3]string{"0.034600", "0.034600", "0.042200"}, "0.006400", "0.003725"),
		Low: "0.034600", High: "0.042200",
		Readings: []Reading{{"Snäv: föreningar", "0.034600", "0.042200"}, {"Bred", "0.047000", "0.056000"}},
		Points: []Point{
			{Period: "2019/20", Date: "2019-10-15", Sectors: three([3]string{"0.799560", "0.163755", "0.036685"})},
			{Period: "2024/25", Date: "2025-06-15", IsBroken: true, Sectors: []Sector{
				{Code: public, Low: "0.780000", High: "0.790000"}, {Code: private, Low: "0.171000", High: "0.183000"},
				{Code: ideburen, Low: "0.034600", High: "0.042200"}}},
		},
	}
}

// monthly has bands over several periods and a preliminary end.
func monthly() Description {
	d := grades()
	d.Points = nil
	for i, low := range []string{"0.030000", "0.032000", "0.031000", "0.036000"} {
		year := "202" + string(rune('0'+i))
		d.Points = append(d.Points, Point{Period: year, Date: year + "-12-31", IsPreliminary: i == 3, Sectors: []Sector{
			{Code: public, Low: "0.780000", High: "0.780000"}, {Code: private, Low: "0.170000", High: "0.190000"},
			{Code: ideburen, Low: low, High: "0.040000"}}})
	}
	return d
}

// contracts are forms of agreement in one year.
func contracts() Description {
	one := func(label, low, high string) Form { return Form{label, []FormValue{{"2021", low, high}}} }
	return Description{
		Language: edition.Swedish,
		Message:  "Sverige 2021: mellan 5,2 och 6,8 procent idéburet i alla avtalsformer tillsammans.",
		Shown:    "Idéburen andel av avtalen, efter avtalsform.",
		Forms: []Form{one("Alla former", "0.052300", "0.068200"), one("Upphandling (LOU)", "0.041958", "0.063714"),
			one("Avtalsform okänd", "0.066886", "0.072807"), one("Direktupphandling", "0.031000", "0.031000")},
		Unsaid: []string{"Reserverad upphandling", "IOP, ersättning"},
	}
}

// ledger is forms of agreement over some years, one of them not shown.
func ledger() Description {
	d := contracts()
	d.Forms = []Form{
		{"Upphandling (LOU)", []FormValue{{"2022", "0.100000", "0.140000"}, {"2023", "0.120000", "0.120000"}, {"2024", "0.110000", edition.Missing}}},
		{"Reserverad upphandling", []FormValue{{"2023", edition.Suppressed, edition.Suppressed}, {"2024", "1.000000", "1.000000"}}},
	}
	d.Unsaid = nil
	return d
}
