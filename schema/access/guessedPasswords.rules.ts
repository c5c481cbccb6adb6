/** Words and runs that guessed passwords are made of, most guessed first; longer passwords are mostly several of them, or one and a year. */
const LIST = `
123456 password 12345678 qwerty 123456789 12345 1234 111111 1234567 dragon 123123 baseball abc123 football monkey letmein 696969 shadow master 666666
qwertyuiop 123321 mustang 1234567890 michael 654321 superman 1qaz2wsx 7777777 121212 000000 qazwsx 123qwe killer trustno1 jordan jennifer zxcvbnm asdfgh
hunter buster soccer harley batman andrew tigger sunshine iloveyou 2000 charlie robert thomas hockey ranger daniel starwars klaster 112233 george computer
michelle jessica pepper 1111 zxcvbn 555555 11111111 131313 freedom 777777 pass maggie 159753 aaaaaa ginger princess joshua cheese amanda summer love ashley
nicole chelsea biteme matthew access yankees 987654321 dallas austin thunder taylor matrix welcome admin administrator root toor login guest test testing
default changeme secret system manager service oracle mysql postgres server network internet windows microsoft google apple samsung huawei xiaomi lenovo
passw0rd p@ssw0rd passwd pa55word password1 password12 password123 pass1234 admin123 admin888 root123 test123 qwerty123 qwe123 asd123 zxc123 abc12345 a123456 aa123456
1q2w3e4r 1q2w3e 1q2w3e4r5t q1w2e3r4 zaq12wsx zaq1xsw2 1qazxsw2 qazwsxedc qweasdzxc qweasd asdfghjkl asdf1234 zxcvbnm123 147258369 147258 258369 369258147 789456123 456789 987654
88888888 888888 66666666 99999999 999999 5201314 520520 1314520 7758521 woaini woaini1314 woaiwojia woaini520 wodemima mima mimashi zhongguo china beijing shanghai hangzhou
zhejiang shaoxing yuecheng keqiao shangyu zhuji shengzhou xinchang gonghui zonggonghui gonghuizhuxi zhuxi gongren zhigong dangwei zhengfu bangong bangongshi
gongsi jituan danwei laogong qiye jiedao xiangzhen shequ cunwei renmin fuwu xuexi qiangguo zhonghua aiguo fendou xingfu pingan jiankang kuaile
woshishui nihao nihaoma xiexie wangyi tencent taobao alibaba weixin wechat alipay baidu sina sohu zhang wang li zhao chen liu yang huang wu zhou xu sun
zhangwei wangwei liwei zhangsan lisi wangwu xiaoming xiaohong xiaoli zhangmin wangfang lina wangjing zhangli liqiang chenjie
january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday spring autumn winter
abcdef abcdefg abcdefgh abcd1234 abc abcd aaa bbb ccc xxx zzz qqq aaaa bbbb 1212 2020 2021 2022 2023 2024 2025 2026 1990 1980 1949 1978 19491001
demo sample correct horse battery staple flower banana orange purple silver golden diamond phoenix eagle tiger lion panda dolphin rainbow angel devil heaven forever friend family mother father
baby lover sweet honey lucky happy money power star moon cloud ocean river mountain forest garden coffee cookie chocolate
whatever nothing something anything hello world helloworld goodluck welcome1 welcome123 letmein1 iloveyou1 monkey1 dragon1 football1 sunshine1 princess1
liverpool arsenal barcelona juventus chelsea1 manchester london paris newyork america canada australia
pokemon naruto minecraft playstation nintendo mario zelda gandalf merlin snoopy mickey minnie donald
`;

/** A few hundred passwords and words that are tried before all others. */
export const COMMON_PASSWORDS: readonly string[] = [...new Set(LIST.split(/\s+/).filter(Boolean))];

/** Signs that stand for letters in passwords that only look uncommon. */
const LETTER_OF: Readonly<Record<string, string>> = {
  "@": "a",
  "4": "a",
  "3": "e",
  "1": "i",
  "!": "i",
  "0": "o",
  $: "s",
  "5": "s",
  "7": "t",
};
const disguised = (text: string) => [...text].map((sign) => LETTER_OF[sign] ?? sign).join("");

const FORMS: ReadonlySet<string> = new Set(COMMON_PASSWORDS.flatMap((word) => [word, disguised(word)]));
const LONGEST = Math.max(...COMMON_PASSWORDS.map((word) => word.length));

/** How many characters of a text are left when common words are taken out of it as well as can be; blanks and signs count as nothing. */
function uncommonIn(text: string): number {
  const left = [0];
  for (let end = 1; end <= text.length; end++) {
    let best = (left[end - 1] as number) + (/[\p{L}\p{N}]/u.test(text[end - 1] as string) ? 1 : 0);
    for (let begin = Math.max(0, end - LONGEST); begin <= end - 3; begin++)
      if (FORMS.has(text.slice(begin, end))) best = Math.min(best, left[begin] as number);
    left.push(best);
  }
  return left[text.length] as number;
}

/** Characters of a password that nobody would guess first, under the kinder of two readings: as written, and with its disguises taken off. */
export function uncommonCharacters(password: string): number {
  const plain = password.normalize("NFKC").toLowerCase();
  return Math.min(uncommonIn(plain), uncommonIn(disguised(plain)));
}
