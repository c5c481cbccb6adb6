import { Membership } from "../../schema/people/membership.entity.js";
import { CreateMembershipInput, UpdateMembershipInput } from "../../schema/people/membership.input.js";
import { Person } from "../../schema/people/person.entity.js";
import { CreatePersonInput, UpdatePersonInput } from "../../schema/people/person.input.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createMembership, createPerson, updateMembership, updatePerson } from "./people.actions.js";

export const PeopleDesk = deeds({
  createPerson: deed(Person, CreatePersonInput, "create:person", createPerson, "登记人员。Registers a person."),
  updatePerson: deed(Person, UpdatePersonInput, "amend:person", updatePerson, "修改人员。Amends a person."),
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
