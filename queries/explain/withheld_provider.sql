-- withheld_provider: who has volume in a cell or total that is not told.
--
-- in:    agreement_ancestor, area_ancestor, decision, evidence, history,
--        place_ancestor, provider, volume
-- grain: period, place, area, agreement, provider_id
-- why:   method 6: where fewer than three natural persons share a published
--        sector with organisations, what the organisations have would leave
--        what the persons have. So the volume of the persons is not told, nor
--        that of the smallest organisation that has their sector under most
--        definitions, one whose sector is presumed first, for what is presumed
--        is published: the same one whoever asks, in the cell and in all that
--        it is counted in. What it has in the months of a year is netted, as in
--        its sector: one with nothing left would hide nothing. Rows of a mask
--        are persons. Parameters: the measure.

with net as (
    select
        volume.period,
        volume.reference_date,
        volume.place,
        volume.area,
        volume.agreement,
        provider_id,
        provider.history_id,
        provider.mask is not null as is_mask,
        provider.provider_kind = 'person'
            or coalesce(provider.mask = 'person', false)
            or provider_id in (
                select evidence.provider_id
                from evidence
                where attribute = 'legal_form' and value = '10'
            ) as is_person,
        greatest(
            count(*) filter (provider.mask is not null), 1
        ) as persons,
        sum(volume.amount) as amount,
    from volume
    join provider using (provider_id)
    where volume.measure = $1
    group by all
),

standing as (
    select
        net.period,
        net.place,
        net.area,
        net.agreement,
        net.provider_id,
        net.is_person,
        decision.definition,
        decision.sector,
        bool_or(decision.basis = 'presumed') as is_presumed,
        abs(sum(net.amount)) as amount,
        sum(case
            when not net.is_person then 0
            when net.is_mask then sum(net.persons)
            else 1
        end) over (
            partition by
                net.period, net.place, net.area, net.agreement,
                decision.definition, decision.sector
        ) as all_persons,
    from net
    semi join (select * from net where is_person) as person
        using (period, place, area, agreement)
    join history
        on history.history_id = net.history_id
        and history.measure = $1
        and history.period = net.period
        and history.reference_date = net.reference_date
    join decision using (pattern_id)
    group by
        net.period, net.place, net.area, net.agreement, net.provider_id,
        net.is_person, net.is_mask, decision.definition, decision.sector
    having sum(net.amount) <> 0
),

alike as (
    select
        person.period,
        person.place,
        person.area,
        person.agreement,
        person.provider_id as person_id,
        organisation.provider_id,
        max(organisation.amount) as amount,
        count(distinct definition) as definitions,
        bool_or(organisation.is_presumed) as is_presumed,
    from standing as person
    join standing as organisation
        using (period, place, area, agreement, definition, sector)
    where person.is_person
        and person.all_persons < 3
        and not organisation.is_person
    group by all
),

untold as (
    select period, place, area, agreement, provider_id
    from alike
    qualify row_number() over (
        partition by period, place, area, agreement, person_id
        order by definitions desc, is_presumed desc, amount, provider_id
    ) = 1
    union
    select period, place, area, agreement, provider_id
    from standing
    where is_person and all_persons < 3
)

select distinct
    untold.period,
    coalesce(place_ancestor.ancestor, untold.place) as place,
    coalesce(area_ancestor.ancestor, untold.area) as area,
    coalesce(agreement_ancestor.ancestor, untold.agreement) as agreement,
    untold.provider_id,
from untold
left join place_ancestor
    on place_ancestor.measure = $1 and place_ancestor.place = untold.place
left join area_ancestor
    on area_ancestor.measure = $1 and area_ancestor.area = untold.area
left join agreement_ancestor
    on agreement_ancestor.measure = $1
    and agreement_ancestor.agreement = untold.agreement
order by all
