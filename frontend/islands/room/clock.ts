/** What the clock of a talk says; the server's clock counts, so a wrong clock on this device does no harm. */
export interface Reading {
  elapsed: number;
  left: number;
  share: number;
}

export class TalkClock {
  private readonly skew: number;

  constructor(
    private readonly startedAt: number,
    private readonly endsAt: number,
    serverNow: number,
    private readonly now: () => number = Date.now,
  ) {
    this.skew = serverNow - now();
  }

  /** Whole seconds since the start (never below 0), whole seconds to the agreed end (below 0: over). */
  read(): Reading {
    const moment = this.now() + this.skew;
    const elapsed = Math.max(0, Math.floor((moment - this.startedAt) / 1000));
    const left = Math.ceil((this.endsAt - moment) / 1000);
    const whole = Math.max(1, (this.endsAt - this.startedAt) / 1000);
    return { elapsed, left, share: Math.min(1, elapsed / whole) };
  }
}

/** 0:04, 18:42, or 1:02:05 beyond the hour. */
export function clockWords(seconds: number): string {
  const two = (n: number): string => String(n).padStart(2, "0");
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${two(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${two(seconds % 60)}`;
}
