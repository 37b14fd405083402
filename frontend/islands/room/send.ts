/** The one way from the outbox to the server. */
import { ownHeaders } from "../csrf";
import type { Answer, Item } from "./outbox";

const PATIENCE = 8000;
const LATER = new Set([408, 409, 425, 429]);

export async function sendJson(item: Item): Promise<Answer> {
  const answer = await fetch(item.url, {
    method: item.method,
    headers: { ...ownHeaders(), "Content-Type": "application/json", Accept: "application/json" },
    body: JSON.stringify({ revision: item.revision, ...item.body }),
    redirect: "error",
    keepalive: true,
    signal: AbortSignal.timeout(PATIENCE),
  });
  if (answer.ok) {
    const said = answer.status === 204 ? {} : ((await answer.json()) as { stored?: boolean });
    return said.stored === false ? "older" : "stored";
  }
  // 401 and 403: signed out or an old page; what was typed stays here until somebody signs in.
  return answer.status >= 500 || LATER.has(answer.status) ? "away" : "refused";
}

/** The storage of this browser, or nothing where it is forbidden. */
export function deviceStorage(): Storage | undefined {
  try {
    return window.localStorage;
  } catch {
    return undefined;
  }
}
