/** The rows of a report as a Markdown table. */
const figure = (value) => (value === undefined ? "" : Math.abs(value) >= 100 ? value.toFixed(0) : Math.abs(value) >= 10 ? value.toFixed(1) : value.toFixed(2));
const cell = ({ median, min, max, unit }) => `${figure(median)} ${unit}${min === undefined ? "" : ` [${figure(min)}–${figure(max)}]`}`;

export function tableOf({ machine, node, short, rows }) {
  const lines = rows.map((row) => `| ${row.subject} | ${cell(row)} | ${row.must === undefined ? "" : `≤ ${row.must}`} | ${row.goal === undefined ? "" : `≤ ${row.goal}`} | ${row.note ?? ""} |`);
  return [`${machine}, Node ${node}${short ? ", short run" : ""}. F is the floor: one loop of charCodeAt through a table over the same messages.`, "", "| subject | measured [min–max] | must | goal | |", "|---|---|---|---|---|", ...lines, ""].join("\n");
}
