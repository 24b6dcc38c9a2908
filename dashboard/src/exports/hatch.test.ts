import { expect, it } from 'vitest'
import { hatchOf } from './hatch.js'

it('reads the hatch of "no figure" as browsers compute it, and nothing else', () => {
  const hatch = { colour: 'rgb(169, 180, 196)', line: 1, every: 5 }
  const twice = 'rgb(169, 180, 196) 0px, rgb(169, 180, 196) 1px, rgba(0, 0, 0, 0) 1px, rgba(0, 0, 0, 0) 5px'
  const ranges = 'rgb(169, 180, 196) 0px 1px, rgba(0, 0, 0, 0) 1px 5px'
  for (const stops of [twice, ranges]) {
    expect(hatchOf(`repeating-linear-gradient(45deg, ${stops})`)).toEqual(hatch)
    // over a ground, which is a layer of its own
    expect(hatchOf(`repeating-linear-gradient(45deg, ${stops}), none`)).toEqual(hatch)
  }
  for (const other of ['none', 'url("a.png")', 'linear-gradient(rgb(0, 0, 0), rgb(1, 1, 1))'])
    expect(hatchOf(other)).toBeUndefined()
})
