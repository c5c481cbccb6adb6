import AccountCircleIcon from "@mui/icons-material/AccountCircle";
import Brightness4Icon from "@mui/icons-material/Brightness4";
import TranslateIcon from "@mui/icons-material/Translate";
import {
  Box,
  Chip,
  GlobalStyles,
  ListItemIcon,
  ListItemText,
  MenuItem,
  Stack,
  type Theme,
  Typography,
  useMediaQuery,
} from "@mui/material";
import { type ReactNode, useEffect } from "react";
import {
  AppBar,
  Layout as Frame,
  Logout,
  TitlePortal,
  UserMenu,
  useLocaleState,
  useLocales,
  useTheme,
} from "react-admin";
import { Link } from "react-router-dom";
import { ROLE_NAMES } from "../../schema/access/permissions.rules.js";
import { AsOfBar, useAsOf } from "./AsOf.js";
import { dayText } from "./display.js";
import { Emblem } from "./Emblem.js";
import { GrantSwitch } from "./GrantSwitch.js";
import { useLanguage } from "./language.js";
import { Menu } from "./Menu.js";
import { QuickSearch } from "./QuickSearch.js";
import { SignInAgain } from "./SignInAgain.js";
import { StepFirst } from "./StepFirst.js";
import { useSetting } from "./setting.js";
import { SERIF } from "./theme.js";
import { useViewer } from "./viewer.js";

/** Who is signed in, as what and where. */
function Who() {
  const viewer = useViewer();
  const { language } = useLanguage();
  if (!viewer) return null;
  return (
    <Box sx={{ px: 2, py: 1, maxWidth: 260 }}>
      <Typography variant="subtitle2">{viewer.account.displayName}</Typography>
      <Typography variant="body2" color="textSecondary">
        {ROLE_NAMES[viewer.account.role]?.[language]}
        {viewer.scope ? ` · ${viewer.scope.name}` : ""}
      </Typography>
    </Box>
  );
}

/** On a telephone the choice of language and theme moves into the menu of the account. */
function LanguageItem() {
  const [locale, setLocale] = useLocaleState();
  const [other] = useLocales().filter((one) => one.locale !== locale);
  return other ? (
    <MenuItem onClick={() => setLocale(other.locale)}>
      <ListItemIcon>
        <TranslateIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{other.name}</ListItemText>
    </MenuItem>
  ) : null;
}

/** Leads to what everyone keeps for themselves: password, second factor, sessions. */
function OwnAccountItem() {
  const { translate } = useLanguage();
  return (
    <MenuItem component={Link} to="/own">
      <ListItemIcon>
        <AccountCircleIcon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate("own.title")}</ListItemText>
    </MenuItem>
  );
}

function ThemeItem() {
  const { translate } = useLanguage();
  const [theme, setTheme] = useTheme();
  return (
    <MenuItem onClick={() => setTheme(theme === "dark" ? "light" : "dark")}>
      <ListItemIcon>
        <Brightness4Icon fontSize="small" />
      </ListItemIcon>
      <ListItemText>{translate("ra.action.toggle_theme")}</ListItemText>
    </MenuItem>
  );
}

/** The name of the page; on a telephone on two lines, with a mark where it is cut. */
const HEADING = {
  fontWeight: 600,
  minWidth: 0,
  fontSize: { xs: 14, sm: 16 },
  lineHeight: 1.3,
  whiteSpace: { xs: "normal", sm: "nowrap" },
  display: { xs: "-webkit-box", sm: "block" },
  WebkitLineClamp: "2",
  WebkitBoxOrient: "vertical",
  overflow: "hidden",
  textOverflow: "ellipsis",
};

function Bar() {
  const { translate } = useLanguage();
  const small = useMediaQuery<Theme>((theme) => theme.breakpoints.down("sm"));
  const setting = useSetting();
  const viewer = useViewer();
  return (
    <AppBar
      color="secondary"
      elevation={0}
      sx={{ borderTop: 3, borderTopColor: "primary.main", borderBottom: 1, borderBottomColor: "divider" }}
      toolbar={small ? null : undefined}
      userMenu={
        <UserMenu label={viewer?.account.displayName ?? "ra.auth.user_menu"}>
          <Who />
          <OwnAccountItem />
          {small ? <LanguageItem /> : null}
          {small ? <ThemeItem /> : null}
          <Logout />
        </UserMenu>
      }
    >
      <Stack
        component={Link}
        to="/"
        direction="row"
        spacing={1}
        sx={{
          display: { xs: "none", sm: "flex" },
          alignItems: "center",
          color: "primary.main",
          textDecoration: "none",
          mr: 2,
          flex: "none",
        }}
        aria-label={translate("console.title")}
      >
        <Emblem sx={{ fontSize: 28 }} />
        {small ? null : (
          <Typography sx={{ fontFamily: SERIF, fontSize: 20, fontWeight: 700, letterSpacing: 2 }}>
            {translate("console.title")}
          </Typography>
        )}
      </Stack>
      {setting?.demonstration && !small ? (
        <Chip size="small" variant="outlined" label={translate("console.demonstration")} sx={{ mr: 2 }} />
      ) : null}
      <TitlePortal component="h1" variant="body1" sx={HEADING} />
      <GrantSwitch />
      <Box sx={{ mr: 1, display: "flex", alignItems: "center" }}>
        <QuickSearch />
        <AsOfBar />
      </Box>
    </AppBar>
  );
}

/** A line over every page while another day than today is shown. */
function PastNotice() {
  const [asOf] = useAsOf();
  const { language, translate } = useLanguage();
  if (!asOf) return null;
  return (
    <Box
      role="status"
      sx={{ bgcolor: "warning.main", color: "warning.contrastText", px: 2, py: 0.5, mx: -1, fontSize: 14 }}
    >
      {translate("asOf.readOnly", { day: dayText(asOf, language) })}
    </Box>
  );
}

/** On paper a page is its heading and what it holds; what is for the hand stays away. */
const PRINTED = {
  "@media print": {
    "header button, nav, .RaSidebar-root, .RaSidebar-docked, .RaTopToolbar, .MuiToolbar-root:has(> .MuiButton-root), .MuiTablePagination-root, .MuiTabs-root":
      { display: "none !important" },
    "header.MuiAppBar-root": { position: "static !important" },
    ".RaLayout-appFrame": { marginTop: "0 !important" },
    body: { backgroundColor: "#fff" },
  },
};

/** The frame around every page. */
export function Layout({ children }: { children: ReactNode }) {
  const { language } = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  }, [language]);
  return (
    <Frame
      appBar={Bar}
      menu={Menu}
      appBarAlwaysOn
      sx={{
        minWidth: 0,
        "& .RaLayout-content, & .RaLayout-contentWithSidebar": { minWidth: 0 },
        "& .RaLayout-content": { pb: 3 },
        "& .RaLayout-appFrame": { mt: { xs: 7.5, sm: 6.5 } },
      }}
    >
      <GlobalStyles styles={PRINTED} />
      <PastNotice />
      <StepFirst>{children}</StepFirst>
      <SignInAgain />
    </Frame>
  );
}
