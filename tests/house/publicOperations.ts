/** Operations that ask for no permission of the table, each with its reason. */
export const publicOperations: Readonly<Record<string, string>> = {
  viewer: "answers only who is asking, and nothing to a stranger",
  node: "answers any record through the row filter of that record",
  nodes: "answers any records through the row filter of each",
  login: "is how one becomes somebody; attempts are counted",
  explainAccess: "tells the asker about the asker's own rights, by the rules that refuse",
  sessions: "lists the sessions of the account that asks",
  switchGrant: "chooses among the grants of the account that asks",
  enrolSecondFactor: "sets up the second factor of the account that asks, against its password",
  confirmSecondFactor: "finishes the second factor of the account that asks, against its first code",
  revokeSession: "ends sessions of the account that asks",
  logout: "ends the session it is called with",
  changePassword: "changes the password of the session's own account, against the present one",
};
