import { InputAdornment, TextField } from "@mui/material";
import { useState } from "react";
import { FieldTitle, InputHelperText, useInput, type Validator } from "react-admin";
import { fenOf, yuanText } from "./display.js";

/** Money typed in yuan and kept in whole fen, without a floating point number in between. */
export function YuanInput({
  source,
  label,
  validate,
}: {
  source: string;
  label: string;
  validate?: Validator | Validator[];
}) {
  const { id, field, fieldState, isRequired } = useInput({ source, ...(validate ? { validate } : {}) });
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (field.value ? yuanText(String(field.value)) : "");
  return (
    <TextField
      id={id}
      label={<FieldTitle label={label} source={source} isRequired={isRequired} />}
      value={shown}
      error={fieldState.invalid}
      helperText={fieldState.invalid ? <InputHelperText error={fieldState.error?.message} /> : undefined}
      slotProps={{
        htmlInput: { inputMode: "decimal", style: { textAlign: "right" } },
        input: { endAdornment: <InputAdornment position="end">元</InputAdornment> },
      }}
      onChange={(event) => {
        setTyped(event.target.value);
        field.onChange(event.target.value.trim() === "" ? null : (fenOf(event.target.value) ?? event.target.value));
      }}
      onBlur={() => {
        setTyped(undefined);
        field.onBlur();
      }}
    />
  );
}
