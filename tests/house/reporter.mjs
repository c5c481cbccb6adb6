/** Jest's last line: how many tests passed, failed and were skipped, alone on a line. */
export default class ClosingLine {
  onRunComplete(_contexts, results) {
    const skipped = results.numPendingTests + results.numTodoTests;
    // A file that does not even load has no tests of its own, and must not look like success.
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const line = `${results.numPassedTests} passed, ${failed} failed, ${skipped} skipped`;
    // Jest's own summary is still on its way to the other stream.
    process.on("exit", () => process.stdout.write(`${line}\n`));
  }
}
