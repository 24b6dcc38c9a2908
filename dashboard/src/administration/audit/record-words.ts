import type { Speech } from '../../i18n/language.js'
import { unitName } from '../../places/unit-names.js'
import type { AuditRecord } from '../../rest/audit.js'

/** What was done, in words; an act of a later version stands as the server names it. */
export function actionText(action: string, { m }: Speech): string {
  const known: Readonly<Record<string, string>> = m.administration.actions
  return known[action] ?? action
}

export function roleText(role: string, { m }: Speech): string {
  const known: Readonly<Record<string, string>> = m.administration.roles
  return known[role] ?? role
}

/** A province's name, or the nation. */
export const scopeText = (scope: string, { m, language }: Speech): string =>
  scope === 'nation' ? m.nation : unitName(scope, language)

function valueText(name: string, value: string | number, speech: Speech): string {
  const text = String(value)
  if (name === 'unit' || name === 'province') return scopeText(text, speech)
  if (name === 'role') return roleText(text, speech)
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = speech.m.administration.values
  return values[name]?.[text] ?? text
}

/** What was asked for or acted on: `tài khoản lan · phạm vi Hà Nội`. Names that are not known stand as they are. */
export function detailText({ filter }: Pick<AuditRecord, 'filter'>, speech: Speech): string {
  const names: Readonly<Record<string, string>> = speech.m.administration.details
  return Object.entries(filter)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${names[name] ?? name}: ${valueText(name, value, speech)}`)
    .join(' · ')
}
