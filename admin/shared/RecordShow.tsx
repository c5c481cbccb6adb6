import EditIcon from "@mui/icons-material/Edit";
import ListIcon from "@mui/icons-material/List";
import type { ReactNode } from "react";
import { Show, TabbedShowLayout, TabbedShowLayoutTabs, TopToolbar, useRecordContext } from "react-admin";
import { ActionButton } from "./ActionButton.js";
import { AuditTimeline } from "./AuditTimeline.js";
import { type Description, resourceOf } from "./description.js";
import { FactSections } from "./FactSections.js";
import { useLanguage } from "./language.js";
import type { Row } from "./naming.js";
import { useNameOf } from "./RecordLink.js";
import { RelatedList } from "./RelatedList.js";
import { useWhyNotAmend } from "./whyNot.js";

/** A further tab of a record's page. */
export interface Tab {
  /** Key of its label in the words, and its place in the address. */
  label: string;
  path: string;
  content: ReactNode;
}

/** A tab with the records that point at this one. */
export const related = (label: string, description: Description, target: string, history?: boolean): Tab => ({
  label,
  path: resourceOf(description.record),
  content: <RelatedList description={description} target={target} history={history ?? false} />,
});

/** What a tab holds, without the field label react-admin would put over it. */
interface Unlabelled {
  label: false;
  children?: ReactNode;
}

const Plain = ({ children }: Unlabelled) => <>{children}</>;

function Basics({ description, children }: Unlabelled & { description: Description }) {
  const row = useRecordContext<Row & { id: string }>();
  return row ? (
    <>
      {children}
      <FactSections description={description} row={row} />
    </>
  ) : null;
}

export function EditAction({ description }: { description: Description }) {
  const row = useRecordContext<Row & { id: string }>();
  const whyNot = useWhyNotAmend(description.record, row);
  const { translate } = useLanguage();
  if (!row || !description.writes.update) return null;
  return (
    <ActionButton
      size="small"
      variant="contained"
      startIcon={<EditIcon />}
      to={`/${resourceOf(description.record)}/${encodeURIComponent(row.id)}`}
      whyNot={whyNot}
    >
      {translate("ra.action.edit")}
    </ActionButton>
  );
}

function Title() {
  const row = useRecordContext();
  const nameOf = useNameOf();
  return row ? <span>{nameOf(row)}</span> : null;
}

interface Page {
  description: Description;
  tabs?: Tab[];
  actions?: ReactNode;
  /** Shown above the facts on the first tab. */
  head?: ReactNode;
}

/** The page of one record: its facts, what belongs to it, and who changed what. */
export function RecordShow({ description, tabs = [], actions, head }: Page) {
  const { translate } = useLanguage();
  const resource = resourceOf(description.record);
  return (
    <Show
      title={<Title />}
      sx={{ minWidth: 0, "& .RaShow-main, & .RaShow-card": { minWidth: 0, maxWidth: "100%" } }}
      actions={
        <TopToolbar sx={{ gap: 1, flexWrap: "wrap" }}>
          <ActionButton size="small" startIcon={<ListIcon />} to={`/${resource}`}>
            {translate("ra.action.list")}
          </ActionButton>
          {actions}
          <EditAction description={description} />
        </TopToolbar>
      }
    >
      <TabbedShowLayout
        tabs={<TabbedShowLayoutTabs variant="scrollable" scrollButtons="auto" allowScrollButtonsMobile />}
      >
        <TabbedShowLayout.Tab label="union.basics">
          <Basics description={description} label={false}>
            {head}
          </Basics>
        </TabbedShowLayout.Tab>
        {tabs.map(({ label, path, content }) => (
          <TabbedShowLayout.Tab key={path} label={label} path={path}>
            <Plain label={false}>{content}</Plain>
          </TabbedShowLayout.Tab>
        ))}
        <TabbedShowLayout.Tab label="union.audit" path="audit">
          <Plain label={false}>
            <AuditTimeline description={description} />
          </Plain>
        </TabbedShowLayout.Tab>
      </TabbedShowLayout>
    </Show>
  );
}
