import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";
import { documents } from "./shared/documents.js";

const here = fileURLToPath(new URL(".", import.meta.url));
const built = fileURLToPath(new URL("../dist/console", import.meta.url));

/** Lists every document of the console beside it; the server reads the list and runs no other for a console session. */
const trustedDocuments: Plugin = {
  name: "trusted-documents",
  generateBundle() {
    const listed = documents().map((text) => [createHash("sha256").update(text).digest("hex"), text]);
    this.emitFile({
      type: "asset",
      fileName: "documents.json",
      source: JSON.stringify(Object.fromEntries(listed), null, 1),
    });
  },
};

export default defineConfig({
  root: here,
  plugins: [react(), trustedDocuments],
  build: {
    outDir: built,
    emptyOutDir: true,
    target: "es2022",
    // Inlined files would be data: addresses, which the content security policy allows for images only.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 4000,
    rolldownOptions: {
      input: { console: `${here}index.html`, graphiql: `${here}graphiql.html` },
      // GraphiQL opts single modules out of a compiler that we do not run; the note about it says nothing.
      onLog: (level, log, pass) => {
        if (log.code !== "MODULE_LEVEL_DIRECTIVE") pass(level, log);
      },
    },
  },
  worker: { format: "es" },
  server: {
    proxy: Object.fromEntries(
      ["/graphql", "/reports", "/verify", "/config.json", "/sign-in"].map((path) => [
        path,
        process.env.GONGHUI_SERVER ?? "http://127.0.0.1:4000",
      ]),
    ),
  },
});
