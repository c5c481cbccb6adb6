/** Operations that ask for no permission of the table, each with its reason. */
export const publicOperations: Readonly<Record<string, string>> = {
  viewer: "answers only who is asking, and nothing to a stranger",
  node: "answers any record through the row filter of that record",
  nodes: "answers any records through the row filter of each",
  login: "is how one becomes somebody; attempts are counted",
  logout: "ends the session it is called with",
  changePassword: "changes the password of the session's own account, against the present one",
};
