import type { AddressInfo } from 'node:net'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ClientToServer, ServerToClient } from '@mcc/contract'
import { io, type Socket } from 'socket.io-client'
import type { Running } from '../server.js'

export const baseOf = (running: Running): string =>
  `http://127.0.0.1:${(running.http.address() as AddressInfo).port}`

/** Paths of the first-run file. */
export async function linksOf(directory: string): Promise<Record<string, string>> {
  return JSON.parse(await readFile(join(directory, 'secrets', 'first-run.json'), 'utf8')) as Record<
    string,
    string
  >
}

/** The cookie that an answer sets. */
export const cookieFrom = (answer: Response): string =>
  answer.headers
    .getSetCookie()
    .map((c) => c.split(';')[0]!)
    .join('; ')

export async function enter(base: string, link: string): Promise<string> {
  return cookieFrom(await fetch(base + link, { redirect: 'manual' }))
}

export const post = (base: string, path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(base + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: base, ...headers },
    body: JSON.stringify(body),
  })

export type Client = Socket<ServerToClient, ClientToServer>

/** A websocket client as a browser is one: with an origin and a cookie. Without `origin` it names none. */
export const socketOf = (base: string, cookie: string, origin?: string): Client =>
  io(base, {
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { cookie, ...(origin === undefined ? {} : { origin }) },
  })

export const connected = (socket: Client): Promise<boolean> =>
  new Promise((resolve) => {
    socket.once('connect', () => resolve(true))
    socket.once('connect_error', () => resolve(false))
  })

/** Waits until `check` is true. Throws after `ms`. */
export async function until(check: () => boolean | Promise<boolean>, ms = 20_000): Promise<void> {
  for (const end = Date.now() + ms; !(await check());) {
    if (Date.now() > end) throw new Error('it did not happen in time')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
