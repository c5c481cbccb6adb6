import { Entity } from "@mikro-orm/decorators/legacy";
import { ObjectType } from "type-graphql";
import { Key } from "./marks.js";

/** A row of history that is only ever closed or superseded, so it needs no version for editors. */
@ObjectType()
@Entity({ abstract: true })
export abstract class Dated {
  @Key() id!: number;
}
