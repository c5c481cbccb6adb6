/** Child process that puts load on one server: it stays on its own core and answers each order with what it saw. */
import { connect, type Socket } from "node:net";
import { performance } from "node:perf_hooks";

/** Which requests to send, in which order, for how long. */
export interface LoadOrder {
  port: number;
  /** whole HTTP requests, sent again and again */
  requests: string[];
  /** places in `requests`, in the order they are sent */
  sequence: number[];
  connections: number;
  seconds: number;
}

/** What came back within the time: only answers of status 200 without a top-level error are counted as done. */
export interface LoadResult {
  done: number;
  errors: number;
  bytes: number;
  seconds: number;
  /** milliseconds */
  p50: number;
  p99: number;
}

class Line {
  private head = "";
  private isHead = true;
  private status = 0;
  private missing = 0;
  private isChunked = false;
  private tail = "";
  private length = 0;
  private start = "";

  constructor(
    private readonly socket: Socket,
    private readonly answered: (isGood: boolean, bytes: number) => void,
  ) {
    socket.setNoDelay(true);
    socket.on("data", (data) => this.take(data));
  }

  private take(data: Buffer): void {
    let body = data;
    if (this.isHead) {
      this.head += data.toString("latin1");
      const end = this.head.indexOf("\r\n\r\n");
      if (end < 0) return;
      const head = this.head.slice(0, end);
      this.isHead = false;
      this.status = Number(head.slice(9, 12));
      this.isChunked = /\r\ntransfer-encoding: chunked/i.test(head);
      this.missing = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      this.start = this.head.slice(end + 4, end + 34);
      body = Buffer.from(this.head.slice(end + 4), "latin1");
      this.length = 0;
      this.tail = "";
    }
    this.length += body.length;
    this.missing -= body.length;
    if (this.isChunked) this.tail = (this.tail + body.subarray(-7).toString("latin1")).slice(-7);
    if (this.isChunked ? this.tail === "\r\n0\r\n\r\n" : this.missing <= 0) {
      this.isHead = true;
      this.head = "";
      this.answered(this.status === 200 && !this.start.includes('"errors"'), this.length);
    }
  }

  send(request: string): void {
    this.socket.write(request, "latin1");
  }
}

async function load({ port, requests, sequence, connections, seconds }: LoadOrder): Promise<LoadResult> {
  const times: number[] = [];
  let [next, done, errors, bytes] = [0, 0, 0, 0];
  let isOver = false;
  const sockets: Socket[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  await Promise.all(
    Array.from(
      { length: connections },
      () =>
        new Promise<void>((finished) => {
          const socket = connect(port, "127.0.0.1");
          sockets.push(socket);
          let sent = 0;
          const line = new Line(socket, (isGood, size) => {
            const now = performance.now();
            if (now < end) {
              times.push(now - sent);
              bytes += size;
              if (isGood) done += 1;
              else errors += 1;
            }
            if (now >= end) return finished();
            go();
          });
          const go = () => {
            sent = performance.now();
            line.send(requests[sequence[next++ % sequence.length] as number] as string);
          };
          socket.once("connect", go);
          socket.once("error", () => {
            errors += 1;
            finished();
          });
          socket.once("close", () => {
            if (!isOver) errors += 1;
            finished();
          });
        }),
    ),
  );
  isOver = true;
  for (const socket of sockets) socket.destroy();
  times.sort((first, second) => first - second);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { done, errors, bytes, seconds, p50: at(0.5), p99: at(0.99) };
}

process.on("message", async (order: LoadOrder) => process.send?.(await load(order)));
process.on("disconnect", () => process.exit(0));
