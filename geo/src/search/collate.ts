const collator = new Intl.Collator('vi')

/** Order of two names as a Vietnamese reader expects it; for `sort`. */
export const collate = (a: string, b: string): number => collator.compare(a, b)
