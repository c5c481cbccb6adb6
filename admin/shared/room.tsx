import type { ComponentType, ReactNode } from "react";
import type { ResourceProps } from "react-admin";
import { type Description, resourceOf } from "./description.js";
import { currentLanguage } from "./language.js";
import { NAMING } from "./naming.js";
import { RecordCreate, RecordEdit } from "./RecordForms.js";
import { RecordList } from "./RecordList.js";
import { RecordShow, type Tab } from "./RecordShow.js";

/** What a room adds to what its facts already say. */
interface Additions {
  icon: ComponentType;
  list?: ComponentType;
  show?: ComponentType;
  edit?: ComponentType;
  create?: ComponentType;
  /** Further tabs of its page. */
  tabs?: Tab[];
  /** Buttons of its page. */
  actions?: ReactNode;
  head?: ReactNode;
}

/** A resource of react-admin from the description of a record: list, page and forms unless the room brings its own. */
export function room(description: Description, additions: Additions): ResourceProps {
  const { writes, record } = description;
  const { icon, tabs = [], actions, head } = additions;
  const list = additions.list ?? (() => <RecordList description={description} />);
  const show =
    additions.show ?? (() => <RecordShow description={description} tabs={tabs} actions={actions} head={head} />);
  const edit = additions.edit ?? (() => <RecordEdit description={description} />);
  const create = additions.create ?? (() => <RecordCreate description={description} />);
  return {
    name: resourceOf(record),
    icon,
    list,
    show,
    ...(writes.update ? { edit } : {}),
    ...(writes.create ? { create } : {}),
    recordRepresentation: (row) => NAMING[record].name(row, currentLanguage()),
  };
}
