export const townshipFacts = `create function township_facts(union_id integer, day date) returns jsonb language sql stable as $$ select null::jsonb $$;`;
