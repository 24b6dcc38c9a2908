// @vitest-environment happy-dom
import { DEFAULT_PLAYLISTS } from '@mcc/contract'
import { act, useEffect } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { blankPage, drawnUntil } from '../testing/blank-page.js'
import { serve } from '../testing/serve.js'
import { usePlaylists } from './use-playlists.js'

let version: number
/** A server that takes each version once, slowly. */
serve((request, response) => {
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
const { render } = blankPage()
let at: ReturnType<typeof usePlaylists>

function Editor() {
  const now = usePlaylists()
  useEffect(() => {
    at = now
  })
  return null
}

beforeEach(async () => {
  version = 1
  render(<Editor />)
  await drawnUntil(() => at.version !== undefined)
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
