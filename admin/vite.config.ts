import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = fileURLToPath(new URL(".", import.meta.url));
const built = fileURLToPath(new URL("../dist/console", import.meta.url));

export default defineConfig({
  root: here,
  plugins: [react()],
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
      ["/graphql", "/reports", "/verify", "/config.json"].map((path) => [
        path,
        process.env.GONGHUI_SERVER ?? "http://127.0.0.1:4000",
      ]),
    ),
  },
});
