/** Shows the details of a hardship case whole; the server enters it in the log first. */
export const REVEAL_HARDSHIP = `mutation revealHardshipDetails($input: RevealHardshipDetailsInput!) {
  payload: revealHardshipDetails(input: $input) { value userErrors { path code message clause quote } }
}`;
