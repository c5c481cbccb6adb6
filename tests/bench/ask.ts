import type { Contender } from "./servers.js";

/** Sends one ready-made HTTP request and gives the parsed body. */
export async function send(server: Contender, request: string): Promise<unknown> {
  const [head = "", body = ""] = request.split("\r\n\r\n");
  const [first = "", ...lines] = head.split("\r\n");
  const [method = "GET", path = "/"] = first.split(" ");
  const headers = Object.fromEntries(
    lines
      .map((line) => [line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 2)])
      .filter(([name]) => name !== "host" && name !== "content-length"),
  );
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method,
    headers,
    ...(method === "POST" ? { body } : {}),
  });
  const text = await response.text();
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${server.name} answered ${response.status}: ${text.slice(0, 300)}`);
  }
}

/** What GraphQL and the raw server both call their data. */
export async function dataOf(server: Contender, request: string): Promise<unknown> {
  const body = (await send(server, request)) as { data?: unknown; errors?: unknown };
  if (body.errors) throw new Error(`${server.name}: ${JSON.stringify(body.errors).slice(0, 400)}`);
  return server.name === "raw" ? body : body.data;
}
