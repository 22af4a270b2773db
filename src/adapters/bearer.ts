/** Whether an `Authorization` header carries a token. The time it takes says nothing of the token: digests of equal length are compared whole. */
export async function isBearer(header: string | null, token: string): Promise<boolean> {
  const [given, wanted] = await Promise.all([digest(/^bearer +(.*)$/i.exec(header ?? "")?.[1] ?? ""), digest(token)]);
  let difference = 0;
  for (let i = 0; i < wanted.length; i++) difference |= given[i]! ^ wanted[i]!;
  return difference === 0 && token !== "";
}

const digest = async (text: string): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
