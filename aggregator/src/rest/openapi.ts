import { z } from 'zod'
import type { Route } from './route.js'

type JsonSchema = { properties?: Record<string, unknown>; required?: string[] }

const shapeOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { unrepresentable: 'any', io })
  return rest as JsonSchema
}

function parameters(schema: z.ZodType, place: 'path' | 'query') {
  const { properties = {}, required = [] } = shapeOf(schema, 'input')
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }))
}

const errorAnswer = {
  description: 'Refused; `error.code` says why',
  content: {
    'application/json': {
      schema: shapeOf(z.object({ error: z.object({ code: z.string(), message: z.string() }) }), 'output'),
    },
  },
}

function operation(route: Route) {
  const hasBody = Object.keys(shapeOf(route.body, 'input').properties ?? {}).length > 0
  const body = { content: { 'application/json': { schema: shapeOf(route.body, 'input') } }, required: true }
  const ok = route.answer
    ? { description: 'Answer', content: { 'application/json': { schema: shapeOf(route.answer, 'output') } } }
    : { description: 'Answer' }
  return {
    summary: route.summary,
    'x-need': route.need,
    ...(route.need === 'public' ? {} : { security: [{ session: [] }, { display: [] }] }),
    parameters: [...parameters(route.params, 'path'), ...parameters(route.query, 'query')],
    ...(hasBody ? { requestBody: body } : {}),
    responses: { '200': ok, default: errorAnswer },
  }
}

/** OpenAPI 3.1 of the declared routes, from the schemas that check them. */
export function openApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [route.method]: operation(route) }
  }
  const cookie = (name: string) => ({ type: 'apiKey', in: 'cookie', name })
  return {
    openapi: '3.1.0',
    info: {
      title: 'MCC',
      version: '1',
      description: 'Live states are also sent over Socket.IO. Answers of an exercise carry `exercise`.',
    },
    components: { securitySchemes: { session: cookie('mcc_session'), display: cookie('mcc_display') } },
    paths,
  }
}
