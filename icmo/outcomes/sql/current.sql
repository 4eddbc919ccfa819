-- Who is at which goal in each month, among those who are in the project that month.
select {by}month, coalesce(goal, 0) as goal, count(*) as persons
from goals_by_month
where month between entry and least(coalesce("exit", {end}), {end}) and month between {since} and {at}
group by all
