import BlockIcon from "@mui/icons-material/Block";
import MoveUpIcon from "@mui/icons-material/MoveUp";
import { DeedButton } from "../shared/DeedButton.js";
import { AFFILIATE_UNION, DISSOLVE_UNION } from "./union.deeds.js";

/** What can happen to a union besides being amended. */
export const UnionDeeds = () => (
  <>
    <DeedButton deed={AFFILIATE_UNION} icon={<MoveUpIcon />} />
    <DeedButton deed={DISSOLVE_UNION} icon={<BlockIcon />} />
  </>
);
