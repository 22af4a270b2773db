import type { Channel, Direction, Role } from "../core/message.js";
import { composeEngine } from "../engine.js";
import { base } from "../generated/base.js";
import { identifiers } from "../generated/identifiers.js";
import { triggers } from "../generated/triggers.js";
import { signals } from "../generated/signals.js";
import type { Judged } from "../report/metrics.js";
import { openTriggers } from "../scan/identifier-triggers.js";
import { createIdentify } from "../scan/identify.js";
import type { Model } from "../weigh/model.js";
import type { LabelledMessage } from "./corpus.js";

/** Judges labelled messages as `obiter eval` does, with no pack but the base. */
export function createJudge(model: Model): (messages: readonly LabelledMessage[]) => Judged[] {
  const engine = composeEngine({ base: base.pack, severities: base.severities, channels: {}, calendars: [], tables: signals, identify: createIdentify(identifiers, openTriggers(triggers)), mayIdentify: () => true, model }, { packs: [] });
  return (messages) =>
    messages.map(({ id, text, lang, role, direction, channel, labels, entities = [] }) => {
      const assessment = engine.assess({ id, text, sender: { id: "sender", role: role as Role }, direction: direction as Direction, channel: channel as Channel });
      return { text, lang: lang.slice(0, 2), labels, entities, assessment };
    });
}
