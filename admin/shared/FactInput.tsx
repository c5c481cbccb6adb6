import {
  AutocompleteArrayInput,
  AutocompleteInput,
  BooleanInput,
  NumberInput,
  ReferenceArrayInput,
  required,
  SelectInput,
  TextInput,
} from "react-admin";
import { resourceOf } from "./description.js";
import { type Fact, formSource, type Names } from "./facts.js";
import { useLanguage } from "./language.js";
import { RecordPicker } from "./RecordPicker.js";
import { searchFor } from "./search.js";
import { YuanInput } from "./YuanInput.js";

/** Values of an enumeration as choices in the language of the screen. */
export function useChoices(names: Names = {}) {
  const { language } = useLanguage();
  return Object.entries(names).map(([id, name]) => ({ id, name: name[language] }));
}

const MANY = 12;

interface Given {
  fact: Fact;
  source?: string;
  label?: string;
  validate?: ReturnType<typeof required>;
  helperText?: string | false;
}

/** One choice of an enumeration: a list, or a searched one when there are many. */
function ChoiceInput({ fact, source = fact.source, ...rest }: Given) {
  const choices = useChoices(fact.names);
  return choices.length > MANY ? (
    <AutocompleteInput source={source} choices={choices} {...rest} />
  ) : (
    <SelectInput source={source} choices={choices} {...rest} />
  );
}

/** Yes, no, or not known. */
export function AnswerInput({ source, ...rest }: { source: string; label?: string; helperText?: string | false }) {
  const { translate } = useLanguage();
  const choices = [
    { id: "true", name: translate("console.yes") },
    { id: "false", name: translate("console.no") },
  ];
  return (
    <SelectInput
      source={source}
      choices={choices}
      format={(value: unknown) => (value === null || value === undefined ? "" : String(value))}
      parse={(value: unknown) => (value === "" || value === null ? null : value === true || value === "true")}
      {...rest}
    />
  );
}

/** Required, and marked so, unless the field that it follows from is filled in. */
const requiredWithout = (other: string) =>
  Object.assign(
    (value: unknown, values: Record<string, unknown>) => (values[other] ? undefined : required()(value, values)),
    { isRequired: true },
  );

const validationOf = (fact: Fact) => {
  if (fact.required) return { validate: required() };
  return fact.requiredWithout ? { validate: requiredWithout(fact.requiredWithout) } : {};
};

/** The input that fits a fact. */
export function FactInput({ fact, when }: { fact: Fact; when: "create" | "amend" }) {
  const { say, language } = useLanguage();
  const source = formSource(fact);
  const given = {
    label: say(fact.label),
    helperText: fact.help ? say(fact.help) : (false as const),
    ...validationOf(fact),
  };
  switch (fact.kind) {
    case "long":
      return <TextInput source={source} multiline minRows={3} {...given} />;
    case "day":
      return <TextInput source={source} type="date" slotProps={{ inputLabel: { shrink: true } }} {...given} />;
    case "count":
    case "year":
      return <NumberInput source={source} min={0} {...given} />;
    case "yuan":
      return <YuanInput source={source} label={say(fact.label)} />;
    case "flag":
      return fact.required ? (
        <BooleanInput
          source={source}
          label={say(fact.label)}
          helperText={false}
          defaultValue={when === "create" ? false : undefined}
        />
      ) : (
        <AnswerInput source={source} label={say(fact.label)} helperText={false} />
      );
    case "choice":
      return <ChoiceInput fact={fact} {...given} />;
    case "choices":
      return (
        <AutocompleteArrayInput
          source={source}
          choices={Object.entries(fact.names ?? {}).map(([id, name]) => ({ id, name: name[language] }))}
          {...given}
        />
      );
    case "links":
      return fact.record ? (
        <ReferenceArrayInput
          source={source}
          reference={resourceOf(fact.record)}
          queryOptions={{ meta: { selection: "naming" } }}
        >
          <AutocompleteArrayInput
            optionText="name"
            filterToQuery={(typed: string) => searchFor(fact.record ?? "Employer", typed)}
            {...given}
          />
        </ReferenceArrayInput>
      ) : null;
    case "link":
      return fact.record ? <RecordPicker source={source} record={fact.record} {...given} /> : null;
    default:
      return <TextInput source={source} {...given} />;
  }
}
