/** Version of pdfmake this floor was read against; before another one the fast path stays away. */
export const ENGINE_VERSION = "0.3.11";
