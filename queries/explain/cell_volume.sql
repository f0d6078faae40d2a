-- cell_volume: what each file reports of each provider in one published cell.
--
-- in:    agreement_ancestor, area_ancestor, cell_load, coverage,
--        place_ancestor, volume
-- grain: provider_id, reference_date, load_key
-- why:   the rows that share/counted_in counts, with their lines. They are
--        gathered before anything is joined, so that a cell of a million rows
--        is decided at the price of its providers. Parameters: measure,
--        period, place, area, agreement.

select
    volume.provider_id,
    volume.reference_date,
    cell_load.load_key,
    sum(volume.amount)::bigint as amount,
    sum(volume.hidden_units)::bigint as hidden_units,
    list_sort(list(volume.line)) as lines,
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
