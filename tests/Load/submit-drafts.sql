-- Drafts for submit.pgbench, in a database with the platform's own tables.
insert into cases_case (case_id, service, organization, area_path, state, final, version, act, channel, created_at, changed_at)
select lpad(to_hex(n), 32, '0')::uuid, 'note', 'office', '', 'draft', false, 2, gen_random_uuid(), 'api', now(), now() from generate_series(1, :count) n;
vacuum analyze cases_case;
