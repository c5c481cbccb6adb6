import { SvgIcon, type SvgIconProps } from "@mui/material";

/** The mark of the system: a stylised 工 in a ring. It is not the badge of the trade unions, which only they may use. */
export function Emblem(props: SvgIconProps) {
  return (
    <SvgIcon viewBox="0 0 32 32" aria-hidden {...props}>
      <circle cx="16" cy="16" r="14.2" fill="none" stroke="currentColor" strokeWidth="2.2" />
      <path d="M9 9.2h14v3H17.6v7.6H24v3H8v-3h6.4v-7.6H9z" fill="currentColor" />
    </SvgIcon>
  );
}
