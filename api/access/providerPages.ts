import { PROVIDER_REFUSALS, type ProviderRefusal } from "../../schema/access/providerSignIn.rules.js";
import { PROVIDER_PATHS } from "./provider.js";

const page = (title: string, body: string) => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title>
<style>
body{margin:0;background:#f4f3f1;color:#222;font:16px/1.75 "Noto Sans SC","Source Han Sans SC","PingFang SC","Microsoft YaHei",sans-serif}
main{max-width:30rem;margin:10vh auto;background:#fff;padding:2rem;border-top:4px solid #b3151b}
h1{font-size:1.35rem;margin:0 0 1rem}.en{color:#595959;font-size:.9rem}.refused{color:#a01018}code{font-family:ui-monospace,monospace;font-size:.85rem}
label{display:block}input{font:inherit;width:100%;box-sizing:border-box;padding:.5rem;margin:.25rem 0 1rem;border:1px solid #767676}
button{font:inherit;width:100%;padding:.6rem;border:0;background:#b3151b;color:#fff;cursor:pointer}
</style></head><body><main>${body}</main></body></html>`;

const said = (refusal: ProviderRefusal) => {
  const { zh, en } = PROVIDER_REFUSALS[refusal];
  return `<p class="refused" role="alert">${zh}<br><span class="en" lang="en">${en}</span></p><p><code>${refusal}</code></p>`;
};

/** Tells that nobody was signed in, why in both languages, and nothing else. */
export const refusalPage = (refusal: ProviderRefusal): string =>
  page(
    "登录未完成",
    `<h1>登录未完成 <span class="en" lang="en">Not signed in</span></h1>${said(refusal)}<p><a href="/">返回登录页 <span lang="en">Back to the sign-in page</span></a></p>`,
  );

/** Asks whom the provider has proved for the digits of the second factor. */
export const codePage = (refusal?: ProviderRefusal): string =>
  page(
    "动态验证码",
    `<h1>动态验证码 <span class="en" lang="en">Second factor</span></h1>${refusal ? said(refusal) : ""}
<form method="post" action="${PROVIDER_PATHS.code}"><label for="code">动态验证码或恢复码 <span class="en" lang="en">Code, or a recovery code</span></label>
<input id="code" name="code" required autofocus autocomplete="one-time-code" maxlength="40"><button>登录 <span lang="en">Sign in</span></button></form>`,
  );
