-- How many persons have each goal as their best so far; 0 is none.
select {by}{best_goal} as goal, count(*) as persons
from persons
group by all
