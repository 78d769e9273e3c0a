package org.heyi.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import org.jspecify.annotations.Nullable;

/// 宁河 at size: residents dealt out to its village clinics, about a million slots, past visits, and
/// 20,000 referrals in all states with what hangs on them, 2,000 of them to be reviewed by the lead
/// hospital.
public final class BigArea {

  /// The doctor whose drafts and residents the pages are asked for.
  public static final String DOCTOR = "village1";

  private static final int A_GREAT_MANY = 500_000;

  /// Does nothing on a directory that has been filled before.
  public static void settle(RunningHeyi heyi, int people) throws IOException, SQLException {
    if (heyi.rows("capacity.slot") > A_GREAT_MANY) {
      return;
    }
    var doctor = heyi.staff(DOCTOR);
    var clinics =
        heyi.sql()
            .sql(
                """
                select id from directory.card_institution
                 where area = :area and kind = 'village_clinic' and open order by id
                """)
            .param("area", doctor.area().value())
            .query((row, _) -> row.getString(1))
            .list();
    People.settle(heyi, people, clinics, doctor);
    var values = new HashMap<String, @Nullable Object>();
    values.put("visits", people / 2);
    values.put("area", doctor.area());
    values.put("sender", doctor.institution());
    values.put("account", doctor.account());
    values.put("name", doctor.name());
    values.put("now", heyi.now());
    heyi.asOwner(
        Script.read("slots.sql").filled(values),
        Script.read("referrals.sql").filled(values),
        "drop schema bench cascade",
        "vacuum analyze");
  }

  private BigArea() {}
}
