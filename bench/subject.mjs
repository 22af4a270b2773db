/** One file of `subjects/`, run in this process; its rows as JSON on the last line. */
const [name, size] = process.argv.slice(2);
const { default: measure } = await import(`./subjects/${name}.mjs`);
const rows = await measure({ short: size === "--short" });
console.log(`\n${JSON.stringify(rows.map((row) => ({ file: name, ...row })))}`);
