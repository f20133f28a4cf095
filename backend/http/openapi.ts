import { STATUS_CODES } from 'node:http';
import swagger, { type SwaggerTransform } from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem, type ProblemCode } from '#shared/contract/problem.ts';
import { PROTOCOL_HEADER, PROTOCOL_VERSION } from '#shared/contract/protocol.ts';
import { FILE_MEDIA_TYPE } from '#shared/contract/route.ts';
import { describeProblems } from './describe-problems.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What the route may refuse with. */
    problems?: readonly ProblemCode[];
    /** The request must name the protocol version. */
    protocol?: true;
    /** The body is a file as it is. */
    takesFile?: true;
    /** The reply is one. */
    givesFile?: true;
  }
}

const protocolHeader = {
  type: 'string',
  const: String(PROTOCOL_VERSION),
  description: 'What desk and backend must agree on before anything else is said',
};

const file = { type: 'string', format: 'binary' };
const fileReply = {
  200: { description: STATUS_CODES[200], content: { [FILE_MEDIA_TYPE]: { schema: file } } },
};

interface Described {
  headers?: { properties?: object; required?: string[] };
  response?: Record<string, object>;
}

/** A route of the contract in JSON Schema, with what it refuses with. */
const transform: SwaggerTransform = document => {
  const { schema, url } = jsonSchemaTransform(document) as { schema: Described; url: string };
  const { problems, protocol, takesFile, givesFile } = document.route.config ?? {};
  if (!problems) return { schema, url };
  const { properties, required = [] } = schema.headers ?? {};
  const replies = Object.entries(schema.response ?? {}).map(([status, reply]) => [
    status,
    { ...reply, 'x-response-description': STATUS_CODES[status] },
  ]);
  return {
    url,
    schema: {
      ...schema,
      ...(protocol && {
        headers: {
          type: 'object',
          properties: { [PROTOCOL_HEADER]: protocolHeader, ...properties },
          required: [PROTOCOL_HEADER, ...required],
        },
      }),
      ...(takesFile && { consumes: [FILE_MEDIA_TYPE], body: file }),
      response: {
        ...Object.fromEntries(replies),
        ...(givesFile && fileReply),
        ...describeProblems(problems),
      },
    },
  };
};

/** Describes what is mounted after it, at `/openapi.json`, and for reading at `/docs`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Remit billing backend',
        version: String(PROTOCOL_VERSION),
        description: `Every request but the first carries \`${PROTOCOL_HEADER}: ${PROTOCOL_VERSION}\`.`,
      },
      components: {
        securitySchemes: { session: { type: 'http', scheme: 'bearer' } },
        schemas: { Problem: z.toJSONSchema(Problem) as object },
      },
    },
    transform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs' });
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger());
}
