// @vitest-environment happy-dom
import { DEFAULT_PLAYLISTS } from '@mcc/contract'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { act, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { usePlaylists } from './use-playlists.js'

/** A server that takes each version once, slowly. */
let server: Server
let root: Root
let version: number
let at: ReturnType<typeof usePlaylists>

function Editor() {
  const now = usePlaylists()
  useEffect(() => {
    at = now
  })
  return null
}

beforeEach(async () => {
  ;(globalThis as { IS_REACT_ACT_ENVIRONMENT?: boolean }).IS_REACT_ACT_ENVIRONMENT = true
  version = 1
  server = createServer((request, response) => {
    const taken = JSON.stringify({ version, playlists: DEFAULT_PLAYLISTS })
    if (request.method === 'GET') return void response.end(taken)
    let body = ''
    request.on('data', (part) => (body += part))
    request.on('end', () => {
      const sent = JSON.parse(body) as { version: number; playlists: unknown }
      const good = sent.version === version
      if (good) version += 1
      else response.statusCode = 409
      const error = { code: 'changed_meanwhile' }
      const answer = JSON.stringify(good ? { version, playlists: sent.playlists } : { error })
      setTimeout(() => response.end(answer), 50)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  ;(window as unknown as { happyDOM: { setURL: (url: string) => void } }).happyDOM.setURL(
    `http://127.0.0.1:${port}/`,
  )
  root = createRoot(document.createElement('div'))
  act(() => root.render(<Editor />))
  while (at.version === undefined) await act(() => new Promise((resolve) => setTimeout(resolve, 10)))
})
afterEach(async () => {
  act(() => root.unmount())
  server.close()
  await once(server, 'close')
})

const edit = (title: string) => act(() => at.edit(at.lists.map((list) => ({ ...list, title }))))

it('pressed twice saves once, and blames nobody else', async () => {
  edit('Phòng họp')
  await act(async () => void (await Promise.all([at.save(), at.save()])))
  expect([at.version, at.outcome, at.edited]).toEqual([2, 'saved', false])
})
it('keeps what is changed while it saves', async () => {
  edit('Phòng họp')
  await act(async () => {
    const saved = at.save()
    edit('Hành lang')
    await saved
  })
  expect([at.version, at.lists[0]?.title, at.edited]).toEqual([2, 'Hành lang', true])
})
it('says so when somebody else was first', async () => {
  version = 7
  edit('Phòng họp')
  await act(() => at.save())
  expect(at.outcome).toBe('changed-meanwhile')
})
