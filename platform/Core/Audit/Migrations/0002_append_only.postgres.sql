create function platform_refuse_change() returns trigger language plpgsql as $$
begin
    raise exception '% is append-only', tg_table_name;
end $$;

create trigger platform_audit_append_only before update or delete on platform_audit for each row execute function platform_refuse_change();
create trigger platform_audit_no_truncate before truncate on platform_audit for each statement execute function platform_refuse_change();
create trigger platform_audit_seal_append_only before update or delete on platform_audit_seal for each row execute function platform_refuse_change();
create trigger platform_audit_head_append_only before update or delete on platform_audit_head for each row execute function platform_refuse_change();
