interface Props {
  label: string
  /** What stands in it while it is empty; the label when absent. */
  hint?: string
  value: string
  change: (value: string | undefined) => void
}

/** The search over a table; its label is only heard, for the hint shows it. */
export function SearchField({ label, hint = label, value, change }: Props) {
  return (
    <label>
      <span className="visually-hidden">{label}</span>
      <input
        type="search"
        value={value}
        placeholder={hint}
        maxLength={60}
        onChange={(event) => change(event.currentTarget.value || undefined)}
      />
    </label>
  )
}
