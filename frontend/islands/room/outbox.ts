/**
 * What was typed and is not yet on the server: kept on this device first, sent again until it is stored.
 *
 * One storage key per record, so that two tabs never overwrite each other's notes. A record is dropped
 * only when the server has answered for exactly the revision that was sent.
 */
const PREFIX = "askwell.outbox.";
const FIRST_WAIT = 800;
const LONGEST_WAIT = 15_000;
const SOON = 50;

export interface Letterbox {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
  key(index: number): string | null;
  readonly length: number;
}

export interface Item {
  url: string;
  method: "PUT" | "POST";
  revision: number;
  body: Record<string, unknown>;
}

/** `stored`: it is there. `older`: the server has something newer. `refused`: it never will be. `away`: try again. */
export type Answer = "stored" | "older" | "refused" | "away";
export type Sender = (item: Item) => Promise<Answer>;
export type State = "everywhere" | "here" | "nowhere";

export class Outbox {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private due = 0;
  private wait = FIRST_WAIT;
  private sending = false;
  private kept = true;
  private memory = new Map<string, Item>();
  private refused = new Set<string>();

  constructor(
    private readonly box: Letterbox | undefined,
    private readonly send: Sender,
    private readonly tell: (state: State) => void = () => undefined,
  ) {}

  /** Keep it here at once; send it after `pause` milliseconds without another change. */
  put(key: string, item: Item, pause = 350): void {
    this.memory.set(key, item);
    this.refused.delete(key);
    try {
      if (!this.box) throw new Error("no storage");
      this.box.setItem(PREFIX + key, JSON.stringify(item));
      this.kept = true;
    } catch {
      this.kept = false;
    }
    this.report();
    this.wait = FIRST_WAIT;
    this.schedule(pause);
  }

  /** Everything that still has to go, of this page and of earlier ones. */
  pending(): Map<string, Item> {
    const all = new Map(this.stored());
    for (const [key, item] of this.memory) all.set(key, newer(all.get(key), item));
    return all;
  }

  state(): State {
    if (this.pending().size === 0) return "everywhere";
    return this.kept ? "here" : "nowhere";
  }

  /** Send what is pending, once; true when nothing is left. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.sending) return false;
    this.sending = true;
    let away = false;
    for (const [key, item] of this.pending()) {
      if (this.refused.has(key)) continue;
      const answer = await this.send(item).catch((): Answer => "away");
      if (answer === "refused") this.refused.add(key);
      else if (answer !== "away") this.drop(key, item.revision);
      away ||= answer === "away";
      if (answer === "away") break;
    }
    this.sending = false;
    this.report();
    const left = [...this.pending().keys()].filter((key) => !this.refused.has(key));
    if (left.length) this.schedule(away ? this.backOff() : SOON);
    else this.wait = FIRST_WAIT;
    return left.length === 0;
  }

  private backOff(): number {
    const pause = this.wait;
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
    return pause;
  }

  /** Never later than already planned: somebody who types without a pause is saved all the same. */
  private schedule(pause: number): void {
    const due = Date.now() + pause;
    if (this.timer !== undefined && this.due <= due) return;
    clearTimeout(this.timer);
    this.due = due;
    this.timer = setTimeout(() => void this.flush(), pause);
  }

  private drop(key: string, revision: number): void {
    if ((this.memory.get(key)?.revision ?? revision) <= revision) this.memory.delete(key);
    const stored = this.read(PREFIX + key);
    if (stored && stored.revision <= revision) this.box?.removeItem(PREFIX + key);
  }

  private report(): void {
    this.tell(this.state());
  }

  private stored(): [string, Item][] {
    const found: [string, Item][] = [];
    for (let i = 0; i < (this.box?.length ?? 0); i++) {
      const key = this.box?.key(i);
      const item = key?.startsWith(PREFIX) ? this.read(key) : undefined;
      if (key && item) found.push([key.slice(PREFIX.length), item]);
    }
    return found.sort(([a], [b]) => (a < b ? -1 : 1));
  }

  private read(key: string): Item | undefined {
    const text = this.box?.getItem(key);
    if (!text) return undefined;
    try {
      return JSON.parse(text) as Item;
    } catch {
      return undefined;
    }
  }
}

function newer(a: Item | undefined, b: Item): Item {
  return a && a.revision > b.revision ? a : b;
}
