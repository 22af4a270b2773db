// One worker process of the kill test: node worker.mjs <port> <shards>
import { Worker } from "bullmq";
import { createEngine } from "obiter";
import { createProcessor } from "obiter/adapters/bullmq";
import { gdpr, lgpd, sra } from "obiter/packs";

const [port, shards] = process.argv.slice(2);
const process_ = createProcessor({ engine: createEngine({ packs: [sra, gdpr, lgpd], law: "GB-EAW" }), shards });
const worker = new Worker("chat", process_, { connection: { host: "127.0.0.1", port: Number(port), maxRetriesPerRequest: null }, lockDuration: 10_000, stalledInterval: 2_000, maxStalledCount: 20 });
worker.on("error", () => undefined); // Redis is away: BullMQ connects again
worker.on("completed", () => process.send?.("done"));
process.send?.("ready");
