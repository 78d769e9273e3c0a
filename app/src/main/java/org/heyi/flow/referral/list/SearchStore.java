package org.heyi.flow.referral.list;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.heyi.flow.referral.ReferralId;
import org.heyi.person.resident.identity.PersonName;
import org.heyi.platform.shared.InstitutionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// 搜索: an institution's referrals by number, or by how the resident's name begins.
///
/// A name that few people have is looked up among the residents; one that many have is met soon
/// among the referrals, from the newest on. Either way some thousands of rows are read at most,
/// however many there are.
@Repository
class SearchStore {

  /// So many spellings at most are looked up person by person.
  private static final int FEW = 5_000;

  /// Behind every character a name may have: a prefix is a range of the index.
  private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

  private static final String NAMED =
      """
      select resident from resident.card_name where key >= :from and key < :until limit :few
      """;

  private static final String OF_FEW = "r.resident = any (:residents)";

  /// `offset 0` keeps it a question asked of one referral after the other.
  private static final String OF_MANY =
      """
      exists (select from resident.card_name k
               where k.resident = r.resident and k.key >= :from and k.key < :until offset 0)
      """;

  private static final String SENT = "r.sender = :own";
  private static final String RECEIVED = "r.receiver = :own and r.sent_at is not null";
  private static final String EARLIER =
      "r.earlier <> '{}' and r.earlier @> array[cast(:own as text)]";

  private final JdbcClient jdbc;

  SearchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /// The newest change first.
  List<ReferralId> find(String typed, InstitutionId own, int most) {
    var number = ReferralListStore.number(typed);
    return number > 0 ? byNumber(number, own) : byName(PersonName.keyOf(typed), own, most, FEW);
  }

  private List<ReferralId> byNumber(long number, InstitutionId own) {
    return jdbc.sql(
            "select id from referral.referral r where r.number = :number and (%s or %s or %s)"
                .formatted(SENT, RECEIVED, EARLIER))
        .param("number", number)
        .param("own", own.value())
        .query(SearchStore::id)
        .list();
  }

  /// @param few how many spellings are looked up person by person
  List<ReferralId> byName(String prefix, InstitutionId own, int most, int few) {
    if (prefix.isEmpty()) {
      return List.of();
    }
    var params = new HashMap<String, Object>();
    params.put("from", prefix);
    params.put("until", prefix + LAST);
    params.put("few", few);
    params.put("own", own.value());
    params.put("most", most);
    var residents =
        jdbc.sql(NAMED).params(params).query((row, _) -> row.getObject(1, UUID.class)).list();
    params.put("residents", residents.toArray(UUID[]::new));
    var whose = residents.size() < few ? OF_FEW : OF_MANY;
    var hits =
        newest(SENT, whose)
            + " union "
            + newest(RECEIVED, whose)
            + " union "
            + newest(EARLIER, whose);
    return jdbc.sql("select id from (" + hits + ") order by changed_at desc, id limit :most")
        .params(params)
        .query(SearchStore::id)
        .list();
  }

  private static String newest(String part, String whose) {
    return """
    (select r.id, r.changed_at from referral.referral r
      where %s and %s order by r.changed_at desc limit :most)
    """
        .formatted(part, whose);
  }

  private static ReferralId id(ResultSet row, int number) throws SQLException {
    return new ReferralId(row.getObject(1, UUID.class));
  }
}
