/** What a rate is, as it is written beside each. */
export const RATES_SOURCE = 'Taux normal de l’État, directive 2006/112/CE, art. 97'

const ROWS: readonly (readonly [country: string, basisPoints: number, from: string])[] = [
  ['AT', 2000, '1984-01-01'],
  ['BE', 2100, '1996-01-01'],
  ['BG', 2000, '1999-01-01'],
  ['CY', 1900, '2014-01-13'],
  ['CZ', 2100, '2013-01-01'],
  ['DE', 1900, '2021-01-01'],
  ['DK', 2500, '1992-01-01'],
  ['EE', 2200, '2024-01-01'],
  ['EE', 2400, '2025-07-01'],
  ['ES', 2100, '2012-09-01'],
  ['FI', 2400, '2013-01-01'],
  ['FI', 2550, '2024-09-01'],
  ['FR', 2000, '2014-01-01'],
  ['GR', 2400, '2016-06-01'],
  ['HR', 2500, '2012-03-01'],
  ['HU', 2700, '2012-01-01'],
  ['IE', 2300, '2021-03-01'],
  ['IT', 2200, '2013-10-01'],
  ['LT', 2100, '2009-09-01'],
  ['LU', 1700, '2024-01-01'],
  ['LV', 2100, '2012-07-01'],
  ['MT', 1800, '2004-01-01'],
  ['NL', 2100, '2012-10-01'],
  ['PL', 2300, '2011-01-01'],
  ['PT', 2300, '2011-01-01'],
  ['RO', 1900, '2017-01-01'],
  ['RO', 2100, '2025-08-01'],
  ['SE', 2500, '1990-07-01'],
  ['SI', 2200, '2013-07-01'],
  ['SK', 2000, '2011-01-01'],
  ['SK', 2300, '2025-01-01'],
  ['XI', 2000, '2011-01-04'],
]

/** The standard VAT rates of the Union, and of Northern Ireland for goods, in hundredths of a percent. */
export const STANDARD_RATES = ROWS.map(([country, basisPoints, from]) => ({
  country,
  taxClass: 'standard',
  from,
  basisPoints,
}))
