// An AWS Lambda function: behind a function URL or API Gateway it answers requests; as the target of an SQS queue (with
// ReportBatchItemFailures on) it reads messages and writes one JSON line for each route to its log, without message text.
import { createEngine, toCloudEvents } from "obiter";
import { createLambda } from "obiter/adapters/lambda";
import { gdpr, sra } from "obiter/packs";

const engine = createEngine({ packs: [sra, gdpr], law: "GB-EAW" }); // at start, not at each call

export const handler = createLambda({
  engine,
  ...(process.env.OBITER_TOKEN === undefined ? {} : { token: process.env.OBITER_TOKEN }),
  deliver: (assessment) => {
    for (const event of toCloudEvents(assessment, { source: "urn:example-firm:chat" })) console.log(JSON.stringify(event));
  },
});
