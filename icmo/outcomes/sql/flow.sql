-- Each person's path: category at entry, best goal, sustained work, status.
select {by}category, {best_goal} as goal, {sustained} as sustained,
       coalesce(status_then, 'unknown') as status, count(*) as persons
from persons
group by all
