-- Residents with a spelling, a card, a first-contact institution and the relationship that comes
-- with it. ${count} people, dealt out to the institutions of ${institutions} (an SQL array).
with words as (
  select array['王','李','张','刘','陈','杨','赵','黄','周','吴','徐','孙','胡','朱','高','林','何','郭','马','罗'] as family,
         array['wang','li','zhang','liu','chen','yang','zhao','huang','zhou','wu','xu','sun','hu','zhu','gao','lin','he','guo','ma','luo'] as family_read,
         array['秀英','建国','玉兰','志强','春花','永福','晓燕','子轩','雨桐','浩然','凤霞','立新','广义','慧敏','桂芳','海涛','文静','振华','淑珍','宏伟','丽娜','德明','佳怡','俊杰'] as given,
         array['xiuying','jianguo','yulan','zhiqiang','chunhua','yongfu','xiaoyan','zixuan','yutong','haoran','fengxia','lixin','guangyi','huimin','guifang','haitao','wenjing','zhenhua','shuzhen','hongwei','lina','deming','jiayi','junjie'] as given_read
), numbered as (
  select n, 1 + mod(n * 7919, 20)::int as f, 1 + mod(n * 104729 / 20, 24)::int as g
    from generate_series(1::bigint, ${count}) n
), new_person as (
select n, uuidv7() as id, family[f] || given[g] as name, family_read[f] || given_read[g] as spelt,
       left(family_read[f], 1) || left(given_read[g], 2) as initials,
       date '1935-01-01' + mod(n * 31, 30000)::int as born,
       (${institutions})[1 + mod(n, cardinality(${institutions}))::int] as institution
  from numbered, words
), person as (
insert into resident.resident (id, name, name_key, pinyin, own_code, sex, birth_date,
    birth_estimated, phone, phone_masked, address, residence, number_masked, no_number_reason,
    synthetic, area, institution, registered_at, registered_by, version)
select id, name, name, spelt || ' ' || initials, '', (1 + mod(n, 2))::text, born, false,
       '190' || lpad(n::text, 8, '0'), '190****' || lpad(mod(n, 10000)::text, 4, '0'),
       '演示镇演示村（虚构地址）', 'household-here', 'BENCH****' || lpad(mod(n, 10000)::text, 4, '0'), '',
       true, '${area}', institution, '${now}'::timestamptz - interval '1 year', '${account}', 1
  from new_person
), spelling as (
insert into resident.spelling
select spelt, id from new_person union select initials, id from new_person
), identifier as (
insert into resident.identifier
select 'HEALTH_CARD', '', 'BENCH' || lpad(n::text, 10, '0'), id,
       'BENCH****' || lpad(mod(n, 10000)::text, 4, '0'), '${now}', '${account}', institution
  from new_person
), tie as (
insert into resident.tie (id, resident, institution, grid, from_date, set_at, set_by, set_by_name)
select uuidv7(), id, institution, '', '${now}'::timestamptz::date - 365, '${now}', '${account}', '演示'
  from new_person
)
insert into access.relationship (kind, resident, institution, source_kind, source_id, begun_at, begun_by)
select 'CATCHMENT', id, institution, 'tie', id::text, '${now}'::timestamptz - interval '1 year', '${account}'
  from new_person
