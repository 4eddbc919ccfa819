-- Sustained work at the date, by the best goal reached.
select {by}{best_goal} as goal, {sustained} as sustained, count(*) as persons
from persons
group by all
