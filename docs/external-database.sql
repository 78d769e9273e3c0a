-- What a database administrator prepares for Heyi on PostgreSQL 15 or later, once, as superuser.
-- Neither role is one; no extension is needed. Put in passwords of your own.
--
-- heyi_owner owns the tables and changes them when a new version starts; heyi_app is what Heyi is at
-- work: it reads and writes rows, and may only add and read in the audit log.
create role heyi_owner login password 'CHANGE-THE-OWNERS';
create role heyi_app login password 'CHANGE-THE-APPLICATIONS';
create database heyi owner heyi_owner encoding 'UTF8' template template0;
revoke all on database heyi from public;
grant connect on database heyi to heyi_app;
