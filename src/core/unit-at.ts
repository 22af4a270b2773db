/**
 * The UTF-16 code unit of a text at a place, as `text.charCodeAt(at)`. Bound once: V8 then knows what is called, wherever it is called
 * from, and a dependency that subclasses String cannot slow it (with the method looked up anew each loop takes five times as long).
 */
export const unitAt: (text: string, at: number) => number = Function.prototype.call.bind(String.prototype.charCodeAt);
