import {
  CreateFederationMembershipInput,
  EndFederationMembershipInput,
} from "../../schema/hierarchy/federationMembership.input.js";
import { TownshipProfile } from "../../schema/hierarchy/townshipProfile.entity.js";
import {
  CreateTownshipProfileInput,
  UpdateTownshipProfileInput,
} from "../../schema/hierarchy/townshipProfile.input.js";
import { TradeUnion } from "../../schema/hierarchy/tradeUnion.entity.js";
import {
  AffiliateTradeUnionInput,
  CreateTradeUnionInput,
  DissolveTradeUnionInput,
  UpdateTradeUnionInput,
} from "../../schema/hierarchy/tradeUnion.input.js";
import { FederationMembership } from "../../schema/hierarchy/tradeUnionVersion.entity.js";
import { deed } from "../shared/deed.js";
import { deeds } from "../shared/deeds.js";
import { affiliateTradeUnion } from "./affiliation.actions.js";
import { dissolveTradeUnion } from "./dissolution.actions.js";
import { createTradeUnion } from "./founding.actions.js";
import {
  createFederationMembership,
  createTownshipProfile,
  endFederationMembership,
  updateTownshipProfile,
} from "./records.actions.js";
import { updateTradeUnion } from "./union.actions.js";

export const HierarchyDesk = deeds({
  createTradeUnion: deed(
    TradeUnion,
    CreateTradeUnionInput,
    "create:trade-union",
    createTradeUnion,
    "建立工会。Founds a trade union.",
  ),
  updateTradeUnion: deed(
    TradeUnion,
    UpdateTradeUnionInput,
    "amend:trade-union",
    updateTradeUnion,
    "修改工会。Amends a trade union.",
  ),
  affiliateTradeUnion: deed(
    TradeUnion,
    AffiliateTradeUnionInput,
    "affiliate:trade-union",
    affiliateTradeUnion,
    "变更隶属关系。Places a union under another superior.",
  ),
  dissolveTradeUnion: deed(
    TradeUnion,
    DissolveTradeUnionInput,
    "dissolve:trade-union",
    dissolveTradeUnion,
    "撤销工会。Dissolves a trade union.",
  ),
  createFederationMembership: deed(
    FederationMembership,
    CreateFederationMembershipInput,
    "create:federation-membership",
    createFederationMembership,
    "加入联合会。Joins a federation.",
  ),
  endFederationMembership: deed(
    FederationMembership,
    EndFederationMembershipInput,
    "amend:federation-membership",
    endFederationMembership,
    "退出联合会。Leaves a federation.",
  ),
  createTownshipProfile: deed(
    TownshipProfile,
    CreateTownshipProfileInput,
    "create:township-profile",
    createTownshipProfile,
    "登记乡镇（街道）概况。Records the profile of a township.",
  ),
  updateTownshipProfile: deed(
    TownshipProfile,
    UpdateTownshipProfileInput,
    "amend:township-profile",
    updateTownshipProfile,
    "修改乡镇（街道）概况。Amends the profile of a township.",
  ),
});
