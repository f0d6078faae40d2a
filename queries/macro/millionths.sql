-- millionths: a part of a whole in whole millionths, half up.
--
-- in:    none
-- of:    part, whole
-- grain: none
-- why:   divided last and in integers, so that every machine gives the same
--        figure. A division in 128 bits takes thirty times as long as one in
--        64, so what fits in 64 is divided a thousand at a time, and the rest
--        in 128. Less than nothing is rounded away from zero.

select sign(part) * case
    when greatest(abs(part), abs(whole)) < 9000000000000000 then
        abs(part)::bigint * 1000 // whole::bigint * 1000
        + (
            abs(part)::bigint * 1000 % whole::bigint * 1000
            + whole::bigint // 2
        ) // whole::bigint
    else
        ((2000000 * abs(part)::hugeint + whole) // (2 * whole::hugeint))::bigint
end
