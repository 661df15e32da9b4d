-- More cases like the one with this reference: :open of 100 open, every tenth of its own body, the others of 99 others.
insert into cases_case
select (jsonb_populate_record(c, jsonb_build_object(
    'case_id', gen_random_uuid(),
    'reference', lpad(upper(to_hex(n)), 10, '0'),
    'organization', case when n % 10 = 0 then c.organization else 'body-' || n % 99 end,
    'final', n / 10 % 100 >= :open,
    'queue', case when n / 10 % 100 < :open then c.queue end,
    'state', case when n / 10 % 100 < :open then c.state else 'closed' end,
    'submitted_at', c.submitted_at - n * interval '1 minute',
    'state_due_at', coalesce(c.state_due_at, c.due_at) + n % 1000 * interval '1 hour'))).*
from cases_case c, generate_series(1, :count) n
where c.reference = :'reference';
analyze cases_case;
