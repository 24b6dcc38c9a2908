import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Change, PROVINCE_CODES, type Snapshot } from '@mcc/contract'
import type { BrowserContext, Page, WebSocketRoute } from 'playwright-core'
import { z } from 'zod'

/** The paths of the links of a wall and of a desk's person, their tokens in the fragments. */
export async function firstLinks(data: string): Promise<{ display: string; enter: string }> {
  const text = await readFile(join(data, 'secrets', 'first-run.json'), 'utf8')
  return z.looseObject({ display: z.string(), enter: z.string() }).parse(JSON.parse(text))
}

/** A real wall or desk on a real server, into whose live line deltas of the nation can be put besides the server's own. */
export interface Wall {
  page: Page
  errors: string[]
  /** Sends one delta; resolves with the instant it was sent (epoch ms). */
  delta: (changes: Change[]) => number
}

const PREFIX = '42'
const AHEAD = 1_000_000
const named = z.tuple([z.string(), z.looseObject({ topic: z.string() })])

/** Keeps the newest snapshot of the nation out of what the server says. */
function listen(text: string, keep: (snapshot: Snapshot) => void): void {
  if (!text.startsWith(`${PREFIX}["snapshot"`)) return
  const [, snapshot] = named.parse(JSON.parse(text.slice(PREFIX.length)))
  if (snapshot.topic === 'nation') keep(snapshot as unknown as Snapshot)
}

/** Opens a wall at `search`, e.g. `?scene=2`. Resolves when its first scene stands. */
export const openWall = (context: BrowserContext, link: string, search: string): Promise<Wall> =>
  openLive(context, link.replace('#', `${search}#`), 'main.scene h1, main.scene .nation')

/** Opens the national desk of whom `link` lets in. */
export async function openDesk(context: BrowserContext, link: string): Promise<Wall> {
  const door = await context.newPage()
  await door.goto(link)
  await door.locator('main.desk').waitFor()
  await door.close()
  return openLive(context, new URL('/', link).href, '[data-testid="nation-doses"]')
}

async function openLive(context: BrowserContext, address: string, first: string): Promise<Wall> {
  const page = await context.newPage()
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  let line: WebSocketRoute | undefined
  let held: Snapshot | undefined
  let begun = false
  await page.routeWebSocket(/\/socket\.io\//, (ws) => {
    const server = ws.connectToServer()
    line = ws
    ws.onMessage((m) => server.send(m))
    server.onMessage((m) => {
      if (!begun) listen(String(m), (snapshot) => (held = snapshot))
      ws.send(m)
    })
  })
  await page.goto(address)
  await page.locator(first).first().waitFor()
  return {
    page,
    errors,
    delta(changes) {
      if (!line || !held) throw new Error('the page has no snapshot of the nation')
      if (!begun) {
        // far ahead of the server, whose own deltas are old from now on
        begun = true
        held = { ...held, seq: held.seq + AHEAD }
        line.send(PREFIX + JSON.stringify(['snapshot', held]))
      }
      const { topic, epoch, seq, asOf } = held
      held = { ...held, seq: seq + 1 }
      const message = { topic, epoch, asOf, seq: seq + 1, prev: seq, changes }
      line.send(PREFIX + JSON.stringify(['delta', message]))
      return Date.now()
    },
  }
}

/** Two frames later whatever was committed before is on the screen; resolves with that instant (epoch ms). */
export const painted = (page: Page): Promise<number> =>
  page.evaluate<number>(
    'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now()))))',
  )

/** Puts the 705 districts in the place of the provinces, each in the colour of some province. */
export async function drawDistricts(context: BrowserContext): Promise<void> {
  const topology = z.looseObject({
    objects: z.record(z.string(), z.looseObject({ geometries: z.array(z.looseObject({})) })),
  })
  await context.route('**/api/v1/geo/provinces', async (route) => {
    const url = route.request().url().replace('provinces', 'districts')
    const read = topology.parse(await (await context.request.get(url)).json())
    for (const { geometries } of Object.values(read.objects))
      geometries.forEach((g, i) => Object.assign(g, { id: PROVINCE_CODES[i % PROVINCE_CODES.length] }))
    await route.fulfill({ json: read })
  })
}
