import { Alert, Box, Card, Skeleton, Stack, Typography } from "@mui/material";
import { useQuery } from "@tanstack/react-query";
import { Title, useDataProvider } from "react-admin";
import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { UNION_TYPE_NAMES, UNION_TYPES } from "../../schema/hierarchy/unionType.rules.js";
import { ActionButton } from "../shared/ActionButton.js";
import { useAsOf } from "../shared/AsOf.js";
import { BarChart } from "../shared/BarChart.js";
import type { ConsoleProvider } from "../shared/dataProvider.js";
import { dayText } from "../shared/display.js";
import { Figures } from "../shared/Figures.js";
import { useLanguage } from "../shared/language.js";
import type { Viewer } from "../shared/session.js";
import { useViewer } from "../shared/viewer.js";
import { BY_TYPE, SCOPE, type ScopeAnswer, type Totals, type TypeAnswer, WHOLE } from "./dashboard.operations.js";
import { underThis } from "./links.js";

const DRAWN = 20;
/** The sum of what is known; nothing where none is. */
const sum = (all: Totals[], key: keyof Totals) =>
  all.reduce<number | null>((total, one) => (one[key] === null ? total : (total ?? 0) + one[key]), null);

const listOf = (resource: string, filter: Record<string, unknown>) =>
  `/${resource}?displayedFilters=${encodeURIComponent(JSON.stringify(Object.fromEntries(Object.keys(filter).map((key) => [key === "type" ? "type.eq" : key, true]))))}&filter=${encodeURIComponent(JSON.stringify(filter))}`;

function useScope(viewer: Viewer) {
  const { ask } = useDataProvider() as unknown as ConsoleProvider;
  const [asOf] = useAsOf();
  const id = viewer.scope?.id;
  return useQuery({
    queryKey: ["dashboard", id, asOf],
    queryFn: async () => {
      const [scope, types] = await Promise.all([
        ask<ScopeAnswer>(id ? SCOPE : WHOLE, { id, asOf }),
        ask<TypeAnswer>(BY_TYPE, { within: id, asOf }),
      ]);
      const tops = scope.union ? [scope.union] : (scope.tops?.nodes ?? []);
      return { tops, employers: scope.employers.totalCount, types };
    },
  });
}

function Scope({ viewer }: { viewer: Viewer }) {
  const { language, translate } = useLanguage();
  const [asOf] = useAsOf();
  const facts = [
    [translate("dashboard.scope"), viewer.scope?.name ?? translate("dashboard.all")],
    [translate("dashboard.role"), `${viewer.account.displayName} · ${ROLE_NAMES[viewer.account.role]?.[language]}`],
    [translate("dashboard.day"), dayText(asOf ?? viewer.today, language)],
  ];
  return (
    <Card component="dl" sx={{ m: 0, px: 2, py: 1.5, display: "flex", flexWrap: "wrap", columnGap: 5, rowGap: 1 }}>
      {facts.map(([label, value]) => (
        <Box key={label} sx={{ display: "flex", gap: 1 }}>
          <Typography component="dt" variant="body2" color="textSecondary" sx={{ whiteSpace: "nowrap" }}>
            {label}
          </Typography>
          <Typography component="dd" variant="body2" sx={{ m: 0, fontWeight: 600 }}>
            {value}
          </Typography>
        </Box>
      ))}
    </Card>
  );
}

function QuickLinks() {
  const { translate } = useLanguage();
  const links = [
    ["/tree", translate("menu.tree")],
    ["/tradeUnions", translate("resources.tradeUnions.name", { smart_count: 2 })],
    ["/employers", translate("resources.employers.name", { smart_count: 2 })],
    ["/persons", translate("resources.persons.name", { smart_count: 2 })],
    ["/positions", translate("resources.positions.name", { smart_count: 2 })],
    ["/assessments", translate("resources.assessments.name", { smart_count: 2 })],
  ] as const;
  return (
    <Stack
      component="nav"
      direction="row"
      spacing={1}
      useFlexGap
      sx={{ flexWrap: "wrap" }}
      aria-label={translate("dashboard.quick")}
    >
      {links.map(([to, text]) => (
        <ActionButton key={to} variant="outlined" color="inherit" to={to}>
          {text}
        </ActionButton>
      ))}
    </Stack>
  );
}

function ScopeTotals({ viewer }: { viewer: Viewer }) {
  const { say, translate } = useLanguage();
  const { data, error } = useScope(viewer);
  if (error) return <Alert severity="error">{(error as Error).message}</Alert>;
  if (!data) return <Skeleton variant="rounded" height={360} />;
  const totals = data.tops.map(({ rollup }) => rollup);
  const id = viewer.scope?.id;
  const to = (resource: string) => (id ? underThis(resource, id) : `/${resource}`);
  const children = data.tops
    .flatMap((top) => top.children.nodes)
    .sort((one, other) => other.rollup.memberCount - one.rollup.memberCount);
  const all = data.tops.reduce((count, top) => count + top.children.totalCount, 0);
  const types = UNION_TYPES.filter((type) => data.types[type].totalCount > 0);
  const hint =
    all > DRAWN
      ? `${translate("dashboard.rest", { count: DRAWN, all })}。${translate("dashboard.byUnionHint")}`
      : translate("dashboard.byUnionHint");
  return (
    <>
      <Figures
        large
        figures={[
          { label: translate("dashboard.unions"), value: sum(totals, "unionCount"), to: to("tradeUnions") },
          { label: translate("dashboard.members"), value: sum(totals, "memberCount"), to: to("memberships") },
          { label: translate("dashboard.employees"), value: sum(totals, "employeeCount") },
          { label: translate("dashboard.employers"), value: data.employers, to: to("employers") },
        ]}
      />
      <QuickLinks />
      <Box
        sx={{
          display: "grid",
          gridTemplateColumns: { xs: "minmax(0, 1fr)", lg: "repeat(2, minmax(0, 1fr))" },
          gap: 2,
          alignItems: "start",
        }}
      >
        <BarChart
          title={translate("dashboard.byType")}
          bars={types.map((type) => ({
            name: say(UNION_TYPE_NAMES[type]),
            count: data.types[type].totalCount,
            to: listOf("tradeUnions", { ...(id ? { within: id } : {}), type: { eq: type } }),
          }))}
        />
        {children.length > 0 ? (
          <BarChart
            title={translate("dashboard.byUnion")}
            hint={hint}
            bars={children
              .slice(0, DRAWN)
              .map((one) => ({ name: one.name, count: one.rollup.memberCount, to: underThis("tradeUnions", one.id) }))}
          />
        ) : null}
      </Box>
    </>
  );
}

/** The first page: who I am, the totals of my scope, and where they come from. */
export function Dashboard() {
  const viewer = useViewer();
  const { translate } = useLanguage();
  return (
    <Stack spacing={2} sx={{ mt: 2 }}>
      <Title title={translate("dashboard.title")} />
      {viewer ? (
        <>
          <Scope viewer={viewer} />
          <ScopeTotals viewer={viewer} />
        </>
      ) : null}
    </Stack>
  );
}
