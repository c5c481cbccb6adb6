import "graphiql/setup-workers/vite";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { EXAMPLES } from "./shared/exampleQueries.js";
import "graphiql/style.css";
import "./shared/explorer.css";

/** The explorer asks as the console does: with the session of whoever is signed in, or with a token typed into its headers. */
const fetcher = createGraphiQLFetcher({ url: "/graphql" });
const root = document.getElementById("explorer");
if (root)
  createRoot(root).render(
    <StrictMode>
      <GraphiQL
        fetcher={fetcher}
        defaultQuery={EXAMPLES[0] ?? ""}
        defaultTabs={EXAMPLES.map((query) => ({ query }))}
        shouldPersistHeaders={false}
        defaultHeaders={'{\n  "accept-language": "zh-CN"\n}'}
        defaultEditorToolsVisibility={false}
      >
        <GraphiQL.Logo>
          <a href="/">工会管理系统</a>
        </GraphiQL.Logo>
      </GraphiQL>
    </StrictMode>,
  );
