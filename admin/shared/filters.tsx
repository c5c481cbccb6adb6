import { type ReactElement } from "react";
import { AutocompleteInput, BooleanInput, NumberInput, SearchInput, SelectInput, TextInput } from "react-admin";
import { type Description, factOf } from "./description.js";
import { AnswerInput, useChoices } from "./FactInput.js";
import type { Fact } from "./facts.js";
import { useLanguage } from "./language.js";
import { RecordPicker } from "./RecordPicker.js";

function ChoiceFilter({ fact, ...rest }: { fact: Fact; source: string; label: string }) {
  const choices = useChoices(fact.names);
  const Choice = choices.length > 12 ? AutocompleteInput : SelectInput;
  return <Choice choices={choices} helperText={false} sx={{ minWidth: 200 }} {...rest} />;
}

/** Inputs whose sources spell the contract's own filter, so that the address bar holds a documented condition. */
export function useFilters({ filters, facts, dated, record }: Description): ReactElement[] {
  const { say, translate } = useLanguage();
  const inputs = filters.flatMap((name): ReactElement[] => {
    if (name === "search")
      return [
        <SearchInput
          key={name}
          source="search"
          alwaysOn
          placeholder={translate(record === "TradeUnion" ? "list.searchUnion" : "list.search")}
          slotProps={{ htmlInput: { "aria-label": translate("ra.action.search") } }}
          sx={{ minWidth: { sm: 320 } }}
        />,
      ];
    if (name === "within")
      return [<RecordPicker key={name} source="within" record="TradeUnion" label={translate("list.within")} />];
    const fact = factOf({ facts, record } as Description, name);
    const label = say(fact.label);
    switch (fact.kind) {
      case "choice":
        return [<ChoiceFilter key={name} fact={fact} source={`${name}.eq`} label={label} />];
      case "link":
        return fact.record
          ? [<RecordPicker key={name} source={`${name}.eq`} record={fact.record} label={label} />]
          : [];
      case "flag":
        return [<AnswerInput key={name} source={`${name}.eq`} label={label} helperText={false} />];
      case "count":
      case "year":
        return [<NumberInput key={name} source={`${name}.eq`} label={label} helperText={false} />];
      case "day":
      case "instant":
        return (["gte", "lte"] as const).map((bound) => (
          <TextInput
            key={`${name}.${bound}`}
            source={`${name}.${bound}`}
            type="date"
            label={translate(bound === "gte" ? "list.from" : "list.to", { label })}
            helperText={false}
            slotProps={{ inputLabel: { shrink: true } }}
            {...(fact.kind === "instant" ? instantOfDay(bound) : {})}
          />
        ));
      default:
        return [
          <TextInput
            key={name}
            source={`${name}.${fact.readable ? "contains" : "eq"}`}
            label={label}
            helperText={false}
            resettable
          />,
        ];
    }
  });
  if (dated)
    inputs.push(<BooleanInput key="history" source="history" label={translate("list.history")} helperText={false} />);
  return inputs;
}

/** A day typed stands for the first or the last instant of that day in Shaoxing. */
const instantOfDay = (bound: "gte" | "lte") => ({
  format: (instant?: string) => (instant ? instant.slice(0, 10) : ""),
  parse: (day: string) => (day ? `${day}T${bound === "gte" ? "00:00:00.000" : "23:59:59.999"}+08:00` : ""),
});
