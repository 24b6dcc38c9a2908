import { setTimeout as sleep } from 'node:timers/promises'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeGate } from './gate.js'

/** Waits that many turns of the microtask queue: where work and quiet may meet. */
async function turns(n: number): Promise<void> {
  for (let i = 0; i < n; i++) await Promise.resolve()
}

it('nothing is under way while somebody has it quiet, in whatever turn the two come', async () => {
  const come = fc.record({ quiet: fc.boolean(), after: fc.nat(12), takes: fc.nat(8) })
  await fc.assert(
    fc.asyncProperty(fc.array(come, { minLength: 2, maxLength: 12 }), async (visitors) => {
      let working = 0
      let quiet = 0
      const together: string[] = []
      const look = (): void => {
        if (quiet > 1 || (quiet > 0 && working > 0)) together.push(`${quiet} quiet, ${working} at work`)
      }
      const gate = makeGate(() => working === 0)
      await Promise.all(
        visitors.map(async ({ quiet: wantsQuiet, after, takes }) => {
          await turns(after)
          const stay = async (): Promise<void> => {
            look()
            await (takes > 6 ? sleep(1) : turns(takes))
            look()
          }
          if (wantsQuiet)
            await gate.quietly(async () => {
              quiet++
              await stay().finally(() => quiet--)
            })
          else
            await gate.through(async () => {
              working++
              await stay().finally(() => working--)
            })
        }),
      )
      expect(together).toEqual([])
      expect(gate.isOpen()).toBe(true)
    }),
    { numRuns: 300 },
  )
})

it('opens again when what was done in quiet failed', async () => {
  const gate = makeGate(() => true)
  const failed = gate.quietly(() => Promise.reject(new Error('no')))
  const after = gate.through(() => 'in')
  await expect(failed).rejects.toThrow('no')
  expect(await after).toBe('in')
})
