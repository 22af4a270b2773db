import { test } from "node:test";
import { assertions } from "./assertions.mjs";

for (const [name, holds] of Object.entries(assertions)) test(name, holds);
