import { type Bilingual, words } from "../shared/bilingual.rules.js";

/** Why a sign-in by the provider did not come about, in words that tell nothing else. */
export const PROVIDER_REFUSALS = {
  OIDC_NOT_BEGUN: words(
    "本次登录已过期，或不是在本浏览器开始的，请重新登录。",
    "This sign-in has expired or was not begun in this browser. Begin again.",
  ),
  OIDC_REFUSED: words(
    "统一身份认证没有完成，请重新登录。",
    "The identity provider did not complete the sign-in. Begin again.",
  ),
  OIDC_NO_ACCOUNT: words(
    "该身份没有可用的账号，请联系本系统管理员。",
    "There is no account in use for this identity. Ask the administrator of this system.",
  ),
  OIDC_WRONG_CODE: words(
    "动态验证码或恢复码不正确，请重新输入。",
    "The code of the second factor is wrong. Enter it again.",
  ),
  FORBIDDEN: words("请求来自其他网站，未予处理。", "The request comes from another site and was not followed."),
  RATE_LIMITED: words("登录请求过多，请稍候再试。", "Too many sign-ins; try again shortly."),
  UNAVAILABLE: words(
    "统一身份认证暂时无法使用，请稍候重试，或用本系统密码登录。",
    "The identity provider cannot be reached. Try again shortly, or sign in by the password of this system.",
  ),
} satisfies Record<string, Bilingual>;
export type ProviderRefusal = keyof typeof PROVIDER_REFUSALS;

/** Status of the page that tells it. */
export const REFUSAL_STATUS: Record<ProviderRefusal, number> = {
  OIDC_NOT_BEGUN: 400,
  OIDC_REFUSED: 400,
  OIDC_NO_ACCOUNT: 403,
  OIDC_WRONG_CODE: 401,
  FORBIDDEN: 403,
  RATE_LIMITED: 429,
  UNAVAILABLE: 503,
};
