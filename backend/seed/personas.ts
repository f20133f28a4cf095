import { household, persona } from './personas/persona.ts';

const oakland = household({
  guarantorId: '300100014',
  billPayNumber: '1004471883',
  region: 'NCAL',
  home: ['1420 Alder Street', 'Oakland', 'CA', '94612'],
});
const fontana = household({
  guarantorId: '300100022',
  billPayNumber: '10044720165',
  region: 'SCAL',
  language: 'es',
  home: ['8815 Juniper Avenue', 'Fontana', 'CA', '92335'],
});
const silverSpring = household({
  guarantorId: '300100030',
  billPayNumber: '100447203310',
  region: 'MAS',
  home: ['904 Sycamore Lane, Apt 12', 'Silver Spring', 'MD', '20910'],
});
const spokane = household({
  guarantorId: '300100048',
  billPayNumber: '1004472117',
  region: 'WA',
  home: ['31 Foothill Road', 'Spokane', 'WA', '99205'],
});
const atlanta = household({
  guarantorId: '300100055',
  billPayNumber: '1004472240',
  region: 'GA',
  home: ['2206 Magnolia Place', 'Atlanta', 'GA', '30310'],
});
const denver = household({
  guarantorId: '300100063',
  billPayNumber: '1004472356',
  region: 'CO',
  home: ['77 Canyon Drive', 'Denver', 'CO', '80211'],
});
const sanJose = household({
  guarantorId: '300100071',
  billPayNumber: '1004472471',
  region: 'NCAL',
  home: ['615 Orchard Street, Apt 4', 'San Jose', 'CA', '95112'],
});
const baltimore = household({
  guarantorId: '300100089',
  billPayNumber: '1004472588',
  region: 'MAS',
  home: ['1908 Lincoln Court', 'Baltimore', 'MD', '21218'],
});
const portland = household({
  guarantorId: '300100097',
  billPayNumber: '1004472695',
  region: 'NW',
  home: ['4330 Cedar Street', 'Portland', 'OR', '97206'],
});
const bakersfield = household({
  guarantorId: '300100105',
  billPayNumber: '1004472703',
  region: 'SCAL',
  home: ['118 Mission Road', 'Bakersfield', 'CA', '93306'],
});
const sanFrancisco = household({
  guarantorId: '300100113',
  billPayNumber: '1004472810',
  region: 'NCAL',
  home: ['2751 Valencia Street, Apt 3', 'San Francisco', 'CA', '94110'],
});
const seattle = household({
  guarantorId: '300100121',
  billPayNumber: '1004472927',
  region: 'WA',
  home: ['560 Highland Way', 'Seattle', 'WA', '98118'],
});
const honolulu = household({
  guarantorId: '300100139',
  billPayNumber: '1004473034',
  region: 'HI',
  home: ['1217 Laurel Place', 'Honolulu', 'HI', '96816'],
});
const anaheim = household({
  guarantorId: '300100147',
  billPayNumber: '1004473141',
  region: 'SCAL',
  home: ['342 Sunset Avenue', 'Anaheim', 'CA', '92804'],
});
const sacramento = household({
  guarantorId: '300100154',
  billPayNumber: '1004473258',
  region: 'NCAL',
  home: ['73 River Road', 'Sacramento', 'CA', '95816'],
});
const fresno = household({
  guarantorId: '300100162',
  billPayNumber: '1004473365',
  region: 'NCAL',
  language: 'es',
  home: ['2090 Willow Avenue', 'Fresno', 'CA', '93702'],
});

/**
 * The people that every seed begins with, under the same identifiers whatever the seed. Each stands
 * for one case; dates of their bills are counted back from the as-of date.
 */
export const personas = {
  /** Owes $1,284.60, of which $312.40 is past due, the oldest for 47 days. */
  marisol: persona(oakland, {
    mrn: '04471883',
    name: ['Marisol', "O'Neil-Đặng"],
    birthDate: '1962-03-14',
    phone: '5105550147',
    medicalAccount: '88-201447',
  }),
  /** A minor; Marisol is his guarantor. */
  tomas: persona(oakland, {
    mrn: '04471884',
    name: ['Tomás', "O'Neil-Đặng"],
    birthDate: '2014-06-02',
    phone: '5105550147',
    relationship: 'child',
    medicalAccount: '90-117203',
  }),
  /** Speaks Spanish; owes on a medical and on a premium account. */
  consuelo: persona(fontana, {
    mrn: '04472016',
    name: ['Consuelo', 'Ibáñez Zúñiga'],
    birthDate: '1979-11-30',
    phone: '9095550118',
    medicalAccount: '88-201520',
    premiumAccount: '90-117520',
  }),
  hector: persona(fontana, {
    mrn: '04472017',
    name: ['Héctor', 'Ibáñez'],
    birthDate: '1976-02-08',
    phone: '9095550119',
    relationship: 'spouse',
    medicalAccount: '88-201521',
  }),
  /** Has one name. */
  suharti: persona(silverSpring, {
    mrn: '04472033',
    name: [null, 'Suharti'],
    birthDate: '1988-07-19',
    phone: '3015550162',
    medicalAccount: '88-201603',
  }),
  /** Widow and guarantor of Walter, who is deceased. */
  ruth: persona(spokane, {
    mrn: '04472110',
    name: ['Ruth', "D'Angelo"],
    birthDate: '1948-01-25',
    phone: '5095550104',
    medicalAccount: '88-201710',
  }),
  walter: persona(spokane, {
    mrn: '04472111',
    name: ['Walter', "D'Angelo"],
    birthDate: '1944-09-03',
    phone: '5095550104',
    relationship: 'spouse',
    medicalAccount: '88-201711',
  }),
  /** Naomi Osei may speak for her; Gerald Pike's authorisation has run out. */
  edith: persona(atlanta, {
    mrn: '04472240',
    name: ['Edith', 'St. Clair-Osei'],
    birthDate: '1935-05-17',
    phone: '4045550133',
    medicalAccount: '88-201824',
  }),
  /** Locked after three wrong answers. */
  dmitri: persona(denver, {
    mrn: '04472356',
    name: ['Dmitri', 'Volkov'],
    birthDate: '1971-12-11',
    phone: '3035550176',
    medicalAccount: '88-201935',
  }),
  /** Disputes a charge. */
  priya: persona(sanJose, {
    mrn: '04472471',
    name: ['Priya', 'Raman'],
    birthDate: '1990-04-22',
    phone: '4085550129',
    medicalAccount: '88-202047',
  }),
  /** Has applied for Medical Financial Assistance. */
  darnell: persona(baltimore, {
    mrn: '04472588',
    name: ['Darnell', 'Booker'],
    birthDate: '1984-08-06',
    phone: '4105550151',
    medicalAccount: '88-202158',
  }),
  /** Pays by a plan over six months. */
  hannah: persona(portland, {
    mrn: '04472695',
    name: ['Hannah', 'Lindström'],
    birthDate: '1993-10-15',
    phone: '5035550187',
    medicalAccount: '88-202269',
  }),
  /** Past due for 121 days, with a late fee. */
  earl: persona(bakersfield, {
    mrn: '04472703',
    name: ['Earl', 'Van Dyke'],
    birthDate: '1957-06-28',
    phone: '6615550110',
    medicalAccount: '88-202370',
  }),
  /** Owes nothing. */
  meiLing: persona(sanFrancisco, {
    mrn: '04472810',
    name: ['Mei-Ling', 'Wong'],
    birthDate: '1968-02-29',
    phone: '4155550142',
    medicalAccount: '88-202481',
  }),
  /** Owes $268,431.55, all of it denied by the insurer. */
  bertram: persona(seattle, {
    mrn: '04472927',
    name: ['Bertram', 'Fitzgerald-Hale'],
    birthDate: '1951-03-09',
    phone: '2065550195',
    medicalAccount: '88-202592',
  }),
  /** Has 300 open charges. */
  leilani: persona(honolulu, {
    mrn: '04473034',
    name: ['Leilani', 'Kaʻahumanu'],
    birthDate: '1974-11-05',
    phone: '8085550168',
    medicalAccount: '88-202603',
  }),
  /** Found as "thao nguyen do", without accents. */
  thao: persona(anaheim, {
    mrn: '04473141',
    name: ['Thảo', 'Nguyễn-Đỗ'],
    birthDate: '1996-01-31',
    phone: '7145550154',
    medicalAccount: '88-202714',
  }),
  /** Owes in every ageing bucket, and waits for an insurer. */
  otis: persona(sacramento, {
    mrn: '04473258',
    name: ['Otis', 'Freeman'],
    birthDate: '1966-09-20',
    phone: '9165550139',
    medicalAccount: '88-202825',
  }),
  /** A minor whose guarantor, Raúl, is not a patient. */
  ximena: persona(fresno, {
    mrn: '04473365',
    name: ['Ximena', 'Vargas Peña'],
    birthDate: '2017-12-24',
    phone: '5595550121',
    relationship: 'child',
    medicalAccount: '88-202936',
  }),
} as const;
