/** What callers may still spend. Servers take points from here in blocks, so that several of them share one bucket. */
export const limits = /* sql */ `
create table cost_budget (
  holder text primary key, -- token:PREFIX or account:ID
  hourly integer check (hourly > 0), -- where it differs from what its kind is given
  available double precision not null,
  at timestamptz not null default clock_timestamp()
);

-- Gives at least the wanted points and at most a block, or nothing. The bucket fills evenly with the hour.
create function lease_points(for_holder text, wanted double precision, block double precision, usual integer)
  returns table (granted double precision, available double precision, hourly integer) language plpgsql as $$
declare
  rest double precision;
  moment timestamptz;
begin
  insert into cost_budget (holder, available) values (for_holder, usual) on conflict (holder) do nothing;
  select b.available, coalesce(b.hourly, usual), b.at into rest, hourly, moment from cost_budget b where b.holder = for_holder for update;
  rest := least(hourly, rest + hourly * greatest(0, extract(epoch from clock_timestamp() - moment)) / 3600);
  granted := case when rest >= wanted then least(rest, greatest(wanted, block)) else 0 end;
  available := rest - granted;
  update cost_budget b set available = lease_points.available, at = clock_timestamp() where b.holder = for_holder;
  return next;
end $$;
`;
