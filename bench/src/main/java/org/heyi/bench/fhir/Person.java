package org.heyi.bench.fhir;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A resident of both servers.
///
/// @param id Heyi's
/// @param other HAPI's; empty until it is loaded
record Person(
    String id, String other, String number, String name, String born, String phone, String sex) {

  static final String NUMBERS = "https://heyi.org/fhir/NamingSystem/health-card";

  private static final int MALE = 1;

  /// All that Heyi's database holds.
  static List<Person> all(Statement heyi) throws SQLException {
    var all = new ArrayList<Person>();
    try (var row =
        heyi.executeQuery(
            """
            select r.id, i.value, r.name, r.birth_date, r.phone, r.sex
              from resident.resident r
              join resident.identifier i on i.resident = r.id and i.system = 'HEALTH_CARD'
             where i.value like 'BENCH%' order by i.value
            """)) {
      while (row.next()) {
        all.add(
            new Person(
                row.getString(1),
                "",
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getInt(6) == MALE ? "male" : "female"));
      }
    }
    return all;
  }

  /// The same people with the ids that HAPI gave them.
  static List<Person> loaded(List<Person> people, Statement hapi) throws SQLException {
    Map<String, String> ids = new HashMap<>();
    try (var row =
        hapi.executeQuery(
            """
            select sp_value, res_id from hfj_spidx_token
             where res_type = 'Patient' and sp_name = 'identifier'
            """)) {
      while (row.next()) {
        ids.put(row.getString(1), row.getString(2));
      }
    }
    return people.stream()
        .map(it ->
            new Person(
                it.id,
                ids.getOrDefault(it.number, ""),
                it.number,
                it.name,
                it.born,
                it.phone,
                it.sex))
        .toList();
  }

  /// As HAPI gets it: what Heyi's answer says, without its extensions, tags and references.
  String resource() {
    return """
    {"resourceType":"Patient","active":true,"identifier":[{"system":"%s","value":"%s"}],\
    "name":[{"text":"%s"}],"telecom":[{"system":"phone","value":"%s"}],"gender":"%s",\
    "birthDate":"%s","address":[{"text":"演示镇演示村（虚构地址）"}]}\
    """
        .formatted(NUMBERS, number, name, phone, sex, born);
  }
}
