import type { z } from 'zod'

/** Every reason for which a record is refused or quarantined; a person can list them, with the words beside. */
export const REJECTIONS = {
  not_json: 'the line is not JSON',
  not_an_object: 'the line is not a JSON object',
  unknown_type: 'the event type is not known',
  unknown_field: 'a field is not part of the contract',
  missing_field: 'a required field is missing',
  wrong_type: 'the value has the wrong type',
  out_of_range: 'the number is outside its limits',
  too_long: 'the text or list is too long',
  bad_format: 'the text does not have the required form',
  not_in_list: 'the value is not one of those allowed',
  unknown_province: 'the unit is not a GSO province code, 00 or ZZ',
  unknown_product: 'the product is not known',
  in_future: 'the record lies in the future',
  impossible_age: 'the age at vaccination is below 0 or above 120 years',
  dates_out_of_order: 'dates contradict each other',
  not_your_source: 'the API key does not belong to the source named in the record',
  exercise_in_real_store: 'an exercise record was sent to the real store',
  unmarked_in_exercise_store: 'a record without the exercise mark was sent to an exercise store',
  unknown_facility: 'the facility is not registered',
  refused_by_store: 'the store cannot hold the record',
} as const
export type RejectionCode = keyof typeof REJECTIONS

/** Why one line was refused: `path` is a JSON path such as `lines[2].doses`, empty for the line itself. */
export interface Rejection {
  path: string
  code: RejectionCode
  message: string
}

const pathOf = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (s, p) => (typeof p === 'number' ? `${s}[${p}]` : s ? `${s}.${String(p)}` : String(p)),
    '',
  )

function codeOf(issue: z.core.$ZodIssue): RejectionCode {
  switch (issue.code) {
    case 'unrecognized_keys':
      return 'unknown_field'
    case 'invalid_type':
      return issue.input === undefined ? 'missing_field' : 'wrong_type'
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too_long' : 'out_of_range'
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array' ? 'bad_format' : 'out_of_range'
    case 'invalid_format':
      return 'bad_format'
    case 'invalid_value':
      return issue.input === undefined ? 'missing_field' : 'not_in_list'
    case 'invalid_union':
      return 'unknown_type'
    case 'custom': {
      const code = issue.params?.['code'] as string | undefined
      return code !== undefined && Object.hasOwn(REJECTIONS, code) ? (code as RejectionCode) : 'bad_format'
    }
    default:
      return 'bad_format'
  }
}

/** Zod's issues as rejections, one per unknown field, in the order they were found. */
export function rejectionsOf(error: z.ZodError): Rejection[] {
  return error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          path: pathOf([...issue.path, key]),
          code: 'unknown_field' as const,
          message: REJECTIONS.unknown_field,
        }))
      : [{ path: pathOf(issue.path), code: codeOf(issue), message: issue.message }],
  )
}
