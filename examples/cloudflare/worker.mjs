// A Cloudflare Worker: POST a message and get its assessment; bind a queue and it reads what comes. `wrangler.jsonc` stands beside it.
import { createEngine, toCloudEvents } from "obiter";
import { createWorker } from "obiter/adapters/cloudflare";
import { gdpr, sra } from "obiter/packs";

const engine = createEngine({ packs: [sra, gdpr], law: "GB-EAW" });

export default createWorker({
  engine,
  deliver: (assessment) => {
    for (const event of toCloudEvents(assessment, { source: "urn:example-firm:chat" })) console.log(JSON.stringify(event));
  },
});
