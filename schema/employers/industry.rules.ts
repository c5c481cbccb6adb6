import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** The 20 sections of GB/T 4754-2017, in the order of the standard (A–T). */
export const INDUSTRY_SECTIONS = [
  "AGRICULTURE",
  "MINING",
  "MANUFACTURING",
  "UTILITIES",
  "CONSTRUCTION",
  "WHOLESALE_RETAIL",
  "TRANSPORT_STORAGE_POST",
  "ACCOMMODATION_CATERING",
  "INFORMATION_TECHNOLOGY",
  "FINANCE",
  "REAL_ESTATE",
  "LEASING_BUSINESS",
  "RESEARCH_TECHNICAL",
  "WATER_ENVIRONMENT_FACILITIES",
  "RESIDENT_SERVICES",
  "EDUCATION",
  "HEALTH_SOCIAL_WORK",
  "CULTURE_SPORT_ENTERTAINMENT",
  "PUBLIC_ADMINISTRATION",
  "INTERNATIONAL_ORGANIZATIONS",
] as const;
export type IndustrySection = (typeof INDUSTRY_SECTIONS)[number];

export const INDUSTRY_SECTION_NAMES: Record<IndustrySection, Bilingual> = {
  AGRICULTURE: words("农、林、牧、渔业", "Agriculture, forestry, animal husbandry and fishery"),
  MINING: words("采矿业", "Mining"),
  MANUFACTURING: words("制造业", "Manufacturing"),
  UTILITIES: words("电力、热力、燃气及水生产和供应业", "Electricity, heat, gas and water"),
  CONSTRUCTION: words("建筑业", "Construction"),
  WHOLESALE_RETAIL: words("批发和零售业", "Wholesale and retail"),
  TRANSPORT_STORAGE_POST: words("交通运输、仓储和邮政业", "Transport, storage and post"),
  ACCOMMODATION_CATERING: words("住宿和餐饮业", "Accommodation and catering"),
  INFORMATION_TECHNOLOGY: words(
    "信息传输、软件和信息技术服务业",
    "Information transmission, software and information technology",
  ),
  FINANCE: words("金融业", "Finance"),
  REAL_ESTATE: words("房地产业", "Real estate"),
  LEASING_BUSINESS: words("租赁和商务服务业", "Leasing and business services"),
  RESEARCH_TECHNICAL: words("科学研究和技术服务业", "Scientific research and technical services"),
  WATER_ENVIRONMENT_FACILITIES: words("水利、环境和公共设施管理业", "Water, environment and public facilities"),
  RESIDENT_SERVICES: words("居民服务、修理和其他服务业", "Resident services, repair and other services"),
  EDUCATION: words("教育", "Education"),
  HEALTH_SOCIAL_WORK: words("卫生和社会工作", "Health and social work"),
  CULTURE_SPORT_ENTERTAINMENT: words("文化、体育和娱乐业", "Culture, sport and entertainment"),
  PUBLIC_ADMINISTRATION: words(
    "公共管理、社会保障和社会组织",
    "Public administration, social security and social organizations",
  ),
  INTERNATIONAL_ORGANIZATIONS: words("国际组织", "International organizations"),
};

/** Two-digit code of a section in union statistics: 01 农、林、牧、渔业 … 20 国际组织. */
export function industryCodeOf(section: IndustrySection): string {
  return String(INDUSTRY_SECTIONS.indexOf(section) + 1).padStart(2, "0");
}
