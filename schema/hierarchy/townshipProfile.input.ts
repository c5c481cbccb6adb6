import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenSelf, GivenVersion } from "../shared/inputs.js";

@InputType()
abstract class TownshipProfileFields extends Explained {
  @Given("integer", "企业数（家）。Number of enterprises.") enterpriseCount?: number | null;
  @Given("integer", "二三产从业人员（人）。Workers in the secondary and tertiary sectors.") secondaryTertiaryEmployees?:
    | number
    | null;
}

@InputType({ description: "登记乡镇（街道）一年的概况。Records the yearly profile of a township." })
export class CreateTownshipProfileInput extends TownshipProfileFields {
  @GivenLink("Division", "乡镇（街道）。The township.", { required: true }) divisionId!: string;
  @Given("integer", "年度。Year.", { required: true, least: 1949, most: 2200 }) year!: number;
  @Given("date", "数据截止日。Date the figures refer to.", { required: true }) referenceOn!: string;
  @Given("text", "数据来源。Source of the figures.", { required: true }) source!: string;
}

@InputType({ description: "修改乡镇（街道）概况。Amends the yearly profile of a township." })
export class UpdateTownshipProfileInput extends TownshipProfileFields {
  @GivenSelf("TownshipProfile") id!: string;
  @GivenVersion() version!: number;
  @Given("date", "数据截止日。Date the figures refer to.") referenceOn?: string;
  @Given("text", "数据来源。Source of the figures.") source?: string;
}
