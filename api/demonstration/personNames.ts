import type { Sex } from "../../schema/people/person.rules.js";
import type { Chance } from "./chance.js";

/** Surnames about as frequent as in Shaoxing, in thousandths. */
const SURNAMES: readonly (readonly [string, number])[] = Object.entries({
  王: 78,
  陈: 76,
  张: 56,
  徐: 40,
  李: 38,
  金: 36,
  俞: 30,
  沈: 30,
  周: 32,
  章: 26,
  吴: 26,
  朱: 26,
  赵: 24,
  孙: 24,
  胡: 20,
  钱: 18,
  何: 18,
  杨: 18,
  黄: 18,
  马: 14,
  高: 12,
  楼: 14,
  陆: 14,
  蒋: 14,
  丁: 14,
  许: 14,
  郑: 14,
  宋: 12,
  谢: 12,
  罗: 8,
  林: 8,
  魏: 8,
  潘: 8,
  傅: 8,
  冯: 10,
  董: 8,
  袁: 8,
  倪: 8,
  阮: 8,
  韩: 6,
  毛: 6,
  叶: 8,
  方: 6,
  顾: 5,
  裘: 10,
  竺: 5,
  屠: 5,
  祝: 5,
  茹: 3,
  寿: 5,
  骆: 5,
  酆: 1,
  求: 2,
  单: 3,
  谭: 2,
  杜: 4,
  任: 4,
  严: 5,
  石: 5,
  尹: 4,
  姚: 5,
  鲁: 4,
  夏: 5,
  边: 3,
  郦: 3,
  戚: 3,
  刘: 22,
  赏: 1,
  杭: 1,
  邵: 4,
  凌: 2,
  梁: 6,
  吕: 8,
  盛: 3,
  秦: 3,
  史: 2,
  诸葛: 1,
  欧阳: 1,
  曾: 2,
  解: 1,
  查: 1,
  仇: 1,
  贺: 2,
  田: 2,
  斯: 3,
  宣: 3,
  蔡: 6,
  汪: 3,
  余: 5,
  虞: 3,
  包: 2,
  嵇: 1,
}).filter(([, weight]) => weight > 0);
const MALE = [
  ..."伟强军勇杰峰涛明超波斌辉刚健华平建国飞鹏亮军良洪海江荣林根土水炳祥兴富贵忠孝义东南宇轩浩然子涵俊泽文博昊晨铭睿哲翰达永松柏枫",
];
const FEMALE = [
  ..."芳娜敏静丽艳娟霞秀英华慧巧美兰凤洁梅琳素云莲真环雪荣爱妹香月莺媛红娥玲芬燕彩春菊勤珍贞莉桂娣叶璧璐娅琦晶妍茜秋珊莎锦黛青倩婷姣婉",
];
const SECOND_MALE = [..."明国华军平强峰林生荣根祥龙法良水江飞斌杰伟民锋钢忠海波炎松康泉标灿钧"];
const SECOND_FEMALE = [..."英芳珍娟萍琴芬红丽娣仙凤飞燕君敏琼瑛菊香花玉娜儿雅怡颖琪瑶"];
/** Characters that many systems lose: 𬭎 lies outside the basic plane, 㛃 in the first extension. */
const RARE: Record<Sex, readonly string[]> = {
  MALE: ["喆", "堃", "𬭎", "钰堃", "喆明"],
  FEMALE: ["㛃", "㛃妤", "𬭎", "喆"],
};
const ALL = SURNAMES.reduce((sum, [, weight]) => sum + weight, 0);

export interface PersonName {
  surname: string;
  given: string;
}

export function nameOf(sex: Sex, chance: Chance): PersonName {
  let rest = chance.next() * ALL;
  const surname = (SURNAMES.find(([, weight]) => (rest -= weight) < 0) ?? ["王"])[0];
  if (chance.holds(0.4)) return { surname, given: chance.pick(RARE[sex]) };
  const [first, second] = sex === "MALE" ? [MALE, SECOND_MALE] : [FEMALE, SECOND_FEMALE];
  return { surname, given: chance.holds(24) ? chance.pick(first) : `${chance.pick(first)}${chance.pick(second)}` };
}
