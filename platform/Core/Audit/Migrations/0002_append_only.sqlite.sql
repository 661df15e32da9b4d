create trigger platform_audit_no_update before update on platform_audit begin select raise(abort, 'platform_audit is append-only'); end;
create trigger platform_audit_no_delete before delete on platform_audit begin select raise(abort, 'platform_audit is append-only'); end;
create trigger platform_audit_seal_no_update before update on platform_audit_seal begin select raise(abort, 'platform_audit_seal is append-only'); end;
create trigger platform_audit_seal_no_delete before delete on platform_audit_seal begin select raise(abort, 'platform_audit_seal is append-only'); end;
create trigger platform_audit_head_no_update before update on platform_audit_head begin select raise(abort, 'platform_audit_head is append-only'); end;
create trigger platform_audit_head_no_delete before delete on platform_audit_head begin select raise(abort, 'platform_audit_head is append-only'); end;
