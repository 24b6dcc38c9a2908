import { afterEach, expect, it, vi } from 'vitest'
import { currentSession, refreshSession } from './session.js'

afterEach(() => void vi.unstubAllGlobals())

it('holds to the later of two answers, however late the earlier comes', async () => {
  const answer = (caller: object | null) => Response.json({ caller, exercise: null })
  let late: (response: Response) => void = () => undefined
  const asked = [
    new Promise<Response>((resolve) => (late = resolve)),
    Promise.resolve(answer({ name: 'lan', role: 'committee' })),
  ]
  vi.stubGlobal('fetch', () => asked.shift())
  const both = [refreshSession(), refreshSession()]
  await new Promise((resolve) => setTimeout(resolve, 20))
  late(answer(null))
  await Promise.all(both)
  expect(currentSession()).toMatchObject({ status: 'known', caller: { name: 'lan' } })
})
