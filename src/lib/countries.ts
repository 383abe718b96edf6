/** Members of the European Union (ISO 3166). */
export const EU =
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' ')

/** The rest of Europe. */
export const OTHER_EUROPE = 'AD AL BA CH FO GB GG GI IM IS JE LI MD ME MK NO RS SM UA VA XK'.split(
  ' ',
)

/** The rest of the world, without the parts of France, whose postcodes say where they are. */
export const WORLD = (
  'AE AG AI AM AO AR AU AW AZ BB BD BF BH BI BJ BM BN BO BR BS BT BW BZ CA CD CF CG CI CK CL CM CN CO CR CU CV ' +
  'CW DJ DM DO DZ EC EG ER ET FJ FK FM GA GD GE GH GL GM GN GQ GT GW GY HK HN HT ID IL IN IQ IR JM JO JP KE KG ' +
  'KH KI KM KN KR KW KY KZ LA LB LC LK LR LS LY MA MG MH ML MM MN MO MR MS MU MV MW MX MY MZ NA NE NG NI NP NR ' +
  'NZ OM PA PE PG PH PK PR PS PW PY QA RW SA SB SC SD SG SL SN SO SR SS ST SV SZ TC TD TG TH TJ TL TM TN TO TR ' +
  'TT TV TW TZ UG US UY UZ VC VE VG VI VN VU WS YE ZA ZM ZW'
).split(' ')

/** Every country that somebody may live in. */
export const COUNTRIES = [...EU, 'MC', ...OTHER_EUROPE, ...WORLD]

export function isInEu(country: string): boolean {
  return EU.includes(country)
}
