import { expect, it } from 'vitest'
import { UsageError, readOptions, replayArgs } from './options.js'

it('plays a hundredth of the whole campaign unless told otherwise', () => {
  expect(readOptions([])).toEqual({ help: false, fresh: false, scale: 0.01 })
  expect(replayArgs(readOptions([]))).toEqual(['--scale', '0.01'])
})

it('passes on what concerns the replay only', () => {
  const options = readOptions([
    '--fresh',
    '--port',
    '9000',
    '--seed',
    '7',
    '--from',
    '2021-03-08',
    '--speed',
    '2d/s',
  ])
  expect(options).toMatchObject({ fresh: true, port: 9_000 })
  expect(replayArgs(options)).toEqual('--scale 0.01 --speed 2d/s --from 2021-03-08 --seed 7'.split(' '))
})

it('knows when only the list of options is wanted', () => {
  expect(readOptions(['--help']).help).toBe(true)
})

it.each([['--scale', '2'], ['--from', 'March'], ['--seed', '-1'], ['--frehs'], ['--port', 'x'], ['stray']])(
  'refuses %s %s with the usage',
  (...args) => {
    expect(() => readOptions(args)).toThrow(UsageError)
    expect(() => readOptions(args)).toThrow('npm run demo -- [options]')
  },
)
