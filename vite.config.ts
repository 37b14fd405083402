import { defineConfig } from "vite";

/** Each entry is one file a page may ask for with `{% asset "name" %}`; the manifest maps names to hashed files. */
export default defineConfig({
  root: "frontend",
  base: "./",
  publicDir: false,
  css: { transformer: "lightningcss" },
  build: {
    outDir: "../src/askwell/static/built",
    emptyOutDir: true,
    manifest: "manifest.json",
    assetsDir: ".",
    // The content security policy allows no data: addresses for fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: ["chrome123", "safari17.5", "firefox121"],
    rolldownOptions: {
      // HTMX carries an eval that its allowEval setting and our policy both switch off.
      checks: { eval: false },
      input: {
        askwell: "frontend/styles/askwell.css",
        app: "frontend/islands/app.ts",
        room: "frontend/islands/room-notes.ts",
      },
    },
  },
  test: { environment: "node", include: ["tests/**/*.test.ts"] },
} as Parameters<typeof defineConfig>[0]);
