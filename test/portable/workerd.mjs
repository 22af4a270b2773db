import { assertions } from "./assertions.mjs";

export default {
  async test() {
    for (const [name, holds] of Object.entries(assertions)) {
      await holds();
      console.log(`ok ${name}`);
    }
  },
};
