import { describe, expect, it, vi } from "vitest";
import { blanks } from "../islands/blanks";
import { mailto, unitCount, wordCount } from "../islands/letter-text";
import notations from "./blanks.json";
import { TalkClock, clockWords } from "../islands/room/clock";
import { Outbox, type Answer, type Item, type Letterbox } from "../islands/room/outbox";
import { newUid } from "../islands/room/uid";

class Box implements Letterbox {
  rows = new Map<string, string>();
  get length(): number {
    return this.rows.size;
  }
  getItem = (key: string): string | null => this.rows.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.rows.set(key, value);
  removeItem = (key: string): void => void this.rows.delete(key);
  key = (index: number): string | null => [...this.rows.keys()][index] ?? null;
}

const note = (revision: number, text: string): Item => ({ url: "/n/", method: "PUT", revision, body: { text } });

describe("outbox", () => {
  it("keeps what was typed until the server has exactly that revision", async () => {
    vi.useFakeTimers();
    const box = new Box();
    let answer: Answer = "away";
    const got: number[] = [];
    const states: string[] = [];
    const outbox = new Outbox(box, async (item) => (got.push(item.revision), answer), (s) => states.push(s));
    outbox.put("note.1", note(1, "Half"));
    expect(states.at(-1)).toBe("here");
    await vi.advanceTimersByTimeAsync(400);
    expect(box.rows.size).toBe(1);
    answer = "stored";
    await vi.advanceTimersByTimeAsync(2000);
    expect(got).toEqual([1, 1]);
    expect(box.rows.size).toBe(0);
    expect(states.at(-1)).toBe("everywhere");
    vi.useRealTimers();
  });

  it("sends within 400 ms although somebody types without a pause", async () => {
    vi.useFakeTimers();
    const got: number[] = [];
    const outbox = new Outbox(new Box(), async (item) => (got.push(item.revision), "stored"));
    for (let i = 1; i <= 10; i++) {
      outbox.put("note.1", note(i, "x".repeat(i)));
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(got.length).toBeGreaterThanOrEqual(2);
    await vi.advanceTimersByTimeAsync(400);
    expect(got.at(-1)).toBe(10);
    vi.useRealTimers();
  });

  it("does not drop what was typed while an older revision was on its way", async () => {
    const box = new Box();
    let arrive: (answer: Answer) => void = () => undefined;
    const outbox = new Outbox(box, () => new Promise((done) => (arrive = done)));
    outbox.put("note.1", note(1, "a"), 60_000);
    const going = outbox.flush();
    outbox.put("note.1", note(2, "ab"), 60_000);
    arrive("stored");
    await going;
    expect(outbox.pending().get("note.1")?.revision).toBe(2);
    expect(JSON.parse(box.getItem("askwell.outbox.note.1") ?? "{}").revision).toBe(2);
  });

  it("finds what an earlier page left behind", async () => {
    const box = new Box();
    new Outbox(box, async () => "away").put("note.9", note(4, "left"), 60_000);
    const got: Item[] = [];
    await new Outbox(box, async (item) => (got.push(item), "stored")).flush();
    expect(got[0]?.body).toEqual({ text: "left" });
    expect(box.rows.size).toBe(0);
  });

  it("says that nothing keeps it when the browser keeps nothing", () => {
    const outbox = new Outbox(undefined, async () => "away");
    outbox.put("note.1", note(1, "a"), 60_000);
    expect(outbox.state()).toBe("nowhere");
  });
});

describe("letters", () => {
  it.each(notations)("finds the blanks of: $text", ({ text, known, blanks: left }) => {
    expect(blanks(text, known).map((blank) => text.slice(blank.start, blank.end))).toEqual(left);
  });

  it("counts words and length", () => {
    expect(wordCount("Dear Ms Okafor, – 20 minutes")).toBe(5);
    expect(unitCount("a\r\n😀")).toBe(4);
    expect(mailto("a@b.org", "Hi & you", "x\ny")).toBe("mailto:a@b.org?subject=Hi%20%26%20you&body=x%0D%0Ay");
  });
});

describe("clock", () => {
  it("follows the server's time", () => {
    const clock = new TalkClock(1_000_000, 1_000_000 + 1_800_000, 1_600_000, () => 5_000_000);
    expect(clock.read()).toEqual({ elapsed: 600, left: 1200, share: 1 / 3 });
    expect(clockWords(1122)).toBe("18:42");
    expect(clockWords(3725)).toBe("1:02:05");
  });
});

describe("uid", () => {
  it("is a sortable UUID of version 7", () => {
    const uid = newUid(1_700_000_000_000);
    expect(uid).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(newUid(1_700_000_000_001) > uid).toBe(true);
  });
});
