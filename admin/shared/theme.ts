import { deepmerge } from "@mui/utils";
import { defaultDarkTheme, defaultLightTheme, type RaThemeOptions } from "react-admin";

const SANS =
  '"Noto Sans SC", "PingFang SC", "Microsoft YaHei", "Source Han Sans SC", "Noto Sans CJK SC", "WenQuanYi Micro Hei", system-ui, sans-serif';
/** The face of official headings, for the name of the system only. */
export const SERIF = '"Noto Serif SC", "Source Han Serif SC", "Songti SC", "SimSun", "Noto Serif CJK SC", serif';

const focus = { outline: "2px solid currentColor", outlineOffset: 2 };

/** What a finger has to hit is as large as a fingertip. */
const touch = { "@media (pointer: coarse)": { minHeight: 44, minWidth: 44 } };

/** On a telephone the buttons over a page stand on its ground, a little above what they are about. */
const bare = { "@media (max-width: 599.95px)": { backgroundColor: "transparent", paddingBottom: 8 } };

const shared: RaThemeOptions = {
  typography: {
    fontFamily: SANS,
    fontSize: 14,
    h5: { fontWeight: 600, fontSize: "1.25rem" },
    h6: { fontWeight: 600, fontSize: "1rem" },
    subtitle2: { fontWeight: 600 },
    button: { textTransform: "none", fontWeight: 500 },
  },
  shape: { borderRadius: 4 },
  sidebar: { width: 208, closedWidth: 52 },
  components: {
    RaTopToolbar: { styleOverrides: { root: bare } },
    RaListToolbar: { styleOverrides: { root: bare } },
    MuiPaper: { defaultProps: { elevation: 0 }, styleOverrides: { root: { backgroundImage: "none" } } },
    MuiCard: { defaultProps: { variant: "outlined" } },
    MuiTextField: { defaultProps: { variant: "outlined", margin: "dense", size: "small", fullWidth: true } },
    MuiFormControl: { defaultProps: { variant: "outlined", margin: "dense", size: "small", fullWidth: true } },
    MuiButton: { defaultProps: { disableElevation: true }, styleOverrides: { root: touch } },
    MuiIconButton: { styleOverrides: { root: touch } },
    MuiToggleButton: { styleOverrides: { root: touch } },
    MuiMenuItem: { styleOverrides: { root: touch } },
    MuiListItemButton: { styleOverrides: { root: touch } },
    MuiAutocomplete: { styleOverrides: { option: { "@media (pointer: coarse)": { "&&": { minHeight: 44 } } } } },
    MuiTreeItem: { styleOverrides: { content: { "@media (pointer: coarse)": { minHeight: 44 } } } },
    MuiOutlinedInput: { styleOverrides: { root: { "@media (pointer: coarse)": { minHeight: 44 } } } },
    MuiButtonBase: { styleOverrides: { root: { "&.Mui-focusVisible": focus } } },
    MuiLink: { styleOverrides: { root: { textUnderlineOffset: 3, "&:focus-visible": focus } } },
    MuiTab: { styleOverrides: { root: { minHeight: 44, fontSize: 14 } } },
    MuiTableCell: { styleOverrides: { root: { fontSize: 14, fontVariantNumeric: "tabular-nums" } } },
    MuiTooltip: { defaultProps: { arrow: true, enterTouchDelay: 100 }, styleOverrides: { tooltip: { fontSize: 13 } } },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          borderLeft: "3px solid transparent",
          paddingLeft: 13,
          paddingTop: 5,
          paddingBottom: 5,
          fontSize: 14,
          "& .RaMenuItemLink-icon": { minWidth: 34 },
        },
      },
    },
  } as RaThemeOptions["components"],
};

const light: RaThemeOptions = {
  palette: {
    mode: "light",
    primary: { main: "#9f1d1a", dark: "#7c1512", light: "#b9443f", contrastText: "#ffffff" },
    secondary: { main: "#ffffff", contrastText: "#1f2328" },
    info: { main: "#1b4f8a" },
    success: { main: "#1f6b3a" },
    warning: { main: "#8a5300" },
    error: { main: "#b3261e" },
    background: { default: "#f5f5f3", paper: "#ffffff" },
    text: { primary: "#1f2328", secondary: "#565d66" },
    divider: "#dfe1e4",
  },
  components: {
    MuiTableHead: {
      styleOverrides: { root: { "& th": { backgroundColor: "#f3f4f5", color: "#3d434b", fontWeight: 600 } } },
    },
    RaToolbar: { styleOverrides: { root: { backgroundColor: "#f7f7f6", borderTop: "1px solid #dfe1e4" } } },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          color: "#3d434b",
          "&.RaMenuItemLink-active": {
            color: "#7c1512",
            borderLeftColor: "#9f1d1a",
            backgroundColor: "#f7eceb",
            fontWeight: 600,
          },
        },
      },
    },
  } as RaThemeOptions["components"],
};

const dark: RaThemeOptions = {
  palette: {
    mode: "dark",
    primary: { main: "#f0918b", contrastText: "#2a0b0a" },
    secondary: { main: "#1d2024", contrastText: "#eceef0" },
    info: { main: "#8ab8ec" },
    background: { default: "#15171a", paper: "#1d2024" },
    divider: "#363b42",
  },
  components: {
    MuiTableHead: { styleOverrides: { root: { "& th": { backgroundColor: "#262a2f", fontWeight: 600 } } } },
    RaToolbar: { styleOverrides: { root: { backgroundColor: "#1d2024", borderTop: "1px solid #363b42" } } },
    RaMenuItemLink: {
      styleOverrides: {
        root: {
          "&.RaMenuItemLink-active": { borderLeftColor: "#f0918b", backgroundColor: "#33211f", fontWeight: 600 },
        },
      },
    },
  } as RaThemeOptions["components"],
};

export const lightTheme: RaThemeOptions = deepmerge(deepmerge(defaultLightTheme, shared), light);
export const darkTheme: RaThemeOptions = deepmerge(deepmerge(defaultDarkTheme, shared), dark);
