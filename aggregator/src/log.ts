import { type Logger, pino } from 'pino'

/** Logs carry no cookies, tokens or bodies. */
export const makeLog = (level: string): Logger =>
  pino({
    name: 'aggregator',
    level,
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.token', '*.key', '*.password'],
  })
