import { Award, AwardRound } from "../../schema/awards/award.entity.js";
import {
  CreateAwardInput,
  CreateAwardRoundInput,
  UpdateAwardInput,
  UpdateAwardRoundInput,
} from "../../schema/awards/award.input.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createAward, createAwardRound, updateAward, updateAwardRound } from "./awards.actions.js";

export const AwardsDesk = deeds({
  createAwardRound: deed(
    AwardRound,
    CreateAwardRoundInput,
    "create:award-round",
    createAwardRound,
    "设立评选批次。Sets up a round of awards.",
  ),
  updateAwardRound: deed(
    AwardRound,
    UpdateAwardRoundInput,
    "amend:award-round",
    updateAwardRound,
    "修改评选批次。Amends a round of awards.",
  ),
  createAward: deed(Award, CreateAwardInput, "create:award", createAward, "登记荣誉。Records an honour."),
  updateAward: deed(
    Award,
    UpdateAwardInput,
    "amend:award",
    updateAward,
    "修改或撤销荣誉。Amends or revokes an honour.",
  ),
});
