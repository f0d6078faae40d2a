// The words around the numbers, in both languages of an edition.

const swedish = {
  figure: { one: "{0} procent", range: "mellan {0} och {1} procent", least: "minst {0} procent" },
  sentence: { plain: "{0} {1}.", least: "Andelen kan inte anges: underlaget räcker bara till att säga att {0} {1}.", none: "Andelen {1} kan inte anges." },
  that: "av alla {0} som {1}",
  other: "mellan {0} och {1}",
  of: "av alla {0} {1}",
  verb: {
    money: "gick till idéburna utförare", contracts: "tecknades med idéburna utförare",
    providers: "var idéburna", rest: "fanns hos idéburna utförare",
  },
  beside: {
    money: "{0} procent gick till privata utförare och {1} procent till offentliga.",
    contracts: "{0} procent tecknades med privata utförare och {1} procent med offentliga.",
    providers: "{0} procent var privata och {1} procent offentliga.",
    rest: "{0} procent fanns hos privata utförare och {1} procent hos offentliga.",
  },
  besidePrivate: {
    money: "{0} procent gick till privata utförare.", contracts: "{0} procent tecknades med privata utförare.",
    providers: "{0} procent var privata.", rest: "{0} procent fanns hos privata utförare.",
  },
  range: "Möjligt intervall: andelen är minst {0} och högst {1} procent. Skillnaden beror på att {2} procent av alla {3} finns hos utförare som vi inte kan föra till en sektor, eller på tal som är dolda i källan. Det är inte en statistisk felmarginal.",
  rangeOpen: "Hur hög andelen kan vara går inte att säga med den här definitionen.",
  notAll: "Andelen gäller inte all verksamhet. Grunden är: {0}. Sektorerna ritas därför inte som delar av en helhet.",
  controls: {
    legend: "Välj vad som visas", measure: "Vad räknas?", place: "Var?", area: "Vilket område?", agreement: "Vilken avtalsform?",
    definition: "Vilka är idéburna?", period: "Vilken period?", view: "Visa",
  },
  views: { time: "En plats över tid", places: "Platser bredvid varandra", areas: "Områden bredvid varandra", definitions: "Definitioner bredvid varandra" },
  sectors: "Sektorerna, {0}", sectorsCaption: "Sektorerna, {0}, {1}",
  stacked: "Alla sektorer, hela stapeln är 100 procent",
  apart: "Sektorerna var för sig, 0–100 procent",
  own: "Idéburen i egen skala, 0–{0} procent",
  ownWhy: "Skalan är en annan än i det första diagrammet, för att små andelar ska synas.",
  multiples: "Idéburen andel, samma skala i alla rutor, 0–{0} procent",
  rows: "Idéburen andel {1}, 0–{0} procent",
  known: "det vi vet", possible: "möjligt intervall", breakMark: "brott",
  overTime: "Över tid, {0} (andelar i procent)", comparedCaption: "Idéburen andel i procent, {0}",
  sector: "Sektor", share: "Andel", least: "Minst", most: "Högst", total: "Summa", period: "Period",
  compared: { places: "Plats", areas: "Område", definitions: "Definition" },
  break: "Tidsseriebrott: jämför inte över strecket.", broken: "(brott)",
  noCell: "Det finns inget tal för det här urvalet.", noChart: "Det finns inget att rita: tabellen visar varför.",
  silent: "Definitionen ”{0}” säger inget här, och tecknet ”.” står för det.",
  hidden: "Talen visas som ”{0}”: {1}.",
  spread: "Det vi menar: hur andelen beror på vilka som räknas som idéburna. Det är inte osäkerhet, och läggs aldrig ihop med det möjliga intervallet.",
  noComparison: "Det finns inget att jämföra med: välj en plats eller ett område som är uppdelat.",
  unknownLink: "Länken ber om något som inte finns i den här utgåvan ({0}). Det närmaste visas i stället.",
  loadFailed: "Siffrorna kunde inte läsas. Ladda om sidan, eller hämta tabellerna nedan.",
  download: "Ladda ned", downloadShown: "Tabellen som visas (CSV)", downloadParts: "Måttet, delat på perioder",
  meaning: "{0}. Idéburen betyder här: {1}",
  how: "Så räknas det", numerator: "Täljare", denominator: "Nämnare", population: "Population", base: "Grund",
  definition: "Vilka är idéburna?", rules: "Reglerna i ordning; den första som passar avgör", sources: "Källor",
  counted: "{0} (referensdag {1})", terms: "villkor {0}",
  links: { definitions: "Mer om definitionen", sources: "Om källan", lookup: "Sök en organisation" },
};

const english = {
  figure: { one: "{0} per cent", range: "between {0} and {1} per cent", least: "at least {0} per cent" },
  sentence: { plain: "{0} {1}.", least: "The share cannot be stated; the data only support that {0} {1}.", none: "The share {1} cannot be stated." },
  that: "of all {0} that {1}",
  other: "between {0} and {1}",
  of: "of all {0} {1}",
  verb: {
    money: "went to non-profit (idéburen) providers", contracts: "were signed with non-profit (idéburen) providers",
    providers: "were non-profit (idéburen)", rest: "were with non-profit (idéburen) providers",
  },
  beside: {
    money: "{0} per cent went to private and {1} per cent to public providers.",
    contracts: "{0} per cent were signed with private and {1} per cent with public providers.",
    providers: "{0} per cent were private and {1} per cent public.",
    rest: "{0} per cent were with private and {1} per cent with public providers.",
  },
  besidePrivate: {
    money: "{0} per cent went to private providers.", contracts: "{0} per cent were signed with private providers.",
    providers: "{0} per cent were private.", rest: "{0} per cent were with private providers.",
  },
  range: "Possible range: the share is at least {0} and at most {1} per cent. The difference is because {2} per cent of all {3} are with providers that cannot be assigned to a sector, or because of numbers that the source suppresses. It is not a statistical margin of error.",
  rangeOpen: "How high the share can be cannot be said under this definition.",
  notAll: "The share is not of all activity. Its base is: {0}. The sectors are therefore not drawn as parts of a whole.",
  controls: {
    legend: "Choose what is shown", measure: "What is counted?", place: "Where?", area: "Which area?", agreement: "Which form of agreement?",
    definition: "Who is idéburen?", period: "Which period?", view: "Show",
  },
  views: { time: "One place over time", places: "Places beside each other", areas: "Areas beside each other", definitions: "Definitions beside each other" },
  sectors: "The sectors, {0}", sectorsCaption: "The sectors, {0}, {1}",
  stacked: "All sectors, the whole bar is 100 per cent",
  apart: "The sectors one by one, 0–100 per cent",
  own: "Non-profit (idéburen) on its own scale, 0–{0} per cent",
  ownWhy: "The scale differs from that of the first chart, so that small shares can be seen.",
  multiples: "Non-profit (idéburen) share, the same scale in all panels, 0–{0} per cent",
  rows: "Non-profit (idéburen) share {1}, 0–{0} per cent",
  known: "what we know", possible: "possible range", breakMark: "break",
  overTime: "Over time, {0} (shares in per cent)", comparedCaption: "Non-profit (idéburen) share in per cent, {0}",
  sector: "Sector", share: "Share", least: "At least", most: "At most", total: "Total", period: "Period",
  compared: { places: "Place", areas: "Area", definitions: "Definition" },
  break: "Break in series: do not compare across the line.", broken: "(break)",
  noCell: "There is no number for this selection.", noChart: "There is nothing to draw: the table shows why.",
  silent: "The definition “{0}” says nothing here, and the symbol “.” stands for that.",
  hidden: "The numbers are shown as “{0}”: {1}.",
  spread: "What we mean: how the share depends on who is counted as idéburen. It is not uncertainty, and is never added to the possible range.",
  noComparison: "There is nothing to compare with: choose a place or an area that is divided.",
  unknownLink: "The link asks for something that this edition does not have ({0}). The nearest is shown instead.",
  loadFailed: "The numbers could not be read. Reload the page, or download the tables below.",
  download: "Download", downloadShown: "The table shown (CSV)", downloadParts: "The measure, divided by period",
  meaning: "{0}. Idéburen here means: {1}",
  how: "How it is counted", numerator: "Numerator", denominator: "Denominator", population: "Population", base: "Base",
  definition: "Who is idéburen?", rules: "The rules in order; the first that matches decides", sources: "Sources",
  counted: "{0} (reference day {1})", terms: "terms {0}",
  links: { definitions: "More on the definition", sources: "About the source", lookup: "Look up an organisation" },
};

export function wordsIn(language) {
  return language === "en" ? english : swedish;
}

/** Puts values into a text at {0}, {1} …; what is put in is not read again. */
export function fill(text, ...values) {
  return text.replace(/\{(\d)\}/g, (_, i) => values[i]);
}
