/** A text as a literal of the engine's SQL: only where a value cannot be a parameter. */
export const sqlLiteral = (text: string): string =>
  `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
