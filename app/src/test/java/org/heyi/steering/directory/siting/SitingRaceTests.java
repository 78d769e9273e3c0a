package org.heyi.steering.directory.siting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Of many at once who begin, adopt or move, one is heard.
@HeyiTest
class SitingRaceTests {

  private static final AreaId AREA = AreaId.of("nanyang-bing");
  private static final int ROUNDS = 10;
  private static final int RIVALS = 6;

  @Autowired Sitings sitings;
  @Autowired SitingDrafts drafts;
  @Autowired SiteMoves moves;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  List<Staff> officers;
  Staff officer;
  LocalDate today;

  @BeforeEach
  void rivals() {
    officers = new ArrayList<>();
    for (int i = 0; i < RIVALS; i++) {
      officers.add(TestStaff.another("commission-officer", "nanyang-bing-weijianwei"));
    }
    officer = officers.getFirst();
    today = LocalDate.ofInstant(clock.instant(), Moments.CHINA);
    jdbc.sql("delete from directory.siting_plan where area = :area")
        .param("area", AREA.value())
        .update();
  }

  private interface Attempt {
    void by(Staff rival);
  }

  /// How many were heard; the others were told that somebody else was first.
  private int heard(Attempt attempt) throws Exception {
    return AtOnce.yes(
        officers.stream()
            .map(rival ->
                (Callable<Boolean>)
                    () -> {
                      try {
                        attempt.by(rival);
                        return true;
                      } catch (ProblemException refused) {
                        assertThat(refused.problem().kind().status())
                            .as(refused.getMessage())
                            .isEqualTo(409);
                        return false;
                      }
                    })
            .toList());
  }

  @Test
  @Satisfies("GOV-10")
  void ofManyAtOnceOneBeginsOneAdoptsAndOneMoves() throws Exception {
    int violations = 0;
    for (int round = 0; round < ROUNDS; round++) {
      violations += heard(rival -> drafts.begin(AREA, rival)) == 1 ? 0 : 1;
      int number = sitings.versions(AREA, officer).getFirst().number();
      if (round == 0) {
        enter(number);
      }
      var since = today.minusDays(ROUNDS).plusDays(round);
      violations +=
          heard(rival -> drafts.adopt(AREA, number, new AdoptPlan("通知", "", since), rival)) == 1
              ? 0
              : 1;
      var code = "S" + round;
      violations +=
          heard(rival ->
              moves.move(
                  AREA,
                  number,
                  new MoveSite(code, SiteState.OPEN, SiteState.CLOSED, since, null, null, ""),
                  rival))
                  == 1
              ? 0
              : 1;
      var inForce =
          sitings.versions(AREA, officer).stream()
              .filter(it -> it.state() == PlanVersion.State.IN_FORCE)
              .count();
      violations += inForce == 1 ? 0 : 1;
      violations += sitings.history(AREA, number, code, officer).size() == 2 ? 0 : 1;
    }
    System.out.printf(
        "siting races: %d attempts, %d violations%n", ROUNDS * RIVALS * 3, violations);
    assertThat(violations).isZero();
  }

  private void enter(int number) {
    for (int i = 0; i < ROUNDS; i++) {
      var since = today.minusDays(400);
      drafts.enter(
          AREA,
          number,
          new EnterSite("S" + i, "点位" + i, "甲乡", "", null, null, SiteState.OPEN, since, null, ""),
          officer);
    }
    drafts.enter(
        AREA,
        number,
        new EnterSettlement(
            "N1", "甲村", "甲乡", Settlement.Kind.COMMUNITY, null, null, ServedBy.SITE, "S0"),
        officer);
  }
}
