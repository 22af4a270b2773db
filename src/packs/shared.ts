import type * as z from "zod";
import type { ChannelProfiles } from "../core/channel.js";
import { didYouMean, type Problem } from "../core/problem.js";
import type { Template } from "../core/template.js";
import { insideOf, placeAt, readJson, type SourceFile } from "./json.js";
import { calendarSchema, channelsSchema, templateSchema } from "./schema.js";

/** What packs share: how channels are, calendars, and texts that a person may send. */
export interface Shared {
  readonly channels?: ChannelProfiles;
  readonly calendars: readonly Omit<z.infer<typeof calendarSchema>, "$schema">[];
  readonly templates: readonly Template[];
  readonly problems: readonly Problem[];
}

/** Reads `channels.json`, `calendars/<id>.json` and `templates/<id>.json` of a folder of rules. */
export function readShared(root: string, files: readonly SourceFile[]): Shared {
  const problems: Problem[] = [];
  const read = <T>(file: SourceFile, schema: z.ZodType): T[] => {
    const { value, problems: found } = readJson(file, schema);
    problems.push(...found);
    if (value === undefined) return [];
    const { $schema: _, ...data } = value as { readonly $schema?: string };
    return [data as T];
  };
  const named = <T extends { readonly id: string }>(file: SourceFile, name: string, schema: z.ZodType): T[] => {
    const found = read<T>(file, schema);
    for (const { id } of found) if (`${id}.json` !== name) problems.push({ code: "shared/name", file: file.path, ...placeAt(file.text, ["id"]), message: `the id is "${id}"`, hint: `the file is ${name}: name it as its id` });
    return found;
  };
  const channels: ChannelProfiles[] = [];
  const calendars: Shared["calendars"][number][] = [];
  const templates: Template[] = [];
  for (const file of files) {
    const inside = insideOf(root, file);
    const [folder, name] = inside.split("/") as [string, string?];
    if (inside === "channels.json") channels.push(...read<ChannelProfiles>(file, channelsSchema));
    else if (folder === "calendars" && name !== undefined) calendars.push(...named<Shared["calendars"][number]>(file, name, calendarSchema));
    else if (folder === "templates" && name !== undefined) templates.push(...named<Template>(file, name, templateSchema));
    else {
      const meant = didYouMean(inside, ["channels.json"]);
      problems.push({ code: "shared/unknown-file", file: file.path, message: `nothing reads ${inside}`, hint: meant === undefined ? "packs, signals, calendars and templates stand in folders of their own: see rules/README.md" : `did you mean ${meant}?` });
    }
  }
  return { ...(channels[0] === undefined ? {} : { channels: channels[0] }), calendars, templates, problems };
}
