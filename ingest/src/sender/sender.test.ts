import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { SenderStopped } from './answer.js'
import { JsonFile } from './checkpoint.js'
import type { Outgoing } from './outgoing.js'
import { Prefix } from './prefix.js'
import { Sender, type SenderOptions } from './sender.js'
import { httpTransport } from './transport.js'

/** What the foreign gateway does with a request, by its number from 0. */
type Behaviour = 'take' | 'busy' | 'down' | 'drop' | 'take-and-drop' | 'refuse-key' | 'too-large'

const servers: Server[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((done) => server.close(done))
  }
})

/** A gateway of somebody else's: only its HTTP manners matter here. */
async function gateway(behaviour: (n: number) => Behaviour) {
  const bodies: string[] = []
  const taken: string[] = []
  let open = 0
  let mostOpen = 0
  const server = createServer((request, response) => {
    mostOpen = Math.max(mostOpen, ++open)
    let body = ''
    request.on('data', (chunk) => (body += chunk))
    request.on('end', () => {
      open--
      const what = behaviour(bodies.push(body) - 1)
      if (what.startsWith('take')) taken.push(body)
      answer(what, body, response)
    })
  })
  servers.push(server)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/events`)
  return { url, bodies, taken, mostOpen: () => mostOpen }
}

function answer(what: Behaviour, body: string, response: ServerResponse): void {
  if (what === 'drop' || what === 'take-and-drop') return void response.socket?.destroy()
  if (what === 'busy') return void response.writeHead(429, { 'retry-after': '2' }).end()
  if (what === 'down') return void response.writeHead(503, { 'retry-after': '1' }).end()
  if (what === 'refuse-key') return void response.writeHead(401).end('{"error":{"code":"unknown_key"}}')
  if (what === 'too-large') return void response.writeHead(413).end()
  const accepted = body.trimEnd().split('\n').length
  const rejected = body.includes('bad') ? [{ line: 1, path: 'x', code: 'unknown_field', message: 'no' }] : []
  response.writeHead(202).end(JSON.stringify({ batch: 'b', accepted: accepted - rejected.length, rejected }))
}

const batches = (count: number): Outgoing<number>[] =>
  Array.from({ length: count }, (_, i) => ({ body: `{"n":${i}}\n{"m":"${i}"}\n`, lines: 2, position: i }))

async function sendTo(
  url: URL,
  all: Iterable<Outgoing<number>>,
  more: Partial<SenderOptions<Outgoing<number>, number>> = {},
) {
  const waits: number[] = []
  const prefixes: number[] = []
  const transport = httpTransport(url, 3)
  const sender = new Sender<Outgoing<number>, number>({
    transport,
    key: 'key',
    inFlight: 3,
    onPrefix: (p) => prefixes.push(p),
    sleep: async (ms) => void waits.push(ms),
    ...more,
  })
  await sender.send(all).finally(() => transport.close())
  return { waits, prefixes }
}

describe('the sender', () => {
  it('delivers every batch at least once, byte for byte, whatever the gateway does meanwhile', async () => {
    const behaviour = fc.constantFrom<Behaviour>('take', 'busy', 'down', 'drop', 'take-and-drop')
    await fc.assert(
      fc.asyncProperty(
        fc.array(behaviour, { maxLength: 40 }),
        fc.integer({ min: 1, max: 15 }),
        async (acts, count) => {
          const there = await gateway((n) => acts[n] ?? 'take')
          const all = batches(count)
          const { prefixes } = await sendTo(there.url, all)
          expect(new Set(there.taken)).toEqual(new Set(all.map((b) => b.body)))
          for (const body of there.bodies) expect(all.some((b) => b.body === body)).toBe(true)
          expect(prefixes.at(-1)).toBe(count - 1)
          expect(prefixes).toEqual(prefixes.toSorted((a, b) => a - b))
          expect(there.mostOpen()).toBeLessThanOrEqual(3)
        },
      ),
      { seed: 5, numRuns: 25 },
    )
  })

  it('has nothing else under way with a batch that is to go alone', async () => {
    const there = await gateway(() => 'take')
    const all = batches(12).map((b, i) => ({ ...b, alone: i === 5 || i === 6 }))
    const underWay = new Set<string>()
    const met: string[][] = []
    const http = httpTransport(there.url, 3)
    const transport = {
      ...http,
      async post(...[body, headers]: Parameters<typeof http.post>) {
        underWay.add(body)
        if (underWay.size > 1) met.push([...underWay])
        return await http.post(body, headers).finally(() => underWay.delete(body))
      },
    }
    await sendTo(there.url, all, { transport })
    expect(met.length).toBeGreaterThan(0)
    const lonely = all.filter((b) => b.alone).map((b) => b.body)
    expect(met.filter((bodies) => bodies.some((b) => lonely.includes(b)))).toEqual([])
    http.close()
  })

  it('waits as long as the gateway asks, and longer each time when nobody answers', async () => {
    const asked = await gateway((n) => (n === 0 ? 'busy' : 'take'))
    const { waits } = await sendTo(asked.url, batches(1), { random: () => 0.5 })
    expect(waits).toEqual([2250])
    const mute = await gateway((n) => (n < 4 ? 'drop' : 'take'))
    expect((await sendTo(mute.url, batches(1), { random: () => 0.5 })).waits).toEqual([250, 500, 1000, 2000])
  })

  it('stops with a clear error when it is refused, and the rest stops waiting', async () => {
    const there = await gateway((n) => (n === 2 ? 'refuse-key' : 'take'))
    await expect(sendTo(there.url, batches(30))).rejects.toThrow(/401.*API key/)
    expect(there.bodies.length).toBeLessThan(30)
    const large = await gateway(() => 'too-large')
    await expect(sendTo(large.url, batches(2))).rejects.toBeInstanceOf(SenderStopped)
  })

  it('reports refused lines', async () => {
    const there = await gateway(() => 'take')
    const refused: unknown[] = []
    const bad = { body: '{"bad":1}\n{"n":2}\n', lines: 2, position: 0 }
    await sendTo(there.url, [bad], { onTaken: (_, receipt) => refused.push(...receipt.rejected) })
    expect(refused).toEqual([{ line: 1, path: 'x', code: 'unknown_field', message: 'no' }])
  })

  it('resumes from a checkpoint with what is left', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'mcc-sender-'))
    const file = new JsonFile(join(dir, 'checkpoint.json'), z.int())
    const there = await gateway((n) => (n === 12 ? 'refuse-key' : 'take'))
    const all = batches(40)
    const writes: Promise<void>[] = []
    const run = (rest: Outgoing<number>[]) =>
      sendTo(there.url, rest, { onPrefix: (p) => void writes.push(file.write(p)) })
    await expect(run(all)).rejects.toBeInstanceOf(SenderStopped)
    await Promise.all(writes)
    const position = (await file.read())!
    expect(position).toBeLessThan(13)
    const before = new Set(there.taken)
    for (let i = 0; i <= position; i++) expect(before.has(all[i]!.body)).toBe(true)
    await run(all.slice(position + 1))
    await Promise.all(writes)
    expect(new Set(there.taken)).toEqual(new Set(all.map((b) => b.body)))
    expect(await file.read()).toBe(39)
    await rm(dir, { recursive: true })
  })
})

describe('the prefix', () => {
  it('moves only when nothing before is missing', () => {
    const prefix = new Prefix<string>()
    expect(prefix.acknowledge(1, 'b')).toBeUndefined()
    expect(prefix.acknowledge(2, 'c')).toBeUndefined()
    expect(prefix.acknowledge(0, 'a')).toBe('c')
    expect(prefix.acknowledge(3, 'd')).toBe('d')
  })
})
