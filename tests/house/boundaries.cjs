/** The walls of the house: who may import whom. Each is shown a planted sin by boundaries.test.ts. */
const wall = (name, from, to) => ({ name, severity: "error", from, to });
const builtIn = { dependencyTypesNot: ["core"] };

module.exports = {
  forbidden: [
    wall("schema-stands-alone", { path: "^schema/" }, { path: "^(api|admin|reports|tests)/" }),
    wall(
      "schema-takes-few-packages",
      { path: "^schema/", pathNot: "\\.rules\\.ts$" },
      {
        pathNot: [
          "^schema/",
          "(^|/)node_modules/(@mikro-orm/(core|decorators|migrations)|type-graphql|graphql|graphql-scalars|class-validator|reflect-metadata)/",
        ],
        ...builtIn,
      },
    ),
    wall("register-imports-nothing", { path: "^schema/records\\.ts$" }, { path: ".+" }),
    // The register is law too: a bare table that imports nothing.
    wall("rules-are-pure", { path: "\\.rules\\.ts$" }, { pathNot: ["\\.rules\\.ts$", "^schema/records\\.ts$"] }),
    wall(
      "reports-only-draw",
      { path: "^reports/" },
      {
        pathNot: [
          "^reports/",
          "\\.rules\\.ts$",
          "(^|/)node_modules/(@types/)?(pdfmake|fontkit|wawoff2|echarts|pkijs|asn1js|canonicalize|@signpdf)/",
        ],
        ...builtIn,
      },
    ),
    wall(
      "console-sees-only-law",
      { path: "^admin/" },
      { path: "^(api|reports|schema)/", pathNot: ["\\.rules\\.ts$", "^schema/records\\.ts$"] },
    ),
    wall(
      "console-runs-in-a-browser",
      { path: "^admin/", pathNot: "^admin/vite\\.config\\.ts$" },
      { dependencyTypes: ["core"] },
    ),
    wall(
      "rooms-meet-through-actions",
      { path: "^api/([^/]+)/" },
      { path: "^api/.+\\.resolver\\.ts$", pathNot: "^api/$1/" },
    ),
    wall(
      "paper-has-one-door",
      { path: "^api/", pathNot: "^api/report(Door|Command)\\.ts$" },
      { path: "^reports/", pathNot: "\\.rules\\.ts$" },
    ),
    wall("api-knows-no-screens", { path: "^api/" }, { path: "^admin/" }),
    wall("nothing-leans-on-proof", { pathNot: "^tests/" }, { path: "^tests/" }),
    wall(
      "no-package-by-accident",
      { path: "^(schema|api|reports|admin|tests)/" },
      { dependencyTypes: ["npm-no-pkg", "npm-unknown"] },
    ),
    wall("product-runs-without-tools", { path: "^(schema|api|reports)/" }, { dependencyTypes: ["npm-dev"] }),
    wall("everything-imported-exists", { path: "^(schema|api|reports|admin|tests)/" }, { couldNotResolve: true }),
    // Entities point at each other by relations, which are read lazily, and types are gone when the program runs; any other circle is a knot.
    wall(
      "only-entities-form-circles",
      { pathNot: "\\.entity\\.ts$" },
      { circular: true, viaOnly: { pathNot: "\\.entity\\.ts$", dependencyTypesNot: ["type-only"] } },
    ),
  ],
  options: {
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default", "types"] },
    exclude: { path: "^(dist|tests/bench/peers)/" },
  },
};
