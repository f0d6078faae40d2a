// A small index, for tests.

export const index = {
  language: "sv", measure: "elever",
  sectors: [["public", "Offentlig"], ["private", "Privat (företag)"], ["ideburen", "Idéburen"], ["nonpublic", "Enskild, ej uppdelad"], ["unknown", "Uppgift saknas"]].map(([code, label]) => ({ code, label })),
  symbols: [{ code: ".", label: "Uppgift kan inte förekomma" }, { code: "...", label: "Uppgift är sekretessbelagd" }],
  reasons: [{ code: "no_evidence", label: "Uppgifterna som behövs saknas", text: "Ingen källa har dem." }, { code: "protected", label: "Visas inte" }],
  places: [{ code: "SE", label: "Sverige" }, { code: "01", label: "Stockholms län", parent: "SE" }, { code: "0114", label: "Upplands Väsby", parent: "01" }, { code: "0115", label: "Vallentuna", parent: "01" }, { code: "GB", label: "Skottland" }],
  areas: [{ code: "none", label: "Ingår inte" }, { code: "skola", label: "Skola" }, { code: "grundskola", label: "Grundskola", parent: "skola" }],
  agreements: [{ code: "none", label: "Ingår inte" }],
  bases: [{ code: "all", label: "All verksamhet" }, { code: "purchased", label: "Köpt verksamhet" }],
  definitions: [{ code: "snav", label: "Snäv: föreningar", text: "föreningar", rules: ["Först.", "Sedan."] }, { code: "motpart", label: "Motpart", text: "koden", rules: [] }],
  sources: [], files: [], pages: {},
  kinds: [{ code: "forening", label: "Ideell förening" }, { code: "stiftelse", label: "Stiftelse" }, { code: "kooperativ", label: "Kooperativ" }, { code: "okand", label: "Form ej känd" }],
  kind_text: "vilken sorts organisation det är", kind_rest: "okand",
  measures: [
    {
      code: "elever", label: "Elever i årskurs 9", unit: "elever", kind: "people", base: "all", decimals: 0,
      numerator: "Elever i skolor i sektorn.", denominator: "Alla elever i årskurs 9 som källan visar.",
      start: { place: "SE", area: "skola", agreement: "none", definition: "snav" },
      periods: [{ code: "2018" }, { code: "2019", is_break: true }], places: ["SE", "01", "0114", "0115"], areas: ["skola", "grundskola"], agreements: ["none"],
      files: [], shards: { snav: { "skola none": { file: "elever.snav.1", from: ["01", "0115"], kinds: { codes: ["okand", "stiftelse", "forening"], from: ["01", "SE"] } } }, motpart: { "skola none": { symbol: ".", note: "no_evidence" } } },
    },
    {
      code: "platser", label: "Platser", unit: "platser", kind: "places", base: "purchased", decimals: 0, numerator: "Platser.", denominator: "Alla platser.",
      start: { place: "GB", area: "none", agreement: "none", definition: "snav" },
      periods: [{ code: "2020" }], places: ["GB", "SE"], areas: ["none"], agreements: ["none"], files: [], shards: { snav: {} },
    },
  ],
};

const sector = (amount, share, low, high) => ({ symbol: "", note: "", hasTotal: true, amount, share, low, high });

const sectors = {
  public: sector(842, 842000, 842000, 842000), private: sector(120, 120000, 120000, 125000),
  ideburen: sector(33, 33000, 33000, 38000), nonpublic: sector(5, 5000, null, null), unknown: sector(0, 0, null, null),
};

export const cell = { place: "SE", period: "2018", total: 1000, sectors, focus: sectors.ideburen };

const kind = (amount) => ({ symbol: "", note: "", amount, total: 1000, share: amount * 1000 });

/** The same cell with its kinds: 20 + 10 + 3 make the 33 of the sector. */
export const divided = { ...cell, kinds: { forening: kind(20), stiftelse: kind(10), okand: kind(3) } };
