import { endDatabase } from "./database.mjs";

export default endDatabase;
