/** node-postgres gives a `date` as midnight of this machine's time zone; a day has none. */
export const fromDate = {
  to: (day: string | null): string | null => day,
  from: (value: Date | string | null): string | null => {
    if (!(value instanceof Date)) return value;
    const [year, month, day] = [value.getFullYear(), value.getMonth() + 1, value.getDate()];
    return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  },
};
