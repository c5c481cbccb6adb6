import { HardshipCase } from "../../schema/duties/hardshipCase.entity.js";
import {
  CreateHardshipCaseInput,
  RevealHardshipDetailsInput,
  UpdateHardshipCaseInput,
} from "../../schema/duties/hardshipCase.input.js";
import { RevealHardshipDetailsPayload } from "../../schema/duties/hardshipPayload.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { createHardshipCase, revealHardshipDetails, updateHardshipCase } from "./hardship.actions.js";

export const DutiesDesk = deeds({
  createHardshipCase: deed(
    HardshipCase,
    CreateHardshipCaseInput,
    "create:hardship-case",
    createHardshipCase,
    "为困难职工建档，二(三)7。Opens the file of a worker in hardship.",
  ),
  updateHardshipCase: deed(
    HardshipCase,
    UpdateHardshipCaseInput,
    "amend:hardship-case",
    updateHardshipCase,
    "修改困难职工档案或销档。Amends or closes the file of a worker in hardship.",
  ),
  revealHardshipDetails: deed(
    HardshipCase,
    RevealHardshipDetailsInput,
    "reveal:hardship-case",
    revealHardshipDetails,
    "查看困难情况全文：须说明事由，先记入审计再显示，与其他个人信息合计每账号每小时至多 30 次。Shows the details of a hardship case whole: for a reason, entered in the log first, at most 30 reveals an hour for an account.",
    { payload: RevealHardshipDetailsPayload, inPerson: true },
  ),
});
