import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Topology } from 'topojson-specification'
import { dataDir } from './config.js'
import { ImportError } from './import-error.js'
import { importBoundaries, type Imported } from './import-boundaries.js'
import { type Level, LEVELS } from './level.js'
import { writeWhole } from './write-whole.js'

const USAGE = `npm run geo:import -- FILE [--level province|district] [--field NAME] [--partial] [--without-islands]

FILE is a GeoJSON FeatureCollection or a TopoJSON of the provinces (or districts) of 2021 in WGS 84 degrees, each
feature with its GSO code. It is written to MCC_DATA/geo and shown from the next load of the map on.`

function readArguments(args: string[]) {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      level: { type: 'string', default: 'province' },
      field: { type: 'string' },
      partial: { type: 'boolean', default: false },
      'without-islands': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  })
  const [file, ...rest] = positionals
  const { level: name } = values
  if (values.help || file === undefined || rest.length > 0 || (name !== 'province' && name !== 'district')) {
    throw new ImportError(USAGE)
  }
  const { field, partial, 'without-islands': withoutIslands } = values
  return { file: resolve(file), options: { level: LEVELS[name], field, partial, withoutIslands } }
}

function summary(result: Imported, level: Level, path: string): string {
  const { features, field, filled, added, dropped, text } = result
  return [
    `${features} features joined to ${level.codes.size - filled.length} of ${level.codes.size} ${level.name}s by ${field}`,
    ...(filled.length > 0 ? [`filled in from the built map: ${filled.join(', ')}`] : []),
    ...(added.length > 0 ? [`added from the built map: ${added.join(', ')}`] : []),
    ...(dropped > 0
      ? [`borders simplified, about ${Math.round(dropped * 100)} % of the vertices dropped`]
      : []),
    `written: ${path} (${Math.round(Buffer.byteLength(text) / 1000)} kB)`,
  ].join('\n')
}

async function run(): Promise<void> {
  const { file, options } = readArguments(process.argv.slice(2))
  const text = await readFile(file, 'utf8')
  const builtUrl = new URL(`../../generated/${options.level.file}`, import.meta.url)
  const built = JSON.parse(await readFile(builtUrl, 'utf8')) as Topology
  const result = importBoundaries(text, built, options)
  const path = await writeWhole(join(dataDir(process.env), 'geo'), options.level.file, result.text)
  console.log(summary(result, options.level, path))
}

try {
  await run()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
