-- Every month with the goal it reaches, the status it shows, and whether there was paid work.
-- A goal counts from entry to exit, and no later than the project's end.
select
  person, "case", category, entry, "exit", month,
  case when month between entry and least(coalesce("exit", {end}), {end})
       then case {goals} end
  end as goal,
  case {statuses} end as status,
  {paid_hours} as paid,
  {full_hours} as full_time
from checked_months
where entry <= {at}
