import { contract, endpointNames, rejectionsOf, type EndpointRecord } from '@piazza/shared/contract';
import { rejectionStatus } from '@piazza/shared/rejections';
import { expect } from 'chai';
import { pathOf } from '../support/api-client.ts';
import { castOf, type Cast } from '../support/cast.ts';
import { catalogueOf, exampleOf, type Catalogue } from '../support/catalogue.ts';
import { keywords, schemaFaults, type JsonSchema } from '../support/json-schema.ts';
import { callerFor } from '../support/roles.ts';
import { openVenue, type TestVenue } from '../support/server.ts';
import { wireTo, type RawReply, type Wire } from '../support/wire.ts';

interface Media {
  readonly schema: JsonSchema;
  readonly example?: unknown;
}
interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly description: string;
  readonly tags: readonly string[];
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  readonly parameters: readonly {
    readonly name: string;
    readonly in: string;
    readonly required: boolean;
    readonly schema: JsonSchema;
  }[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content: Record<string, Media> }>
  >;
}
interface Document {
  readonly openapi: string;
  readonly info: { readonly title: string; readonly version: string };
  readonly servers: readonly { readonly url: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

/** Every schema inside a schema, itself first. */
function* parts(schema: JsonSchema): Generator<JsonSchema> {
  yield schema;
  const {
    properties = {},
    items,
    prefixItems = [],
    anyOf = [],
    oneOf = [],
    additionalProperties,
    propertyNames,
  } = schema;
  const inner = [
    ...Object.values(properties),
    ...anyOf,
    ...oneOf,
    ...prefixItems,
    items,
    additionalProperties,
    propertyNames,
  ];
  for (const one of inner) if (typeof one === 'object') yield* parts(one);
}

describe('API-3: the OpenAPI document', () => {
  let venue: TestVenue;
  let cast: Cast;
  let wire: Wire;
  let catalogue: Catalogue;
  let document: Document;
  before(async () => {
    venue = await openVenue();
    cast = await castOf(venue);
    catalogue = await catalogueOf(cast);
    wire = wireTo(venue.url);
    document = JSON.parse((await wire.send({ path: '/api/v1/openapi.json' })).text) as Document;
  });
  after(async () => {
    wire.close();
    await venue.close();
  });

  const resolve = (ref: string): JsonSchema => {
    const name = /^#\/components\/schemas\/(\w+)$/.exec(ref)?.[1] ?? '';
    const found = document.components.schemas[name];
    if (found === undefined) throw new Error(`${ref} leads nowhere`);
    return found;
  };
  const operations = (): [string, string, Operation][] =>
    Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]): [string, string, Operation] => [
        path,
        method,
        operation,
      ]),
    );
  const schemas = (): JsonSchema[] =>
    operations().flatMap(([, , { parameters, requestBody, responses }]) => [
      ...parameters.map(({ schema }) => schema),
      ...Object.values(requestBody?.content ?? {}).map(({ schema }) => schema),
      ...Object.values(responses).flatMap(({ content }) =>
        Object.values(content).map(({ schema }) => schema),
      ),
    ]);
  const operationOf = (name: string): Operation => {
    const found = operations().find(([, , { operationId }]) => operationId === name);
    if (found === undefined) throw new Error(`${name} is not in the document`);
    return found[2];
  };

  it('is of version 3.1 with a title, a version and the address it is served below', () => {
    expect(document.openapi).to.equal('3.1.0');
    expect(document.info).to.include.keys('title', 'version', 'license');
    expect(document.servers).to.deep.equal([{ url: '/api/v1' }]);
  });
  it('has every endpoint of the table once, and nothing else', () => {
    const ids = operations().map(([, , { operationId }]) => operationId);
    expect(ids)
      .to.have.members([...endpointNames])
      .and.to.have.length(new Set(ids).size);
    for (const name of endpointNames) {
      const { method, path, summary } = contract[name];
      const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      expect(operation, name).to.include({ operationId: name, summary });
    }
  });
  it('declares each parameter of a path, required and once, and none that is not in it', () => {
    for (const [path, , { parameters, operationId }] of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      const declared = parameters.filter((one) => one.in === 'path');
      expect(
        declared.map(({ name }) => name),
        operationId,
      ).to.have.members(inPath);
      expect(declared.every(({ required }) => required)).to.equal(true);
      const places = parameters.map((one) => `${one.in} ${one.name}`);
      expect(new Set(places).size).to.equal(places.length);
      for (const one of parameters) expect(['path', 'query', 'header']).to.include(one.in);
    }
  });
  it('uses only words of JSON Schema, and references that lead somewhere', () => {
    for (const one of schemas().flatMap((schema) => [...parts(schema)])) {
      expect([...keywords]).to.include.members(Object.keys(one));
      if (one.$ref !== undefined) expect(resolve(one.$ref)).to.be.an('object');
      if (one.pattern !== undefined) {
        expect(() => new RegExp(one.pattern ?? '', 'u')).not.to.throw();
        expect(one.type, 'a pattern is of a text').to.equal('string');
      }
      for (const name of one.required ?? []) expect(one.properties).to.have.property(name);
    }
  });
  it('names every status under which each endpoint refuses, and who may call', () => {
    for (const name of endpointNames) {
      const endpoint: EndpointRecord = contract[name];
      const { responses, security, description } = operationOf(name);
      for (const code of rejectionsOf(endpoint)) {
        const reply = responses[String(rejectionStatus[code])];
        expect(reply?.description.split(', '), `${name} ${code}`).to.include(code);
        expect(reply?.content).to.have.property('application/problem+json');
      }
      expect(responses).to.have.property(String(endpoint.status));
      expect(security).to.deep.equal(endpoint.access === 'public' ? [] : [{ bearer: [] }]);
      expect(document.components.securitySchemes).to.have.property('bearer');
      for (const state of endpoint.states ?? []) expect(description).to.include(state);
    }
  });
  it('holds examples that its own schemas accept', () => {
    for (const name of endpointNames) {
      const { body, query, params } = exampleOf(contract[name], catalogue);
      const { requestBody, parameters } = operationOf(name);
      const media = requestBody?.content['application/json'];
      expect(media === undefined, name).to.equal(body === undefined);
      if (media !== undefined) expect(schemaFaults(media.schema, body, resolve), name).to.deep.equal([]);
      for (const [key, text] of Object.entries({ ...query, ...params })) {
        const schema = parameters.find((one) => one.name === key)?.schema ?? {};
        const value = schema.type === 'integer' ? Number(text) : text;
        expect(schemaFaults(schema, value, resolve), `${name} ${key}`).to.deep.equal([]);
      }
    }
  });
  it('describes what the venue really answers', async () => {
    for (const name of endpointNames) {
      const endpoint: EndpointRecord = contract[name];
      if (endpoint.method !== 'GET' || endpoint.media !== undefined) continue;
      const path = pathOf(endpoint, exampleOf(endpoint, catalogue));
      const headers = { authorization: `Bearer ${callerFor(cast, endpoint).token}` };
      const reply = JSON.parse((await wire.send({ path, headers })).text) as unknown;
      const schema = operationOf(name).responses['200']?.content['application/json']?.schema ?? {};
      expect(schemaFaults(schema, reply, resolve), name).to.deep.equal([]);
    }
    const problem = JSON.parse((await wire.send({ path: '/api/v1/me' })).text) as unknown;
    expect(schemaFaults(resolve('#/components/schemas/Problem'), problem, resolve)).to.deep.equal([]);
  });

  describe('its page', () => {
    let page: RawReply;
    before(async () => {
      page = await wire.send({ path: '/api/v1/docs/' });
    });
    const addresses = (html: string): string[] =>
      [...html.matchAll(/<(?:script|link|img)[^>]*\s(?:src|href)=["']([^"']+)["']/g)].map(
        ([, url]) => url ?? '',
      );

    it('sends its visitor to the address its files are relative to', async () => {
      const { status, headers } = await wire.send({ path: '/api/v1/docs' });
      expect({ status, to: headers['location'] }).to.deep.equal({ status: 301, to: '/api/v1/docs/' });
    });
    it('brings all its files from this server', async () => {
      expect(page.status).to.equal(200);
      const found = addresses(page.text);
      expect(found).to.have.length.above(4);
      for (const address of found) {
        expect(address).to.match(/^\.\//);
        const { status, headers } = await wire.send({ path: `/api/v1/docs/${address.slice(2)}` });
        expect(status, address).to.equal(200);
        if (address.endsWith('.js')) expect(headers['content-type']).to.match(/javascript/);
        if (address.endsWith('.css')) expect(headers['content-type']).to.match(/^text\/css/);
      }
    });
    it('runs under a policy that lets nothing in from elsewhere', () => {
      const policy = String(page.headers['content-security-policy']);
      expect(policy).not.to.match(/https?:|\*/);
      expect(policy).to.include("default-src 'self'").and.to.include("object-src 'none'");
      expect(policy).not.to.match(/script-src[^;]*unsafe/);
      expect(page.text, 'no script of its own in the page').not.to.match(/<script(?![^>]*\ssrc=)[^>]*>/);
      expect(page.text, 'no handler in an attribute').not.to.match(/\son\w+=/);
    });
    it('reads the document of this venue and asks no validator elsewhere', async () => {
      const script = (await wire.send({ path: '/api/v1/docs/swagger-ui-init.js' })).text;
      expect(script).to.include('/api/v1/openapi.json');
      expect(script).to.match(/"validatorUrl":\s*null/);
      expect(script).not.to.match(/https?:\/\//);
    });
  });
});
