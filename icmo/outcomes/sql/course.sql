-- Steps of the accumulated goals: who comes to a goal in a month, and who leaves it for a better
-- one. Added up over the months they are the persons at each goal, month by month.
select {by}goal, step.month as month, sum(step.change)::bigint as persons
from (
  {spells}
) as spells, unnest([
  {{'month': come, 'change': 1}},
  {{'month': went, 'change': -1}}
]) as steps(step)
where come is not null and (went is null or come < went) and step.month is not null
group by all
