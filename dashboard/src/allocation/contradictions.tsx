import { PRODUCTS, UNIT_CODES, type AllocationState } from '@mcc/contract'
import { useSpeech } from '../i18n/language.js'
import { unitName } from '../places/unit-names.js'
import { contradictions } from './unit-rows.js'

const UNSAID = { no: 'not-reported' } as const

/** In words where the books contradict themselves, products before provinces. */
export function Contradictions({ state }: { state: AllocationState }) {
  const { m, f, language } = useSpeech()
  const words = m.desks.allocated
  const found = [
    // what the nation received and has not allocated yet lies in the national store: no contradiction
    ...PRODUCTS.map((p) => ({ name: p.short, of: { ...state.products[p.id], allocated: UNSAID } })),
    ...UNIT_CODES.map((code) => ({ name: unitName(code, language), of: state.units[code] })),
  ].flatMap(({ name, of }) =>
    contradictions(of).map((c) => ({
      key: `${name} ${c.kind}`,
      text: words[c.kind](name, f.count(c.more), f.count(c.less)),
    })),
  )
  if (found.length === 0) return <p className="quiet-state">{words.noWarning}</p>
  return (
    <ul className="scroll-y" tabIndex={0} aria-label={words.warnings}>
      {found.map(({ key, text }) => (
        <li key={key}>{text}</li>
      ))}
    </ul>
  )
}
