/** Shows one personal number whole; the server enters it in the log first. */
export const REVEAL = `mutation revealPersonalData($input: RevealPersonalDataInput!) {
  payload: revealPersonalData(input: $input) { value userErrors { path code message clause quote } }
}`;
