/** The text a person gave in a field of a form; empty when the field is missing. */
export function formField(form: HTMLFormElement, name: string): string {
  const value = new FormData(form).get(name)
  return typeof value === 'string' ? value : ''
}
