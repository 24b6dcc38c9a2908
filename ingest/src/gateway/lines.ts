/** One line of a request body, from 1. */
export type Line = { line: number; input: unknown } | { line: number; broken: true }

export type Lines =
  { ok: true; lines: Line[] } | { ok: false; status: 400 | 413; code: string; message: string }

/** The most records one request may carry. */
const MAX_EVENTS = 2_000

const tooMany: Lines = {
  ok: false,
  status: 413,
  code: 'too_many_events',
  message: `more than ${MAX_EVENTS} records in one request`,
}

function fromArray(text: string): Lines {
  let values: unknown
  try {
    values = JSON.parse(text)
  } catch {
    return { ok: false, status: 400, code: 'not_json', message: 'the body is not JSON' }
  }
  if (!Array.isArray(values))
    return { ok: false, status: 400, code: 'not_an_array', message: 'the body is not a JSON array' }
  if (values.length > MAX_EVENTS) return tooMany
  return { ok: true, lines: values.map((input: unknown, i) => ({ line: i + 1, input })) }
}

function fromNdjson(text: string): Lines {
  const lines: Line[] = []
  for (const [i, raw] of text.split('\n').entries()) {
    if (raw.trim() === '') continue
    if (lines.length === MAX_EVENTS) return tooMany
    try {
      lines.push({ line: i + 1, input: JSON.parse(raw) as unknown })
    } catch {
      lines.push({ line: i + 1, broken: true })
    }
  }
  // not one line is JSON: this is another kind of file, not a batch with bad lines
  if (lines.length > 0 && lines.every((l) => 'broken' in l)) {
    return {
      ok: false,
      status: 400,
      code: 'not_ndjson',
      message: 'the body is no NDJSON: not one line is JSON',
    }
  }
  return { ok: true, lines }
}

/** Cuts a body into records. An empty one is refused: a source that sends nothing has a fault worth hearing of. */
export function linesOf(text: string, kind: 'ndjson' | 'array'): Lines {
  const lines = kind === 'array' ? fromArray(text) : fromNdjson(text)
  if (lines.ok && lines.lines.length === 0)
    return { ok: false, status: 400, code: 'empty', message: 'the body has no records' }
  return lines
}
