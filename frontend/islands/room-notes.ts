/**
 * The room: clock, checklist, a note line that is always in reach, notes that cannot be lost.
 *
 * Markup contract (everything except the two endpoints works without a network after the page has loaded):
 *
 *     <room-notes data-talk="<talk uid>"
 *                 data-started-at="2026-12-03T09:58:00Z" data-ends-at="2026-12-03T10:30:00Z" data-now="<server now>"
 *                 data-notes-url="/talks/<uid>/notes/{uid}/"     PUT  {revision, text, tag, offset_seconds, agenda_item}
 *                 data-asked-url="/talks/<uid>/asked/{uid}/"     POST {revision, asked}
 *                 data-until="10:30">
 *       <div class="room">
 *         <div>
 *           <div class="clock" role="timer" aria-label="elapsed" data-room="clock">0:00</div>
 *           <progress max="1" value="0" aria-label="…" data-room="bar"></progress>
 *           <p class="soft small" data-room="left"></p>
 *           <ol class="agenda bare" data-room="agenda">
 *             <li class="q [done]" data-item="<item uid>">
 *               <button type="button" class="tick" aria-pressed="false|true" aria-label="Asked: …"></button>
 *               <button type="button" class="go">Which part of the work is nobody teaching?</button>
 *               <button type="button" class="deeper" aria-label="Follow up: …">follow up</button>
 *             </li>
 *           </ol>
 *           <div class="reach">…sentences in reach…</div>
 *           <button type="button" class="btn quiet small" data-room="glance" aria-pressed="false">Glance</button>
 *         </div>
 *         <div>
 *           <p class="small saving"><span class="pill" data-room="state" role="status">saved everywhere</span></p>
 *           <ul class="lines" data-room="lines">
 *             <li class="line" data-note="<uid>" data-revision="3" data-tag="quote" data-offset="730" data-item="">
 *               <time>12:10</time> <span class="said">text</span> <span class="pill">quote</span></li>
 *           </ul>
 *           <div class="now-line">
 *             <input class="type" data-room="line" aria-label="Note" placeholder="Write. Enter keeps it." autocomplete="off">
 *             <div class="keys small" role="group" aria-label="Tag of the line">
 *               <button type="button" data-tag="quote" aria-pressed="false"><kbd>1</kbd> quote</button> …</div>
 *           </div>
 *           <div class="card cue" data-room="cue" role="status" hidden>Five minutes to go: …</div>
 *         </div>
 *       </div>
 *     </room-notes>
 *     <form method="post" data-room-end>…End the talk…</form>      flushed before it leaves; stays while something is only here
 *
 * Answers: `{"revision": n, "stored": true}`; `stored: false` means the server holds a newer revision, and the older one is dropped.
 * A revision is the moment of typing in milliseconds, so the later one wins on every device; an empty text removes the note.
 * Tags 1–9 follow the order of the buttons. A digit on an empty line tags the line to come (twice: it is typed); Alt+digit tags at any time.
 */
import { announce } from "./announce";
import { TalkClock, clockWords } from "./room/clock";
import { Outbox, type State } from "./room/outbox";
import { deviceStorage, sendJson } from "./room/send";
import { newUid } from "./room/uid";
import { say } from "./words";

const CUE_SECONDS = 5 * 60;
const END_PATIENCE = 4000;
const PLAIN = "note";

interface Note {
  uid: string;
  revision: number;
  text: string;
  tag: string;
  offset: number;
  item: string;
}

class RoomNotes extends HTMLElement {
  private outbox!: Outbox;
  private clock!: TalkClock;
  private draft: Note | undefined;
  private tag = PLAIN;
  private item = "";
  private cued = false;
  private ending: HTMLFormElement | undefined;

  connectedCallback(): void {
    const { startedAt = "", endsAt = "", now = "" } = this.dataset;
    this.clock = new TalkClock(Date.parse(startedAt), Date.parse(endsAt), Date.parse(now));
    this.outbox = new Outbox(deviceStorage(), sendJson, (state) => this.showState(state));
    this.bringBack();
    this.listen();
    this.markNow();
    this.tick();
    setInterval(() => this.tick(), 1000);
    void this.outbox.flush();
    this.line.focus({ preventScroll: true });
    // Somebody may have typed before this script was there.
    if (this.line.value) this.typed();
    void keepAwake();
  }

  // --- parts of the page ---

  private piece<E extends HTMLElement>(name: string): E | null {
    return this.querySelector<E>(`[data-room="${name}"]`);
  }

  private get line(): HTMLInputElement {
    return this.piece<HTMLInputElement>("line") as HTMLInputElement;
  }

  private get lines(): HTMLElement {
    return this.piece("lines") as HTMLElement;
  }

  private get tags(): HTMLButtonElement[] {
    return [...this.querySelectorAll<HTMLButtonElement>("button[data-tag]")];
  }

  private items(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>(".q[data-item]")];
  }

  // --- what a person does ---

  private listen(): void {
    this.line.addEventListener("input", () => this.typed());
    this.line.addEventListener("keydown", (event) => this.lineKey(event));
    this.addEventListener("click", (event) => this.clicked(event.target as Element));
    this.lines.addEventListener("input", (event) => this.rewritten(event.target as HTMLElement));
    this.lines.addEventListener("keydown", (event) => this.noteKey(event));
    document.addEventListener("keydown", (event) => this.anywhere(event));
    window.addEventListener("online", () => void this.outbox.flush());
    document.addEventListener("visibilitychange", () => void this.outbox.flush());
    const ending = document.querySelector<HTMLFormElement>("form[data-room-end]");
    ending?.addEventListener("submit", (event) => void this.end(event, ending));
    this.querySelectorAll<HTMLElement>(".line .said").forEach((said) => this.openForEditing(said));
  }

  private typed(): void {
    const text = this.line.value;
    this.ending = undefined;
    if (!this.draft && !text.trim()) return;
    this.draft ??= this.newNote();
    this.draft.text = text;
    this.draft.tag = this.tag;
    this.keep(this.draft);
  }

  private newNote(): Note {
    const item = this.item || (this.querySelector<HTMLElement>(".q.now")?.dataset["item"] ?? "");
    return { uid: newUid(), revision: 0, text: "", tag: this.tag, offset: this.clock.read().elapsed, item };
  }

  private lineKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === "Enter") {
      event.preventDefault();
      this.finish();
      return;
    }
    const wanted = this.tagOfKey(event);
    if (!wanted) return;
    const again = wanted === this.tag && !event.altKey;
    this.setTag(wanted === this.tag ? PLAIN : wanted);
    if (!again) event.preventDefault();
  }

  /** The tag a digit stands for: on an empty line, or with Alt. */
  private tagOfKey(event: KeyboardEvent): string | undefined {
    const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? /^[1-9]$/.exec(event.key)?.[0];
    if (!digit || event.ctrlKey || event.metaKey || event.shiftKey) return undefined;
    if (!event.altKey && this.line.value !== "") return undefined;
    return this.tags[Number(digit) - 1]?.dataset["tag"];
  }

  private finish(): void {
    const note = this.draft;
    if (!note || !note.text.trim()) return;
    note.text = note.text.trim();
    this.keep(note);
    this.show(note);
    this.draft = undefined;
    this.item = "";
    this.line.value = "";
    this.setTag(PLAIN);
    announce(say("note_kept"));
  }

  private setTag(tag: string): void {
    this.tag = tag;
    for (const button of this.tags) button.setAttribute("aria-pressed", String(button.dataset["tag"] === tag));
    if (this.draft) this.typed();
  }

  private clicked(target: Element): void {
    const tag = target.closest<HTMLElement>("button[data-tag]")?.dataset["tag"];
    const question = target.closest<HTMLElement>(".q[data-item]");
    if (tag) this.setTag(tag === this.tag ? PLAIN : tag);
    else if (target.closest(".tick") && question) this.asked(question);
    else if (target.closest(".deeper") && question) this.followUp(question);
    else if (target.closest(".go") && question) this.markNow(question);
    else if (target.closest('[data-room="glance"]')) this.glance();
    else return;
    this.line.focus({ preventScroll: true });
  }

  private asked(question: HTMLElement): void {
    const done = question.classList.toggle("done");
    question.querySelector(".tick")?.setAttribute("aria-pressed", String(done));
    const uid = question.dataset["item"] ?? "";
    const url = (this.dataset["askedUrl"] ?? "").replace("{uid}", uid);
    this.outbox.put(`asked.${uid}`, { url, method: "POST", revision: Date.now(), body: { asked: done } }, 0);
    this.markNow();
  }

  private followUp(question: HTMLElement): void {
    this.item = question.dataset["item"] ?? "";
    this.setTag("follow-up");
  }

  /** The question we are at: the one chosen, or the first that has not been asked. */
  private markNow(chosen?: HTMLElement): void {
    const now = chosen ?? this.items().find((question) => !question.classList.contains("done"));
    for (const question of this.items()) {
      question.classList.toggle("now", question === now);
      if (question === now) question.setAttribute("aria-current", "step");
      else question.removeAttribute("aria-current");
    }
    const agenda = this.piece("agenda");
    if (now && agenda) agenda.scrollTop = now.offsetTop - agenda.offsetTop - now.offsetHeight;
  }

  private glance(): void {
    const on = document.body.classList.toggle("glance");
    this.piece("glance")?.setAttribute("aria-pressed", String(on));
  }

  /** Typing anywhere on the page goes to the line. */
  private anywhere(event: KeyboardEvent): void {
    const plain = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
    if (plain && event.key !== " " && document.activeElement === document.body) this.line.focus();
    if (event.key === "Escape" && document.body.classList.contains("glance")) this.glance();
  }

  // --- notes that were kept ---

  private openForEditing(said: HTMLElement): void {
    said.setAttribute("contenteditable", "plaintext-only");
    said.setAttribute("role", "textbox");
    const time = said.closest(".line")?.querySelector("time")?.textContent ?? "";
    said.setAttribute("aria-label", say("note_at", { time }));
  }

  private noteKey(event: KeyboardEvent): void {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    this.line.focus();
  }

  private rewritten(said: HTMLElement): void {
    const row = said.closest<HTMLElement>(".line");
    if (!row) return;
    const note = noteOf(row);
    note.text = said.textContent ?? "";
    this.keep(note);
    row.dataset["revision"] = String(note.revision);
  }

  private show(note: Note): void {
    const old = this.lines.querySelector(`[data-note="${note.uid}"]`);
    const row = this.row(note);
    if (old) old.replaceWith(row);
    else this.lines.append(row);
    row.scrollIntoView({ block: "nearest" });
  }

  private row(note: Note): HTMLElement {
    const row = document.createElement("li");
    row.className = "line";
    Object.assign(row.dataset, {
      note: note.uid,
      revision: String(note.revision),
      tag: note.tag,
      offset: String(note.offset),
      item: note.item,
    });
    const time = document.createElement("time");
    time.textContent = clockWords(note.offset);
    const said = document.createElement("span");
    said.className = "said";
    said.textContent = note.text;
    row.append(time, " ", said);
    const label = this.tagLabel(note.tag);
    if (label) {
      const pill = document.createElement("span");
      pill.className = "pill";
      pill.textContent = label;
      row.append(" ", pill);
    }
    this.openForEditing(said);
    return row;
  }

  private tagLabel(tag: string): string {
    const button = this.tags.find((one) => one.dataset["tag"] === tag);
    return button ? [...button.childNodes].filter((n) => n.nodeName !== "KBD").map((n) => n.textContent).join("").trim() : "";
  }

  // --- keeping ---

  private keep(note: Note): void {
    note.revision = Math.max(note.revision + 1, Date.now());
    const url = (this.dataset["notesUrl"] ?? "").replace("{uid}", note.uid);
    const body = { text: note.text, tag: note.tag, offset_seconds: note.offset, agenda_item: note.item || null };
    this.outbox.put(this.key(note.uid), { url, method: "PUT", revision: note.revision, body });
  }

  private key(uid: string): string {
    return `note.${this.dataset["talk"] ?? ""}.${uid}`;
  }

  /** Notes of this talk that never reached the server come back into the list. */
  private bringBack(): void {
    const mine = this.key("");
    for (const [key, item] of this.outbox.pending()) {
      if (!key.startsWith(mine)) continue;
      const note: Note = {
        uid: key.slice(mine.length),
        revision: item.revision,
        text: String(item.body["text"] ?? ""),
        tag: String(item.body["tag"] ?? PLAIN),
        offset: Number(item.body["offset_seconds"] ?? 0),
        item: String(item.body["agenda_item"] ?? ""),
      };
      const there = this.lines.querySelector<HTMLElement>(`[data-note="${note.uid}"]`);
      if (Number(there?.dataset["revision"] ?? 0) < note.revision && note.text) this.show(note);
    }
  }

  private showState(state: State): void {
    const place = this.piece("state");
    if (this.ending && state === "everywhere") this.ending.submit();
    const sentence = this.ending ? say("end_later") : say(`saved_${state}`);
    if (!place || place.textContent === sentence) return;
    place.textContent = sentence;
    place.classList.toggle("warm", state === "nowhere");
    place.classList.toggle("pen", state === "here");
  }

  private async end(event: SubmitEvent, form: HTMLFormElement): Promise<void> {
    if (this.outbox.pending().size === 0) return;
    event.preventDefault();
    if (this.draft) this.finish();
    const patience = new Promise<boolean>((done) => setTimeout(() => done(false), END_PATIENCE));
    const through = await Promise.race([this.outbox.flush(), patience]);
    if (through || this.outbox.state() === "everywhere") form.submit();
    else this.waitToEnd(form);
  }

  private waitToEnd(form: HTMLFormElement): void {
    this.ending = form;
    form.removeAttribute("aria-busy");
    this.showState(this.outbox.state());
  }

  // --- time ---

  private tick(): void {
    const { elapsed, left, share } = this.clock.read();
    const face = this.piece("clock");
    if (face) face.textContent = clockWords(elapsed);
    const bar = this.piece<HTMLProgressElement>("bar");
    if (bar) bar.value = share;
    const minutes = Math.ceil(Math.abs(left) / 60);
    const until = this.dataset["until"] ?? "";
    const words = this.piece("left");
    const sentence = say(left >= 0 ? "minutes_left" : "minutes_over", { n: minutes, until });
    if (words && words.textContent !== sentence) words.textContent = sentence;
    if (left <= CUE_SECONDS && !this.cued) this.cue();
  }

  private cue(): void {
    this.cued = true;
    const card = this.piece("cue");
    if (!card) return;
    card.hidden = false;
    announce(card.textContent?.trim() ?? "");
  }
}

function noteOf(row: HTMLElement): Note {
  const { note = "", revision = "0", tag = PLAIN, offset = "0", item = "" } = row.dataset;
  const text = row.querySelector(".said")?.textContent ?? "";
  return { uid: note, revision: Number(revision), text, tag, offset: Number(offset), item };
}

/** The screen stays on while somebody speaks, where the browser can do that. */
async function keepAwake(): Promise<void> {
  const ask = async (): Promise<void> => {
    if (document.visibilityState === "visible") await navigator.wakeLock?.request("screen").catch(() => undefined);
  };
  document.addEventListener("visibilitychange", () => void ask());
  await ask();
}

customElements.define("room-notes", RoomNotes);
