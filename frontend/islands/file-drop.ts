/**
 * A field for files that also takes them by drag and drop, and says what was chosen.
 *
 *     <file-drop><label for="id_files">…</label><input type="file" id="id_files" name="files" multiple></file-drop>
 */
class FileDrop extends HTMLElement {
  private chosen = document.createElement("p");

  connectedCallback(): void {
    this.chosen.className = "chosen";
    this.chosen.setAttribute("role", "status");
    this.append(this.chosen);
    for (const name of ["dragenter", "dragover"]) this.addEventListener(name, (event) => this.over(event));
    this.addEventListener("dragleave", () => this.removeAttribute("data-over"));
    this.addEventListener("drop", (event) => this.drop(event));
    this.addEventListener("change", () => this.show());
  }

  private get input(): HTMLInputElement | null {
    return this.querySelector("input[type=file]");
  }

  private over(event: Event): void {
    event.preventDefault();
    this.setAttribute("data-over", "");
  }

  private drop(event: DragEvent): void {
    event.preventDefault();
    this.removeAttribute("data-over");
    if (!this.input || !event.dataTransfer?.files.length) return;
    this.input.files = event.dataTransfer.files;
    this.input.dispatchEvent(new Event("change", { bubbles: true }));
  }

  private show(): void {
    const files = [...(this.input?.files ?? [])];
    this.chosen.textContent = files.map((file) => `${file.name} (${size(file.size)})`).join(", ");
  }
}

function size(bytes: number): string {
  const unit = bytes < 1e6 ? "kilobyte" : "megabyte";
  const amount = bytes < 1e6 ? Math.ceil(bytes / 1e3) : bytes / 1e6;
  const style = { style: "unit", unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(document.documentElement.lang || "en", style).format(amount);
}

customElements.define("file-drop", FileDrop);
