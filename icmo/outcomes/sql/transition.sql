-- From what to what.
select {by}{origin} as origin, coalesce(status_then, 'unknown') as status, count(*) as persons
from persons
group by all
