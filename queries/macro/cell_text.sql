-- cell_text: a cell in words that can be searched for and compared.
--
-- in:    none
-- of:    measure, definition, period, place, area, agreement, sector
-- grain: none
-- why:   a finding is known again by its cell, and whoever reads it can ask
--        explain cell for it in the same words. What a cell lacks is left out.

select concat_ws(
    ' ',
    'measure=' || nullif(measure, ''),
    'period=' || nullif(replace(period, ' ', '..'), ''),
    'place=' || nullif(place, ''),
    'area=' || nullif(nullif(area, 'none'), ''),
    'agreement=' || nullif(nullif(agreement, 'none'), ''),
    'definition=' || nullif(definition, ''),
    'sector=' || nullif(sector, '')
)
