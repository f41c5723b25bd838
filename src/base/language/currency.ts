/** The money people mean where they say none: by region, from ISO 4217. */
const BY_REGION: Record<string, string> = {
  US: 'USD',
  JP: 'JPY',
  KR: 'KRW',
  CN: 'CNY',
  TW: 'TWD',
  HK: 'HKD',
  MO: 'MOP',
  SG: 'SGD',
  GB: 'GBP',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  IN: 'INR',
  CH: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  PL: 'PLN',
  CZ: 'CZK',
  HU: 'HUF',
  BR: 'BRL',
  MX: 'MXN',
  TH: 'THB',
  VN: 'VND',
  ID: 'IDR',
  MY: 'MYR',
  PH: 'PHP',
  TR: 'TRY',
  ZA: 'ZAR',
  IL: 'ILS',
  AE: 'AED',
}
const EURO = new Set('AT BE CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' '))

/** ISO 4217, by the region of a BCP 47 tag (the likely one where it names none). */
export function currencyOf(locale: string): string {
  let region: string | undefined
  try {
    region = new Intl.Locale(locale).maximize().region
  } catch {
    return 'USD'
  }
  if (!region) return 'USD'
  return EURO.has(region) ? 'EUR' : (BY_REGION[region] ?? 'USD')
}
