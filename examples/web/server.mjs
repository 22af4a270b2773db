// A web server of Node's own modules round the web handler: `node server.mjs`, then
//   curl localhost:8787 -H 'content-type: application/json' -d '{"text":"see you at three"}'
// The handler is the same in Deno (Deno.serve), Bun (Bun.serve), Workers and any framework that speaks Request and Response.
import { createServer } from "node:http";
import { Readable } from "node:stream";
import { createEngine } from "obiter";
import { createHandler } from "obiter/adapters/web";
import { gdpr, lgpd, sra } from "obiter/packs";

const handle = createHandler({ engine: createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" }) });

export const server = createServer(async (incoming, outgoing) => {
  const response = await handle({ method: incoming.method, headers: new Headers(incoming.headers), body: Readable.toWeb(incoming) });
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  Readable.fromWeb(response.body).pipe(outgoing);
});

server.listen(Number(process.env.PORT ?? 8787), "127.0.0.1");
