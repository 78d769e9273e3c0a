package org.heyi.platform.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Duty;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Period;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Scope;
import org.heyi.platform.shared.Subject;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// Reach, relationships, and being signed in.
@HeyiTest
class FoundationTests {

  private static final InstitutionId CENTRE = InstitutionId.of("reach-centre");
  private static final InstitutionId CLINIC = InstitutionId.of("reach-clinic");
  private static final InstitutionId OTHER = InstitutionId.of("reach-other");
  private static final Period OPEN = new Period(LocalDate.of(2024, 1, 1), null);

  @Autowired Reach reach;
  @Autowired Relationships relationships;
  @Autowired JdbcClient jdbc;
  @Autowired MockMvcTester http;
  @Autowired MovableClock clock;

  @Test
  void aDutyReachesAsFarAsItsScopeAndNoFurther() {
    reach.replace(
        "reach",
        Scope.AREA,
        List.of(
            place(CENTRE, Scope.AREA, "reach"),
            place(CLINIC, Scope.AREA, "reach"),
            place(OTHER, Scope.AREA, "reach")));
    reach.replace("reach", Scope.SUBTREE, List.of(place(CLINIC, Scope.SUBTREE, CENTRE.value())));
    var head = TestStaff.with("institution-head", CENTRE.value());
    var supervise = named("work.supervise");

    assertThat(reach.covers(head, supervise, CENTRE)).isTrue();
    assertThat(reach.covers(head, supervise, CLINIC)).isTrue();
    assertThat(reach.covers(head, supervise, OTHER)).isFalse();
    assertThat(reach.covers(head, named("referral.send"), CENTRE)).isFalse();
    assertThat(within(CENTRE, Scope.SUBTREE))
        .containsExactlyInAnyOrder("reach-centre", "reach-clinic");
    assertThat(within(CLINIC, Scope.SUBTREE)).containsExactly("reach-clinic");
    assertThat(within(CLINIC, Scope.AREA))
        .containsExactlyInAnyOrder("reach-centre", "reach-clinic", "reach-other");
    assertThat(within(OTHER, Scope.OWN)).containsExactly("reach-other");
  }

  @Test
  void relationshipsBeginOncePerSourceAndEndByCallOrByTime() {
    var doctor = TestStaff.with("village-doctor", CLINIC.value());
    var resident = ResidentId.next();
    var visit = Subject.of("visit", "1");
    var other = Subject.of("visit", "2");
    var soon = clock.instant().plus(Duration.ofHours(1));

    relationships.begin(RelationshipKind.VISIT, resident, CLINIC, visit, soon, doctor);
    relationships.begin(RelationshipKind.VISIT, resident, CLINIC, visit, soon, doctor);
    assertThat(relationships.live(resident, CLINIC)).isTrue();
    assertThat(relationships.live(resident, OTHER)).isFalse();
    clock.advance(Duration.ofHours(1));
    assertThat(relationships.live(resident, CLINIC)).isFalse();

    relationships.begin(RelationshipKind.VISIT, resident, CLINIC, visit, null, doctor);
    relationships.begin(RelationshipKind.VISIT, resident, CLINIC, other, null, doctor);
    relationships.end(RelationshipKind.VISIT, resident, CLINIC, visit, doctor);
    assertThat(relationships.live(resident, CLINIC)).isTrue();
    relationships.end(RelationshipKind.VISIT, resident, CLINIC, other, doctor);
    relationships.end(RelationshipKind.VISIT, resident, CLINIC, other, doctor);
    assertThat(relationships.live(resident, CLINIC)).isFalse();
  }

  @Test
  void aShorterTimeDoesNotCutALongerOne() {
    var doctor = TestStaff.with("village-doctor", CLINIC.value());
    var resident = ResidentId.next();
    var visit = Subject.of("visit", "1");

    relationships.begin(RelationshipKind.VISIT, resident, CLINIC, visit, null, doctor);
    relationships.begin(
        RelationshipKind.VISIT, resident, CLINIC, visit, clock.instant().plusSeconds(60), doctor);
    clock.advance(Duration.ofHours(1));

    assertThat(relationships.live(resident, CLINIC)).isTrue();
  }

  @Test
  void nobodyIsLedToSignInAndSomebodySeesThePage() {
    assertThat(http.get().uri("/?a=b").accept("text/html"))
        .hasStatus(302)
        .hasRedirectedUrl("/sign-in");
    assertThat(http.get().uri("/search?q=1").accept("text/html"))
        .hasRedirectedUrl("/sign-in?next=%2Fsearch%3Fq%3D1");
    assertThat(
            http.get()
                .uri("/")
                .accept("text/html")
                .with(TestStaff.signedIn(TestStaff.with("village-doctor", CLINIC.value()))))
        .hasStatusOk();
  }

  private static Reach.Place place(InstitutionId institution, Scope scope, String ancestor) {
    return new Reach.Place(institution, scope, ancestor, OPEN);
  }

  private List<String> within(InstitutionId viewer, Scope scope) {
    return jdbc.sql(
            "select institution from access.card_within where viewer = :viewer and scope = :scope")
        .param("viewer", viewer.value())
        .param("scope", scope.name())
        .query((row, _) -> row.getString(1))
        .list();
  }

  private static Duty named(String code) {
    return new Duty() {
      @Override
      public String name() {
        return code;
      }

      @Override
      public String code() {
        return code;
      }
    };
  }
}
