-- evidence_interval: when each piece of evidence holds, as [from, to).
--
-- in:    attribute, load, ruling_evidence
-- grain: provider_key, attribute, value, other_id, source, observed_date,
--        from_date, to_date, load_id, line
-- why:   a stated validity is taken as it stands. An observation holds until
--        the next one of the same attribute from the same source, forward
--        without limit, and backwards only for attributes that change seldom
--        (carry_back: legal form and owner control, never a register). Of the
--        rows that say the same, the first of the first partition is shown:
--        the order in which files were loaded shows nowhere. Parts of a whole
--        are kept row by row: they add up, see owner_link.

with observation as (
    select distinct
        provider_key,
        attribute,
        source,
        observed_date,
    from ruling_evidence
    where observed_date is not null
),

succession as (
    select
        *,
        lead(observed_date) over earlier as next_date,
        row_number() over earlier = 1 as is_first,
    from observation
    window earlier as (
        partition by provider_key, attribute, source order by observed_date
    )
),

dated as (
    select
        ruling_evidence.*,
        succession.next_date,
        succession.is_first and attribute.carry_back = 'yes' as is_carried_back,
        load.partition,
        case when ruling_evidence.attribute in ('owner_share', 'owner_votes')
            then load_id::varchar || ' ' || ruling_evidence.line
        end as part,
    from ruling_evidence
    join load using (load_id)
    left join attribute on attribute.code = ruling_evidence.attribute
    left join succession
        on succession.provider_key = ruling_evidence.provider_key
        and succession.attribute = ruling_evidence.attribute
        and succession.source = ruling_evidence.source
        and succession.observed_date = ruling_evidence.observed_date
)

select * exclude (part) from (
    select
        provider_key,
        attribute,
        value,
        other_id,
        source,
        observed_date,
        part,
        case
            when observed_date is null
                then coalesce(valid_from, date '0001-01-01')
            when is_carried_back then date '0001-01-01'
            else observed_date
        end as from_date,
        case
            when observed_date is null
                then coalesce(valid_to, date '9999-12-31')
            else coalesce(next_date, date '9999-12-31')
        end as to_date,
        first(load_id order by partition, line) as load_id,
        first(line order by partition, line) as line,
    from dated
    group by all
)
