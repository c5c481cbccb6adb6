import { Admin, CustomRoutes, Resource, type ResourceProps } from "react-admin";
import { createBrowserRouter, Route, RouterProvider } from "react-router-dom";
import { accounts, apiTokens, OwnAccount } from "./access/index.js";
import { assessments, schemes } from "./assessments/index.js";
import { auditEntries } from "./audit/index.js";
import { awardRounds, awards } from "./awards/index.js";
import { attachments, issuedDocuments } from "./documents/index.js";
import { hardshipCases } from "./duties/index.js";
import { employers } from "./employers/index.js";
import { Dashboard, divisions, partyCommittees, TreePage, townshipProfiles, tradeUnions } from "./hierarchy/index.js";
import { memberships, persons } from "./people/index.js";
import { positions, terms } from "./positions/index.js";
import { authProvider, dataProvider, store } from "./shared/console.js";
import { Layout } from "./shared/Layout.js";
import { LoginPage } from "./shared/LoginPage.js";
import { i18nProvider } from "./shared/language.js";
import { NoPage } from "./shared/NoPage.js";
import { darkTheme, lightTheme } from "./shared/theme.js";
import { courses, enrolments, trainingRequirements } from "./training/index.js";

const ROOMS: ResourceProps[] = [
  tradeUnions,
  divisions,
  partyCommittees,
  townshipProfiles,
  employers,
  persons,
  memberships,
  hardshipCases,
  positions,
  terms,
  courses,
  enrolments,
  trainingRequirements,
  awards,
  awardRounds,
  assessments,
  schemes,
  issuedDocuments,
  attachments,
  accounts,
  apiTokens,
  auditEntries,
];

function Console() {
  return (
    <Admin
      {...{ authProvider, dataProvider, i18nProvider, store, darkTheme }}
      theme={lightTheme}
      defaultTheme="light"
      layout={Layout}
      loginPage={LoginPage}
      dashboard={Dashboard}
      catchAll={NoPage}
      requireAuth
      disableTelemetry
    >
      {ROOMS.map((resource) => (
        <Resource key={resource.name} {...resource} />
      ))}
      <CustomRoutes>
        <Route path="/tree" element={<TreePage />} />
        <Route path="/own" element={<OwnAccount />} />
      </CustomRoutes>
    </Admin>
  );
}

// A data router, so that leaving a form with unsaved changes can be held up.
const router = createBrowserRouter([{ path: "*", element: <Console /> }]);

export const App = () => <RouterProvider router={router} />;
