/** Tell a screen reader what just happened, without moving anything. */
let region: HTMLElement | undefined;

export function announce(sentence: string): void {
  if (!region) {
    region = document.createElement("div");
    region.className = "unseen";
    region.setAttribute("role", "status");
    document.body.append(region);
  }
  const live = region;
  live.textContent = "";
  // An empty moment makes the same sentence be read again.
  setTimeout(() => (live.textContent = sentence), 60);
}
