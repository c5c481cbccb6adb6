import {
  Box,
  Card,
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableRow,
  type Theme,
  ToggleButton,
  ToggleButtonGroup,
  Typography,
  useMediaQuery,
  useTheme,
} from "@mui/material";
import { BarChart as Bars } from "echarts/charts";
import { AriaComponent, GridComponent, TooltipComponent } from "echarts/components";
import { init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef, useState } from "react";
import { Link, useNavigate } from "react-router-dom";
import { countText } from "./display.js";
import { useLanguage } from "./language.js";

use([Bars, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

export interface Bar {
  name: string;
  count: number;
  /** The list the number counts. */
  to?: string;
}

const HEIGHT = 26;
const TALL = 38;
/** Width of a character on the axis, of the Han script and of others, in pixels. */
const WIDE = 13;
const SLIM = 7;
/** A name longer than this takes two lines on a telephone. */
const TIGHT = 150;
const widthOf = (name: string) =>
  [...name].reduce((width, one) => width + (/\p{Script=Han}|[（）]/u.test(one) ? WIDE : SLIM), 0);

function Drawing({ bars, label }: { bars: Bar[]; label: string }) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const navigate = useNavigate();
  const { text, divider, primary } = theme.palette;
  const longest = Math.max(0, ...bars.map(({ name }) => widthOf(name)));
  const isTall = useMediaQuery<Theme>((given) => given.breakpoints.down("sm")) && longest > TIGHT;
  useEffect(() => {
    if (!box.current) return;
    const width = Math.min(longest, box.current.clientWidth / 2);
    const chart = init(box.current, null, { renderer: "svg" });
    const font = { color: text.primary, fontFamily: theme.typography.fontFamily ?? "sans-serif", fontSize: 13 };
    chart.setOption({
      animation: false,
      aria: { enabled: true, label: { description: label } },
      grid: { left: 8, right: 64, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
      tooltip: { valueFormatter: (value: number) => countText(value) },
      xAxis: { type: "value", axisLabel: { show: false }, splitLine: { lineStyle: { color: divider } } },
      yAxis: {
        type: "category",
        inverse: true,
        data: bars.map(({ name }) => name),
        axisLabel: { ...font, width, overflow: "break", lineHeight: 16 },
        axisTick: { show: false },
        axisLine: { lineStyle: { color: divider } },
      },
      series: [
        {
          type: "bar",
          data: bars.map(({ count }) => count),
          barMaxWidth: 18,
          itemStyle: { color: primary.main },
          cursor: bars.some(({ to }) => to) ? "pointer" : "default",
          label: {
            show: true,
            position: "right",
            formatter: ({ value }: { value: number }) => countText(value),
            textBorderWidth: 0,
            ...font,
          },
        },
      ],
    } as never);
    chart.on("click", ({ dataIndex }) => {
      const to = bars[dataIndex as number]?.to;
      if (to) navigate(to);
    });
    const watch = new ResizeObserver(() => chart.resize());
    watch.observe(box.current);
    return () => {
      watch.disconnect();
      chart.dispose();
    };
  }, [bars, label, longest, navigate, text, divider, primary, theme]);
  return (
    <Box
      ref={box}
      role="img"
      aria-label={label}
      sx={{ height: bars.length * (isTall ? TALL : HEIGHT) + 16, minWidth: 0 }}
    />
  );
}

function Figures({ bars, label }: { bars: Bar[]; label: string }) {
  const { translate } = useLanguage();
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell>{translate("dashboard.name")}</TableCell>
          <TableCell align="right">{translate("dashboard.count")}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {bars.map(({ name, count, to }) => (
          <TableRow key={name}>
            <TableCell>
              {to ? (
                <Box component={Link} to={to} sx={{ color: "info.main" }}>
                  {name}
                </Box>
              ) : (
                name
              )}
            </TableCell>
            <TableCell align="right">{countText(count)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Numbers as bars with their values beside them, or as a table; a bar or a name opens the list it counts. */
export function BarChart({ title, hint, bars }: { title: string; hint?: string | undefined; bars: Bar[] }) {
  const { translate } = useLanguage();
  const [form, setForm] = useState<"chart" | "table">("chart");
  return (
    <Card component="section" aria-label={title} sx={{ p: 2, minWidth: 0 }}>
      <Box sx={{ display: "flex", alignItems: "flex-start", gap: 1, mb: 1 }}>
        <Box sx={{ flex: 1 }}>
          <Typography variant="h6" component="h2">
            {title}
          </Typography>
          {hint ? (
            <Typography variant="body2" color="textSecondary">
              {hint}
            </Typography>
          ) : null}
        </Box>
        <ToggleButtonGroup
          size="small"
          exclusive
          value={form}
          onChange={(_, chosen) => chosen && setForm(chosen)}
          aria-label={title}
        >
          <ToggleButton value="chart" sx={{ py: 0.25 }}>
            {translate("dashboard.chart")}
          </ToggleButton>
          <ToggleButton value="table" sx={{ py: 0.25 }}>
            {translate("dashboard.table")}
          </ToggleButton>
        </ToggleButtonGroup>
      </Box>
      {form === "chart" ? <Drawing bars={bars} label={title} /> : <Figures bars={bars} label={title} />}
    </Card>
  );
}
