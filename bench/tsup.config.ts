import { defineConfig } from "tsup";
import { constants } from "../scripts/constants.js";
import { late } from "../scripts/late.js";

/** Rooms on their own, built as the package is: what is timed is what ships. */
export default defineConfig({
  entry: { rooms: "bench/rooms.ts" },
  outDir: ".cache/bench",
  format: ["esm"],
  target: "es2022",
  platform: "neutral",
  plugins: [constants],
  esbuildPlugins: [late],
  esbuildOptions(options) {
    options.charset = "ascii";
    options.minifyWhitespace = true;
  },
  silent: true,
});
