import { AutocompleteInput, type AutocompleteInputProps, ReferenceInput } from "react-admin";
import type { RecordName } from "../../schema/records.js";
import { resourceOf } from "./description.js";
import { descriptionOf } from "./descriptions.js";
import { useLanguage } from "./language.js";
import { NAMING, type Row } from "./naming.js";
import { searchFor } from "./search.js";

interface Picker extends Pick<AutocompleteInputProps, "label" | "validate" | "helperText" | "disabled"> {
  source: string;
  record: RecordName;
  /** Further condition on what may be picked. */
  filter?: object;
  alwaysOn?: boolean;
}

/** A reference chosen from what the server finds; what lies outside the viewer's scope never comes up. */
export function RecordPicker({ source, record, filter, alwaysOn: _, ...rest }: Picker) {
  const { language, translate } = useLanguage();
  const resource = resourceOf(record);
  const name = (row: Row) =>
    row.code ? `${NAMING[record].name(row, language)}　${row.code}` : NAMING[record].name(row, language);
  return (
    <ReferenceInput
      source={source}
      reference={resource}
      perPage={20}
      sort={descriptionOf(resource).order}
      filter={filter ?? {}}
      queryOptions={{ meta: { selection: "naming" } }}
    >
      <AutocompleteInput
        {...rest}
        optionText={name}
        filterToQuery={(typed: string) => searchFor(record, typed)}
        noOptionsText={translate("list.nothing")}
        TextFieldProps={{ placeholder: translate("list.choose") }}
        helperText={rest.helperText ?? false}
        debounce={250}
      />
    </ReferenceInput>
  );
}
