import type { RegionCode } from '#shared/organization/regions.ts';

export interface Place {
  readonly city: string;
  readonly state: string;
  readonly areaCode: string;
  readonly postalCodes: readonly string[];
}

function place(city: string, state: string, areaCode: string, postalCodes: string): Place {
  return { city, state, areaCode, postalCodes: postalCodes.split(' ') };
}

/** Cities of the eight regions with ZIP codes and area codes that belong to them. */
export const places: Readonly<Record<RegionCode, readonly Place[]>> = {
  NCAL: [
    place('Oakland', 'CA', '510', '94601 94606 94609 94611 94612 94619'),
    place('San Francisco', 'CA', '415', '94110 94112 94117 94121 94122'),
    place('San Jose', 'CA', '408', '95112 95116 95122 95125 95136'),
    place('Sacramento', 'CA', '916', '95814 95816 95820 95823 95831'),
    place('Fresno', 'CA', '559', '93702 93710 93722 93727'),
    place('Santa Rosa', 'CA', '707', '95401 95403 95404'),
    place('Stockton', 'CA', '209', '95202 95206 95210'),
  ],
  SCAL: [
    place('Los Angeles', 'CA', '213', '90012 90026 90033 90042 90065'),
    place('San Diego', 'CA', '619', '92102 92104 92113 92115'),
    place('Anaheim', 'CA', '714', '92801 92804 92805'),
    place('Riverside', 'CA', '951', '92501 92503 92507'),
    place('Long Beach', 'CA', '562', '90802 90805 90813'),
    place('Fontana', 'CA', '909', '92335 92336 92337'),
    place('Bakersfield', 'CA', '661', '93304 93306 93309'),
  ],
  CO: [
    place('Denver', 'CO', '303', '80205 80211 80219 80223'),
    place('Colorado Springs', 'CO', '719', '80903 80909 80916'),
    place('Fort Collins', 'CO', '970', '80521 80524 80526'),
  ],
  GA: [
    place('Atlanta', 'GA', '404', '30308 30310 30315 30318'),
    place('Marietta', 'GA', '770', '30008 30060 30064'),
    place('Athens', 'GA', '706', '30601 30605 30606'),
  ],
  HI: [
    place('Honolulu', 'HI', '808', '96813 96816 96817 96819 96822'),
    place('Hilo', 'HI', '808', '96720'),
    place('Kahului', 'HI', '808', '96732'),
    place('Līhuʻe', 'HI', '808', '96766'),
  ],
  MAS: [
    place('Baltimore', 'MD', '410', '21201 21211 21218 21224'),
    place('Silver Spring', 'MD', '301', '20901 20902 20910'),
    place('Arlington', 'VA', '703', '22201 22203 22204'),
    place('Richmond', 'VA', '804', '23220 23223 23225'),
    place('Washington', 'DC', '202', '20001 20009 20011 20019'),
  ],
  NW: [
    place('Portland', 'OR', '503', '97202 97206 97211 97217'),
    place('Eugene', 'OR', '541', '97401 97402 97405'),
    place('Salem', 'OR', '503', '97301 97302'),
    place('Vancouver', 'WA', '360', '98660 98661 98682'),
  ],
  WA: [
    place('Seattle', 'WA', '206', '98103 98108 98118 98122'),
    place('Tacoma', 'WA', '253', '98404 98405 98408'),
    place('Spokane', 'WA', '509', '99201 99205 99207'),
    place('Bellevue', 'WA', '425', '98004 98006 98007'),
  ],
};

/** About how many of a hundred families live in each region. */
export const regionShares: readonly (readonly [number, RegionCode])[] = [
  [28, 'NCAL'],
  [29, 'SCAL'],
  [7, 'CO'],
  [6, 'GA'],
  [6, 'HI'],
  [9, 'MAS'],
  [7, 'NW'],
  [8, 'WA'],
];

export const streets =
  'Alder Maple Cedar Oak Willow Birch Magnolia Juniper Laurel Sycamore Washington Lincoln Jefferson Franklin Harrison Mission Valencia Foothill Lakeview Hillcrest Sunset Prospect Highland Orchard Meadow Canyon Ridge River Park Church'.split(
    ' ',
  );

export const streetKinds = ['Street', 'Avenue', 'Drive', 'Road', 'Lane', 'Court', 'Place', 'Way'];
