import { assertions } from "./assertions.mjs";

const lines = [];
for (const [name, holds] of Object.entries(assertions)) {
  try {
    await holds();
    lines.push(`ok ${name}`);
  } catch (error) {
    lines.push(`not ok ${name}: ${error.message}`);
  }
}
document.body.textContent = `${lines.join("\n")}\ndone`;
