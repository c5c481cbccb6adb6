import { InputType } from "type-graphql";
import { Explained, Given, GivenLink, GivenOneOf, GivenSelf, GivenVersion, Keeps } from "../shared/inputs.js";
import {
  EDUCATION_LEVEL_NAMES,
  type EducationLevel,
  POLITICAL_STATUS_NAMES,
  type PoliticalStatus,
  SEX_NAMES,
  type Sex,
} from "./person.rules.js";
import { whyNoSex, whyNotPerson } from "./personFacts.rules.js";

@InputType()
@Keeps(whyNotPerson)
abstract class PersonFields extends Explained {
  @Given(
    "text",
    "居民身份号码，18 位；性别与出生日期由此得出。Resident identity number; sex and birth are taken from it.",
    { most: 40 },
  )
  residentId?: string | null;
  @GivenOneOf(
    "Sex",
    SEX_NAMES,
    "性别；登记时必填，填写身份号码的可不填。Sex; required of a new person, unless an identity number is given.",
  )
  sex?: Sex;
  @Given("date", "出生日期；填写身份号码时可不填。Date of birth; not needed beside an identity number.") birthOn?:
    | string
    | null;
  @Given("text", "手机号。Telephone.", { most: 20 }) phone?: string | null;
  @Given("text", "银行卡号，16 至 19 位。Bank card number, 16 to 19 digits.", { most: 40 }) bankAccount?: string | null;
  @Given("text", "家庭住址，自省、市或县写起。Home address, from province, city or county down.", { most: 120 })
  homeAddress?: string | null;
  @Given("text", "民族。Ethnicity.", { most: 20 }) ethnicity?: string | null;
  @GivenOneOf("PoliticalStatus", POLITICAL_STATUS_NAMES, "政治面貌。Political status.")
  politicalStatus?: PoliticalStatus | null;
  @GivenOneOf("EducationLevel", EDUCATION_LEVEL_NAMES, "学历。Education.") education?: EducationLevel | null;
  @Given("boolean", "是否农民工。Migrant worker.") migrantWorker?: boolean;
  @Given("boolean", "是否劳务派遣工。Dispatched worker.") dispatchedWorker?: boolean;
}

@InputType({ description: "登记人员。Registers a person." })
@Keeps(whyNoSex)
export class CreatePersonInput extends PersonFields {
  @Given("text", "姓名。Name.", { required: true, most: 50 }) name!: string;
  @GivenLink("TradeUnion", "建档管理工会。The union that keeps the file.", { required: true }) keeperId!: string;
}

@InputType({ description: "修改人员。Amends a person." })
export class UpdatePersonInput extends PersonFields {
  @GivenSelf("Person") id!: string;
  @GivenVersion() version!: number;
  @Given("text", "姓名。Name.", { most: 50 }) name?: string;
  @GivenLink("TradeUnion", "建档管理工会。The union that keeps the file.") keeperId?: string;
}
