-- change_undecided: how far providers without a sector can move a share.
--
-- in:    applicable, converted, course_outcome, definition, pair_part,
--        pair_total, pattern_sector, provider_course, provider_identity,
--        provider_total
-- grain: pair_key, earlier_pattern, later_pattern
-- why:   the paired range of method 4. An undecided provider belongs to one
--        sector both before and after, so only the difference of its two
--        shares is open: one that has 5 % before and after moves nothing,
--        though each share is open by 5 points. A mask or a group is no one
--        provider, and a new number may have other owners: they enter unpaired.
--        Numbers are over earlier_amount times later_amount of the total;
--        amounts below zero count as in the bounds of a share. Definitions
--        without a high and those that do not apply have no range.

with undecided as (
    select distinct provider_course.provider_key
    from provider_course
    join course_outcome using (course_id)
    join pattern_sector using (pattern_id)
    join applicable using (definition, period_key)
    join definition using (definition)
    where pattern_sector.sector in ('nonpublic', 'unknown')
        and applicable.is_applicable
        and definition.bounds = 'both'
),

open as (
    select provider_total.*
    from provider_total
    semi join undecided using (provider_key)
),

paired as (
    select
        pair_key,
        provider_key,
        coalesce(earlier.pattern_id, 0) as earlier_pattern,
        coalesce(later.pattern_id, 0) as later_pattern,
        coalesce(earlier.amount, 0)::hugeint as earlier_part,
        coalesce(later.amount, 0)::hugeint as later_part,
    from (
        select
            pair_total.pair_key,
            open.*,
        from open
        join pair_total on pair_total.earlier_total = open.total_key
    ) as earlier
    full join (
        select
            pair_total.pair_key,
            open.*,
        from open
        join pair_total on pair_total.later_total = open.total_key
    ) as later using (pair_key, provider_key)
    union all
    select
        pair_key,
        provider_key,
        earlier_pattern,
        later_pattern,
        coalesce(earlier_amount, 0)::hugeint as earlier_part,
        coalesce(later_amount, 0)::hugeint as later_part,
    from pair_part
    semi join undecided using (provider_key)
),

moved as (
    select
        paired.*,
        pair_total.earlier_amount,
        pair_total.later_amount,
        later_part * earlier_amount - earlier_part * later_amount as moved_by,
        converted.provider_key is null
            and provider_identity.provider_kind <> 'group'
            and provider_identity.mask is null as is_paired,
    from paired
    join pair_total using (pair_key)
    join provider_identity using (provider_key)
    left join converted using (pair_key, provider_key)
)

select
    pair_key,
    earlier_pattern,
    later_pattern,
    -sum(greatest(earlier_part, 0) * later_amount) as earlier_low,
    -sum(least(earlier_part, 0) * later_amount) as earlier_high,
    sum(least(later_part, 0) * earlier_amount) as later_low,
    sum(greatest(later_part, 0) * earlier_amount) as later_high,
    sum(case
        when is_paired then least(moved_by, 0)
        else least(later_part, 0) * earlier_amount
            - greatest(earlier_part, 0) * later_amount
    end) as both_low,
    sum(case
        when is_paired then greatest(moved_by, 0)
        else greatest(later_part, 0) * earlier_amount
            - least(earlier_part, 0) * later_amount
    end) as both_high,
from moved
group by all
