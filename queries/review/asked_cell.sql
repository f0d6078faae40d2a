-- asked_cell: the cells of the totals that are asked about.
--
-- in:    agreement_ancestor, area_ancestor, asked, coverage, place_ancestor
-- grain: asked, place, area, agreement
-- why:   those that share/counted_in counts: smaller places only where enough
--        of them are there.

select
    asked.asked,
    asked.measure,
    asked.period,
    place_ancestor.place,
    area_ancestor.area,
    agreement_ancestor.agreement,
from asked
join place_ancestor
    on place_ancestor.measure = asked.measure
    and place_ancestor.ancestor = asked.place
join area_ancestor
    on area_ancestor.measure = asked.measure
    and area_ancestor.ancestor = asked.area
join agreement_ancestor
    on agreement_ancestor.measure = asked.measure
    and agreement_ancestor.ancestor = asked.agreement
where place_ancestor.place = asked.place
    or (asked.measure, asked.period, asked.place) in (
        select (coverage.measure, coverage.period, coverage.place)
        from coverage
    )
