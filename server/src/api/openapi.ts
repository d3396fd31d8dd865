import {
  contract,
  endpointNames,
  isFile,
  problem,
  rejectionsOf,
  type EndpointRecord,
} from '@piazza/shared/contract';
import { rejectionStatus } from '@piazza/shared/rejections';
import express, { type Router } from 'express';
import swaggerUi from 'swagger-ui-express';
import { z } from 'zod';
import { problemMedia } from './kit/problem.ts';

type Schema = Record<string, unknown>;

/** The schema as it travels: codecs show their wire side. */
function wire(schema: z.ZodType): Schema {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    // A number in a query is a number to whoever reads the document, though it travels as text.
    override: ({ jsonSchema }) => void (jsonSchema.type === 'integer' && delete jsonSchema.pattern),
  }) as Schema;
  return rest;
}

function parameters(endpoint: EndpointRecord): Schema[] {
  const of = (place: 'path' | 'query', schema: z.ZodObject | undefined): Schema[] =>
    Object.entries(schema?.shape ?? {}).map(([name, one]) => ({
      name,
      in: place,
      required: place === 'path',
      schema: wire(one as z.ZodType),
    }));
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: false,
    description: 'The same key with the same request is answered with the recorded outcome.',
    schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,64}$' },
  };
  return [...of('path', endpoint.params), ...of('query', endpoint.query), ...(endpoint.command ? [key] : [])];
}

function refusals(endpoint: EndpointRecord): Record<string, Schema> {
  const byStatus = new Map<number, string[]>();
  for (const code of rejectionsOf(endpoint)) {
    const status = rejectionStatus[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const reply = (list: readonly string[]): Schema => ({
    description: list.join(', '),
    content: { [problemMedia]: { schema: { $ref: '#/components/schemas/Problem' } } },
  });
  return Object.fromEntries([...byStatus].map(([status, list]) => [String(status), reply(list)]));
}

function describe(endpoint: EndpointRecord): string {
  const access =
    typeof endpoint.access === 'string' ? endpoint.access.replace('_', ' ') : endpoint.access.join(', ');
  const states =
    endpoint.states === undefined ? '' : ` Legal while the object is: ${endpoint.states.join(', ')}.`;
  return `Who may call: ${access}.${states}`;
}

/** Bytes, as OpenAPI 3.1 says it. */
const binary: Schema = { type: 'string', format: 'binary' };

function requestBody({ body, upload, example }: EndpointRecord): Schema {
  if (upload === true)
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: binary } } } };
  if (body === undefined) return {};
  const content = { 'application/json': { schema: wire(body), example: example.body } };
  return { requestBody: { required: true, content } };
}

function operation(name: string, endpoint: EndpointRecord): Schema {
  const media = endpoint.media ?? 'application/json';
  const reply = isFile(endpoint.media) ? binary : wire(endpoint.reply);
  const success = { description: 'Done', content: { [media]: { schema: reply } } };
  return {
    operationId: name,
    tags: [name.split('.')[0]],
    summary: endpoint.summary,
    description: describe(endpoint),
    security: endpoint.access === 'public' ? [] : [{ bearer: [] }],
    parameters: parameters(endpoint),
    ...requestBody(endpoint),
    responses: { [String(endpoint.status)]: success, ...refusals(endpoint) },
  };
}

/** The whole API as OpenAPI 3.1, made from the contract's table. */
function openApiDocument(): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const name of endpointNames) {
    const endpoint: EndpointRecord = contract[name];
    const path = endpoint.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Piazza',
      version: '1',
      description:
        'An open social impact stock exchange. Amounts are decimal strings in euro; stamps are RFC 3339 in UTC.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: {
      schemas: { Problem: wire(problem) },
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    },
  };
}

/** The document at /openapi.json and its page at /docs; both come from this server alone. */
export function docsRouter(): Router {
  const router = express.Router();
  const document = openApiDocument();
  router.get('/openapi.json', (_request, response) => void response.json(document));
  router.use('/docs', (_request, response, next) => {
    // The page of the documentation brings inline styles of its own; it still loads nothing from elsewhere.
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; frame-ancestors 'none'",
    );
    next();
  });
  router.use(
    '/docs',
    swaggerUi.serve,
    // By itself the page would have a validator elsewhere look at the document.
    swaggerUi.setup(undefined, { swaggerOptions: { url: '/api/v1/openapi.json', validatorUrl: null } }),
  );
  return router;
}
