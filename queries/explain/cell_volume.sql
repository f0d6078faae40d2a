-- cell_volume: what is reported of each provider in one published cell.
--
-- in:    agreement_ancestor, area_ancestor, cell_load, coverage,
--        place_ancestor, volume
-- grain: provider_id, reference_date
-- why:   the rows that share/counted_in counts. They are gathered before
--        anything is joined, so that a cell of a million rows is decided at the
--        price of its providers. Every amount opens up to the lines of its
--        files: lines is a text of numbers in order, each the number of a file
--        times 2^40 plus a line in it. A row for each file would take twice as
--        long. Parameters: measure, period, place, area, agreement.

select
    volume.provider_id,
    volume.reference_date,
    sum(volume.amount)::bigint as amount,
    sum(volume.hidden_units)::bigint as hidden_units,
    array_to_string(
        list_sort(list(cell_load.load_key * 1099511627776 + volume.line)), ' '
    ) as lines,
from volume
join cell_load using (load_id)
where volume.measure = $1
    and volume.period = $2
    and volume.place in (
        select place_ancestor.place
        from place_ancestor
        where place_ancestor.measure = $1 and place_ancestor.ancestor = $3
    )
    and volume.area in (
        select area_ancestor.area
        from area_ancestor
        where area_ancestor.measure = $1 and area_ancestor.ancestor = $4
    )
    and volume.agreement in (
        select agreement_ancestor.agreement
        from agreement_ancestor
        where agreement_ancestor.measure = $1
            and agreement_ancestor.ancestor = $5
    )
    and (
        volume.place = $3
        or volume.reference_date in (
            select coverage.reference_date
            from coverage
            where coverage.measure = $1
                and coverage.period = $2
                and coverage.place = $3
        )
    )
group by all
