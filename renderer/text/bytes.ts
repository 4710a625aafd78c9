// How large a file is, as people say it: 900 bytes, 48 kB, 4.8 MB. Powers of ten, as file managers count.

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** @param locale such as `sv-SE` */
export function bytesText(bytes: number, locale: string): string {
  const power = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  // 999,950 and more would be shown as 1,000 of the smaller unit
  const step = power < units.length - 1 && Math.round(bytes / 1000 ** power) >= 1000 ? power + 1 : power;
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 1 ? 1 : 0,
  }).format(bytes / 1000 ** step);
}
