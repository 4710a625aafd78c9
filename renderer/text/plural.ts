// "1 reply", "2 replies": enough for languages with two forms.
export const plural = (count: number, one: string, many: string): string =>
  `${count} ${count === 1 ? one : many}`;
