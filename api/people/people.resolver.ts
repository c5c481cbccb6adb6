import { Membership } from "../../schema/people/membership.entity.js";
import { CreateMembershipInput, UpdateMembershipInput } from "../../schema/people/membership.input.js";
import { Person } from "../../schema/people/person.entity.js";
import { CreatePersonInput, UpdatePersonInput } from "../../schema/people/person.input.js";
import { RevealPersonalDataInput } from "../../schema/people/reveal.input.js";
import { RevealPersonalDataPayload } from "../../schema/people/revealPayload.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createMembership, createPerson, updateMembership, updatePerson } from "./people.actions.js";
import { revealPersonalData } from "./reveal.actions.js";

export const PeopleDesk = deeds({
  createPerson: deed(Person, CreatePersonInput, "create:person", createPerson, "登记人员。Registers a person."),
  updatePerson: deed(Person, UpdatePersonInput, "amend:person", updatePerson, "修改人员。Amends a person."),
  revealPersonalData: deed(
    Person,
    RevealPersonalDataInput,
    "reveal:personal-data",
    revealPersonalData,
    "查看一项个人信息的完整内容：须说明事由，先记入审计再显示，每账号每小时至多 30 次。Shows one personal number whole: for a reason, entered in the log first, at most 30 times an hour for an account.",
    { payload: RevealPersonalDataPayload, inPerson: true },
  ),
  createMembership: deed(
    Membership,
    CreateMembershipInput,
    "create:membership",
    createMembership,
    "登记会籍。Records a membership.",
  ),
  updateMembership: deed(
    Membership,
    UpdateMembershipInput,
    "amend:membership",
    updateMembership,
    "修改或终止会籍。Amends or ends a membership.",
  ),
});
