-- How written cells are read. A month is a number, year * 12 + month - 1, so that the next month
-- is one more. Dates with the year last are Danish: the day first.
create or replace macro month_of(year_, month_) as
  case when month_ between 1 and 12 and year_ between 1900 and 2199
       then year_ * 12 + month_ - 1 end;

create or replace macro written_month(cell) as
  case
    when regexp_full_match(cell, '\d{4}-?\d{2}')
      then month_of(left(cell, 4)::integer, right(cell, 2)::integer)
    when try_cast(cell as timestamp) is not null
      then month_of(year(try_cast(cell as timestamp)), month(try_cast(cell as timestamp)))
    when regexp_full_match(cell, '\d{1,2}[-./]\d{4}')
      then month_of(right(cell, 4)::integer, regexp_extract(cell, '^\d+')::integer)
    when regexp_full_match(cell, '\d{1,2}[-./]\d{1,2}[-./]\d{4}')
      then month_of(right(cell, 4)::integer, regexp_extract(cell, '^\d+[-./](\d+)', 1)::integer)
  end::integer;

-- 20.5, 20,5 and 1.020,5 are numbers; 1,020.5 is not Danish and is not guessed at.
create or replace macro written_number(cell) as
  try_cast(case when contains(cell, ',') then replace(replace(cell, '.', ''), ',', '.') else cell end
           as double);

-- Yes is one day or more, so it is read as one; a number is a number of days.
create or replace macro written_days(cell) as
  case lower(cell)
    when '1' then 1 when '0' then 0
    when 'ja' then 1 when 'nej' then 0 when 'yes' then 1 when 'no' then 0
    when 'true' then 1 when 'false' then 0 when 'sand' then 1 when 'falsk' then 0
    when 'x' then 1 when 'j' then 1 when 'n' then 0
    else written_number(cell)
  end;
