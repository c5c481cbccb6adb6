import { Entity, Property } from "@mikro-orm/decorators/legacy";
import { ObjectType } from "type-graphql";
import { Column, Key } from "./marks.js";

/** What every record has: a key for life, and the version that an edit must name. */
@ObjectType()
@Entity({ abstract: true })
export abstract class Row {
  @Key() id!: number;
  @Column("integer", "版本号，修改时须带上。The version an edit must carry.", {
    filter: false,
    order: false,
    lock: true,
  })
  version!: number;
  @Property({ type: "Date", columnType: "timestamptz(3)", fieldName: "amended_at", onUpdate: () => new Date() })
  amendedAt: Date = new Date();
}
