-- Role and databases of one instance; run again = no change. psql -v instance=demo -f instance.sql
\set ON_ERROR_STOP on
-- A database of this name that somebody else owns is somebody else's: nothing of it is touched.
select format('do $$ begin raise exception %L; end $$', format('The database %s belongs to %s: another instance, or another thing, has this name.', datname, pg_get_userbyid(datdba)))
    from pg_database
    where datname in ('egov-' || :'instance', 'egov-' || :'instance' || '-keys') and pg_get_userbyid(datdba) <> 'egov-' || :'instance' \gexec

select format('create role %I login', 'egov-' || :'instance')
    where not exists (select 1 from pg_roles where rolname = 'egov-' || :'instance') \gexec

-- The keys of people and cases live apart from the data, and so do their backups.
select format('create database %I owner %I encoding ''UTF8'' locale ''C'' template template0', name, 'egov-' || :'instance')
    from (values ('egov-' || :'instance'), ('egov-' || :'instance' || '-keys')) wanted(name)
    where not exists (select 1 from pg_database where datname = wanted.name) \gexec

-- Nobody else's business, on a server that other instances share.
select format('revoke all on database %I from public', datname)
    from pg_database
    where datname in ('egov-' || :'instance', 'egov-' || :'instance' || '-keys')
      and exists (select 1 from aclexplode(coalesce(datacl, acldefault('d', datdba))) where grantee = 0) \gexec
