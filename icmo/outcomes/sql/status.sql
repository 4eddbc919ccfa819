-- Status in one month; unknown where a person has no row for it.
select {by}coalesce(status_then, 'unknown') as status, count(*) as persons
from persons
group by all
