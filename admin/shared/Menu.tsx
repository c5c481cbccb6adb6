import AccountTreeIcon from "@mui/icons-material/AccountTree";
import DashboardIcon from "@mui/icons-material/Dashboard";
import DataObjectIcon from "@mui/icons-material/DataObject";
import {
  Box,
  List,
  ListItem,
  ListItemButton,
  ListItemIcon,
  ListItemText,
  type Theme,
  Tooltip,
  Typography,
  useMediaQuery,
} from "@mui/material";
import { type ComponentType, createElement } from "react";
import { useResourceDefinitions, useSidebarState } from "react-admin";
import { NavLink } from "react-router-dom";
import { RECORDS, type RecordName } from "../../schema/records.js";
import { descriptionOf } from "./descriptions.js";
import { useLanguage } from "./language.js";
import { useWhyNot } from "./whyNot.js";

const GROUPS: [string, RecordName[]][] = [
  ["organisation", ["TradeUnion", "Employer"]],
  ["people", ["Person", "Membership", "Position", "Term", "HardshipCase"]],
  ["work", ["Assessment", "Course", "Enrolment", "Award", "AwardRound", "IssuedDocument", "Attachment"]],
  ["reference", ["Division", "PartyCommittee", "TownshipProfile", "TrainingRequirement", "Scheme"]],
  ["keeping", ["Account", "ApiToken", "AuditEntry"]],
];

interface Entry {
  to: string;
  text: string;
  icon: ComponentType;
  /** Whether it is a page outside the console. */
  outside?: boolean;
}

function MenuEntry({ to, text, icon, outside }: Entry) {
  const [open, setOpen] = useSidebarState();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down("md"));
  const where = outside ? { component: "a", href: to } : { component: NavLink, to, end: to === "/" };
  return (
    <ListItem disablePadding>
      <Tooltip title={open ? "" : text} placement="right">
        <ListItemButton
          {...where}
          onClick={() => small && setOpen(false)}
          aria-label={text}
          sx={{
            minHeight: 36,
            py: 0.5,
            pl: "13px",
            borderLeft: "3px solid transparent",
            color: "text.primary",
            "&.active": { borderLeftColor: "primary.main", bgcolor: "action.selected", color: "primary.main" },
          }}
        >
          <ListItemIcon sx={{ minWidth: 34, color: "inherit", "& svg": { fontSize: 20 } }}>
            {createElement(icon)}
          </ListItemIcon>
          {open ? (
            <ListItemText primary={text} slotProps={{ primary: { noWrap: true, sx: { fontSize: 14 } } }} />
          ) : null}
        </ListItemButton>
      </Tooltip>
    </ListItem>
  );
}

function Group({ name, entries }: { name: string; entries: Entry[] }) {
  const { translate } = useLanguage();
  const [open] = useSidebarState();
  if (entries.length === 0) return null;
  const label = translate(`menu.${name}`);
  return (
    <>
      {open ? (
        <Typography
          component="h2"
          variant="caption"
          color="textSecondary"
          sx={{ display: "block", px: 2, pt: 1.5, pb: 0.25 }}
        >
          {label}
        </Typography>
      ) : (
        <Box sx={{ borderTop: 1, borderColor: "divider", my: 0.5 }} />
      )}
      <List dense disablePadding aria-label={label}>
        {entries.map((entry) => (
          <MenuEntry key={entry.to} {...entry} />
        ))}
      </List>
    </>
  );
}

/** The groups of the menu with their entries; kinds of record the viewer may not read are left out. */
function useGroups(): [string, Entry[]][] {
  const { say, translate } = useLanguage();
  const whyNot = useWhyNot();
  const definitions = useResourceDefinitions();
  const entriesOf = (records: RecordName[]): Entry[] =>
    records
      .filter((record) => !whyNot("read", record))
      .map((record) => {
        const { many } = RECORDS[record];
        return {
          to: `/${many}`,
          text: say(descriptionOf(many).plural),
          icon: definitions[many]?.icon ?? DashboardIcon,
        };
      });
  const tree = { to: "/tree", text: translate("menu.tree"), icon: AccountTreeIcon };
  const explorer = { to: "/graphiql", text: translate("menu.explorer"), icon: DataObjectIcon, outside: true };
  return GROUPS.map(([name, records]) => {
    const before = name === "organisation" ? [tree] : [];
    const after = name === "keeping" ? [explorer] : [];
    return [name, [...before, ...entriesOf(records), ...after]];
  });
}

/** Every page of the console the menu leads to. */
export function useMenu(): { to: string; text: string }[] {
  return useGroups()
    .flatMap(([, entries]) => entries)
    .filter(({ outside }) => !outside);
}

/** The menu, in the groups of the trade. */
export function Menu() {
  const { translate } = useLanguage();
  const groups = useGroups();
  return (
    <Box component="nav" aria-label={translate("ra.action.open_menu")} sx={{ pt: 1, pb: 4, width: "100%" }}>
      <List dense disablePadding>
        <MenuEntry to="/" text={translate("dashboard.title")} icon={DashboardIcon} />
      </List>
      {groups.map(([name, entries]) => (
        <Group key={name} name={name} entries={entries} />
      ))}
    </Box>
  );
}
