-- combination_fault: combinations of codes that no list or rule knows.
--
-- in:    agreement, area, combination, drop_reason, measure, place
-- grain: measure, period, place, area, agreement, reference_date, drop_reason,
--        is_named, has_amount
-- why:   codes are looked up here, in a few hundred rows. Only where this is
--        not empty are all rows looked at again, for their lines.

with looked_up as (
    select
        combination.*,
        case
            when known_measure.measure is null
                then struct_pack(
                    column_name := 'measure', text := combination.measure,
                    reason := 'unknown measure'
                )
            when not coalesce(regexp_full_match(
                combination.period,
                '[1-9][0-9]{3}(/[0-9]{2}|-(0[1-9]|1[0-2])(-[0-9]{2})?)?'
            ), false)
                or combination.period[5] = '/'
                and combination.period[6:] <> right(
                    (try_cast(combination.period[:4] as integer) + 1)::varchar,
                    2
                )
                or length(combination.period) = 10
                and try_strptime(combination.period, '%Y-%m-%d') is null
                then struct_pack(
                    column_name := 'period', text := combination.period,
                    reason := 'not a period'
                )
            when combination.drop_reason is not null
                and drop_reason.code is null
                then struct_pack(
                    column_name := 'drop_reason',
                    text := combination.drop_reason,
                    reason := 'unknown drop_reason'
                )
            when combination.drop_reason is not null then null
            when combination.place is null
                then struct_pack(
                    column_name := 'place', text := '',
                    reason := 'no place; SE-okand is one that is not stated'
                )
            when place.code is null
                then struct_pack(
                    column_name := 'place', text := combination.place,
                    reason := 'unknown place'
                )
            when area.code is null
                then struct_pack(
                    column_name := 'area', text := combination.area,
                    reason := 'unknown area'
                )
            when agreement.code is null
                then struct_pack(
                    column_name := 'agreement', text := combination.agreement,
                    reason := 'unknown agreement'
                )
            when not combination.has_amount
                then struct_pack(
                    column_name := 'amount', text := '',
                    reason :=
                        'no amount; return 0, hidden_units or a drop_reason'
                )
            when not combination.is_named
                then struct_pack(
                    column_name := 'provider_id', text := '',
                    reason := 'no provider'
                )
        end as fault,
    from combination
    left join measure as known_measure
        on known_measure.measure = combination.measure
    left join place on place.code = combination.place
    left join area on area.code = coalesce(combination.area, 'none')
    left join agreement
        on agreement.code = coalesce(combination.agreement, 'none')
    left join drop_reason on drop_reason.code = combination.drop_reason
)

select *
from looked_up
where fault is not null
