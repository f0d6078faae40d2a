-- gate_figure: published figures that we miss by more than their tolerance.
--
-- in:    figure, figure_ours, gate_limit
-- grain: cell
-- why:   method 5. Whoever reads our number has read the other; where both
--        count the same thing they must agree, within what the figure's own
--        rounding and day explain. Nothing is compared with the last edition.
-- hint:  run tresektor explain cell on it; the figure, its source and why it
--        has that tolerance are in the table figure

select
    case when figure_ours.providers < gate_limit.few_providers then 'warn'
        else 'block' end as severity,
    'figure=' || figure.figure || ' ' || cell_text(
        figure.measure,
        figure.definition,
        figure.period,
        figure.place,
        figure.area,
        figure.agreement,
        ''
    ) as cell,
    case figure.unit when 'amount' then 'amount' else 'share' end as unit,
    case figure.unit when 'amount' then figure_ours.decimals
        else 6 end::bigint as decimals,
    case when figure_ours.difference > 0 then figure_ours.ours_low
        else figure_ours.ours_high end as now,
    figure_ours.stated as previous,
    figure_ours.difference::bigint as difference,
    figure_ours.tolerance as threshold,
    'previous is the published figure' as cause,
    '' as provider_id,
    '' as name,
    null::bigint as effect,
from figure_ours
join figure using (figure)
cross join gate_limit
where abs(figure_ours.difference) > figure_ours.tolerance
