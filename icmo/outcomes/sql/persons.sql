-- One row for each person who had entered by the date: the first month at each goal, paid work in
-- the months of the window up to the date (one bit a month), and statuses at two dates.
select
  any_value("case") as "case",
  any_value(category) as category,
  any_value(entry) as entry,
  {firsts},
  bit_or(case when paid and month between {at} - {within} + 1 and {at}
              then 1::bigint << ({at} - month) else 0 end) as paid_months,
  bit_or(case when full_time and month between {at} - {within} + 1 and {at}
              then 1::bigint << ({at} - month) else 0 end) as full_months,
  max(case when month = {at} then status end) as status_then,
  max(case when month = {before} then status end) as status_before
from goals_by_month
group by person
