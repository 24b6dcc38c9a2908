import type { Caller, Need } from '@mcc/contract'
import type { Request, Response } from 'express'
import { z } from 'zod'
import type { Identity } from '../access/identity.js'

const nothing = z.strictObject({})
type Nothing = typeof nothing

/** What a handler is given: parsed input, and who asks. */
export interface Asked<P, Q, B> {
  params: P
  query: Q
  body: B
  identity: Identity | undefined
  caller: Caller | undefined
  request: Request
  response: Response
}

interface Definition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, A extends z.ZodType> {
  method: 'get' | 'post' | 'delete'
  path: string
  summary: string
  /** The scope that is asked of the caller, before anything else is done. */
  need: Need
  params?: P
  query?: Q
  body?: B
  /** The unit whose lines are asked for, or whose alarm; undefined = the nation. Only scoped needs have one. */
  unit?: (asked: {
    params: z.output<P>
    query: z.output<Q>
    caller: Caller | undefined
  }) => string | undefined
  /** Absent: the handler writes the response itself. */
  answer?: A
  /** A `get` ends with 503 after so many milliseconds; absent: as a reading of the present does. */
  readMs?: number
  handle: (
    asked: Asked<z.output<P>, z.output<Q>, z.output<B>>,
  ) => Promise<z.input<A> | void> | z.input<A> | void
}

/** A route as the server registers and describes it. */
export interface Route {
  method: 'get' | 'post' | 'delete'
  path: string
  summary: string
  need: Need
  params: z.ZodType
  query: z.ZodType
  body: z.ZodType
  answer: z.ZodType | undefined
  readMs: number | undefined
  unit: (asked: { params: unknown; query: unknown; caller: Caller | undefined }) => string | undefined
  handle: (asked: Asked<unknown, unknown, unknown>) => unknown
}

/** Declares a route. There is no other way to one: `serve` registers only what was declared here. */
export function route<
  P extends z.ZodType = Nothing,
  Q extends z.ZodType = Nothing,
  B extends z.ZodType = Nothing,
  A extends z.ZodType = z.ZodVoid,
>(d: Definition<P, Q, B, A>): Route {
  type In = Parameters<typeof d.handle>[0]
  type Of = Parameters<NonNullable<typeof d.unit>>[0]
  return {
    method: d.method,
    path: d.path,
    summary: d.summary,
    need: d.need,
    params: d.params ?? nothing,
    query: d.query ?? nothing,
    body: d.body ?? nothing,
    answer: d.answer,
    readMs: d.readMs,
    // `register` has parsed the input with the same schemas
    unit: (asked) => d.unit?.(asked as Of),
    handle: (asked) => d.handle(asked as In),
  }
}
