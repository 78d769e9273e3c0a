package org.heyi.steering.governance.unchanged;

import java.util.Collection;
import java.util.List;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The SQL of what stays unchanged.
@Repository
class UnchangedStore {

  /// A member, what stays as it is there, and whose word that is.
  record Kept(
      InstitutionId institution,
      String institutionName,
      UnchangedAttribute attribute,
      String words,
      String consortiumName,
      String clause) {}

  /// What a consortium keeps, with its name.
  record KeptBy(
      String consortium,
      String consortiumName,
      UnchangedAttribute attribute,
      String words,
      String clause) {}

  private final JdbcClient jdbc;

  UnchangedStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void replace(AreaId area, List<Unchanged> said) {
    jdbc.sql("delete from governance.unchanged where area = :area")
        .param("area", area.value())
        .update();
    for (var it : said) {
      jdbc.sql(
              """
              insert into governance.unchanged (consortium, attribute, area, position, words, clause,
                                                house)
              values (:consortium, :attribute, :area, :position, :words, :clause, :house)
              """)
          .param("consortium", it.consortium().value())
          .param("attribute", it.attribute().code())
          .param("area", area.value())
          .param("position", said.indexOf(it))
          .param("words", it.words())
          .param("clause", it.origin().clause())
          .param("house", it.origin().house())
          .update();
    }
  }

  List<Unchanged> of(ConsortiumId consortium) {
    return jdbc.sql(
            """
            select attribute, words, clause, house from governance.unchanged
             where consortium = :consortium order by position
            """)
        .param("consortium", consortium.value())
        .query((row, _) ->
            new Unchanged(
                consortium,
                attribute(row.getString("attribute")),
                row.getString("words"),
                new Citation(row.getString("clause"), row.getBoolean("house"))))
        .list();
  }

  /// What today's members among these institutions keep; a clinic belongs through its centre.
  List<Kept> keptAt(Collection<InstitutionId> institutions) {
    return jdbc.sql(
            """
            select m.institution, i.name as institution_name, u.attribute, u.words,
                   c.name as consortium_name, u.clause
              from governance.unchanged u
              join community.card_member m on m.consortium = u.consortium
              join community.card_consortium c on c.id = u.consortium
              join directory.card_institution i on i.id = m.institution
             where m.institution in (:institutions) and m.role <> 'upper_support'
             order by m.institution, c.position, u.position
            """)
        .param("institutions", institutions.stream().map(InstitutionId::value).toList())
        .query((row, _) ->
            new Kept(
                InstitutionId.of(row.getString("institution")),
                row.getString("institution_name"),
                attribute(row.getString("attribute")),
                row.getString("words"),
                row.getString("consortium_name"),
                row.getString("clause")))
        .list();
  }

  List<KeptBy> keptIn(AreaId area) {
    return jdbc.sql(
            """
            select u.consortium, c.name as consortium_name, u.attribute, u.words, u.clause
              from governance.unchanged u
              join community.card_consortium c on c.id = u.consortium
             where u.area = :area order by c.position, u.position
            """)
        .param("area", area.value())
        .query((row, _) ->
            new KeptBy(
                row.getString("consortium"),
                row.getString("consortium_name"),
                attribute(row.getString("attribute")),
                row.getString("words"),
                row.getString("clause")))
        .list();
  }

  private static UnchangedAttribute attribute(String code) {
    return UnchangedAttribute.find(code).orElseThrow();
  }
}
