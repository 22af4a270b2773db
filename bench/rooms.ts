/** What subjects time on its own, bundled by `npm run bench` into `.cache/bench/rooms.js`. */
export { glance } from "../src/prepare/glance.js";
export { prepare } from "../src/prepare/prepare.js";
export { guessLanguage } from "../src/prepare/language.js";
