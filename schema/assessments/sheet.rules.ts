export const sheetOf = (facts: unknown): unknown => facts;
