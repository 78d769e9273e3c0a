-- The last check of the chain is found without reading the log.
create index entry_check_idx on audit.entry (at desc, id desc) where action = 'audit.verified';
