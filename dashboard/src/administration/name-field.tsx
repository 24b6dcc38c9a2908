import { HintedField } from './hinted-field.js'

interface Props {
  label: string
  hint: string
  most: number
  /** What a name that others type or send may consist of; absent: whatever people call it. */
  pattern?: string
  value?: string | undefined
}

/** The first field of a form: the name of what it makes. A name with a pattern is taken as it is typed. */
export function NameField({ label, hint, most, pattern, value = '' }: Props) {
  return (
    <HintedField label={label} hint={hint}>
      {(described) => (
        <input
          aria-describedby={described}
          name="name"
          data-first
          required
          maxLength={most}
          defaultValue={value}
          autoComplete="off"
          {...(pattern !== undefined && { pattern, title: hint, autoCapitalize: 'none', spellCheck: false })}
        />
      )}
    </HintedField>
  )
}
