/** One statement as it came over HTTP. */
export interface Statement {
  sql: string
  /** Values of `{name:Type}` placeholders in ClickHouse's escaped text form. */
  params: Record<string, string>
  /** `max_execution_time` that it sets itself, in seconds. */
  limitSeconds: number | undefined
}
export type Parsed =
  { ok: true; statement: Statement } | { ok: false; status: number; code: number; message: string }

/** What the official client adds that has no meaning here. */
const IGNORED = new Set([
  'query_id',
  'wait_end_of_query',
  'send_progress_in_http_headers',
  'enable_http_compression',
])

/** Table functions and clauses that reach outside the data directory; the engine has no users to forbid them. */
const OUTSIDE =
  /\b(file|fileCluster|url|urlCluster|s3|s3Cluster|gcs|hdfs|hdfsCluster|remote|remoteSecure|mysql|postgresql|mongodb|redis|sqlite|odbc|jdbc|executable|azureBlobStorage|deltaLake|iceberg|hudi|python|input)\s*\(|\bINTO\s+OUTFILE\b|\bFROM\s+INFILE\b|\bENGINE\s*=?\s*(File|URL|S3|HDFS|MySQL|PostgreSQL|MongoDB|Redis|SQLite|Executable|ExecutablePool|Kafka)\b/i

/** An INSERT without the rows behind its FORMAT: they are data, whatever words they hold, and may be megabytes. */
function withoutRows(text: string): string {
  const insert = /^\s*INSERT\b[^\n]*?\bFORMAT\s+\w+[ \t]*\n/i.exec(text)
  return insert ? insert[0] : text
}

const LIMIT = /\bmax_execution_time\s*=\s*(\d+(?:\.\d+)?)/i
function limitOf(text: string): number | undefined {
  const seconds = LIMIT.exec(text)?.[1]
  return seconds === undefined ? undefined : Number(seconds)
}

const refuse = (status: number, code: number, message: string): Parsed => ({
  ok: false,
  status,
  code,
  message,
})

/**
 * Reads a request of ClickHouse's HTTP interface: the statement in `?query=` with rows in the body, or all in the body;
 * `param_*` values; nothing else. A setting in the address is refused, because on a session it would stay for the
 * next statement; put it into the statement's SETTINGS clause.
 */
export function parseStatement(search: URLSearchParams, body: string, database: string): Parsed {
  const params: Record<string, string> = {}
  let sql = ''
  for (const [key, value] of search) {
    if (key === 'query') sql = value
    else if (key.startsWith('param_')) {
      if (!/^param_\w+$/.test(key)) return refuse(400, 36, `bad parameter name ${key}`)
      params[key.slice('param_'.length)] = value
    } else if (key === 'database') {
      if (value !== database && value !== 'default')
        return refuse(404, 81, `Database ${value} does not exist.`)
    } else if (!IGNORED.has(key))
      return refuse(400, 115, `${key}: settings belong into the statement's SETTINGS clause`)
  }
  const command = withoutRows(sql === '' ? body : sql)
  if (OUTSIDE.test(command)) return refuse(403, 497, 'a function that reaches outside the store is refused')
  const text = sql === '' ? body : body === '' ? sql : `${sql}\n${body}`
  return text.trim() === ''
    ? refuse(400, 62, 'empty statement')
    : { ok: true, statement: { sql: text, params, limitSeconds: limitOf(command) } }
}
