package org.heyi.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.capacity.TestHospital;
import org.heyi.platform.policy.PackText;
import org.heyi.platform.policy.Packs;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Whom and what a version touches, as the rooms above count it in their tables.
@HeyiTest
class EffectTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Revisions revisions;
  @Autowired Packs packs;
  @Autowired TestHospital hospital;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  private Staff area(String name) {
    clock.set(MovableClock.START);
    var stranger = TestStaff.with("system-admin", "ninghe-weijianwei");
    var file = PackFiles.bytes(PackFiles.ninghe(name, 1, 15));
    revisions.apply(revisions.propose(name + ".yaml", file, stranger), TODAY, stranger);
    return TestStaff.with("system-admin", name + "-weijianwei");
  }

  private Map<String, Long> effects(String name, String text, Staff by) {
    var id = revisions.propose(name + ".yaml", PackFiles.bytes(text), by);
    return revisions.effects(revisions.show(id, by), by).stream()
        .collect(Collectors.toMap(PackEffect.Line::label, PackEffect.Line::count));
  }

  @Test
  @Satisfies("AGR-19")
  void institutionsThatEndAreCountedWithAllThatHangsOnThem() {
    var by = area("touch");
    var day = TODAY.plusDays(20);
    var clinic = hospital.published("touch-yiyuan", day, "expert", 2, 2, 1);
    jdbc.sql(
            """
            update capacity.slot set state = 'booked'
             where clinic = :clinic and number = 1
            """)
        .param("clinic", clinic.value())
        .update();
    var doctor = TestStaff.with("family-doctor", "touch-yuelong");
    var resident = TestResidents.register(doctor);
    jdbc.sql(
            """
            insert into referral.referral (id, resident, area, sender, author, author_name, state,
                   created_at, changed_at, version)
            values (:id, :resident, 'touch', 'touch-yuelong', :author, '测试', 'DRAFT', now(), now(), 1)
            """)
        .param("id", UUID.randomUUID())
        .param("resident", resident.value())
        .param("author", doctor.account().value())
        .update();
    var text =
        PackFiles.ninghe("touch", 2, 15)
            .replace("{id: touch-yiyuan,", "{id: touch-yiyuan, until: 2030-01-01,")
            .replace("{id: touch-yuelong,", "{id: touch-yuelong, until: 2030-01-01,")
            .replace(
                "reserved-opens-days-before: {value: 14", "reserved-opens-days-before: {value: 16");

    var counts = effects("touch", text, by);

    assertThat(counts)
        .containsEntry("directory.effect-ended", 2L)
        .containsEntry("directory.effect-clinics", 13L)
        .containsEntry("directory.effect-posts", 2L)
        .containsEntry("resident.effect-tied", 1L)
        .containsEntry("capacity.effect-share-clinics", 1L)
        .containsEntry("capacity.effect-share-reserved", 2L)
        .containsEntry("capacity.effect-share-booked", 1L)
        .containsEntry("capacity.effect-ended-clinics", 1L)
        .containsEntry("capacity.effect-ended-booked", 1L)
        .containsEntry("referral.effect-sent", 1L)
        .doesNotContainKeys("directory.effect-added", "community.effect-joining");
  }

  /// What changes nobody's slots says nothing about them.
  @Test
  void anotherParameterTouchesNobody() {
    var by = area("gentle");
    hospital.published("gentle-yiyuan", TODAY.plusDays(21), "expert", 1, 1, 1);

    assertThat(effects("gentle", PackFiles.ninghe("gentle", 2, 40), by)).isEmpty();
  }

  /// A member whose role changes neither joins nor leaves; one that moves is told apart.
  @Test
  void membersJoinLeaveAndMove() {
    var before =
        """
        consortia:
        - {id: x-a, members: [{institution: x-1, role: lead}, {institution: x-2, role: member}]}
        - {id: x-b, members: [{institution: x-3, role: lead}]}
        """;
    var after =
        """
        consortia:
        - {id: x-a, members: [{institution: x-1, role: joint_lead, until: 2030-01-01}]}
        - {id: x-b, members: [{institution: x-3, role: lead}, {institution: x-2, role: member},
                              {institution: x-4, role: member}]}
        """;
    var changes = changes(before, after);

    assertThat(List.copyOf(changes.joining("consortia", "members", "institution")))
        .containsExactly("x-2", "x-4");
    assertThat(List.copyOf(changes.leaving("consortia", "members", "institution")))
        .containsExactly("x-2");
  }

  /// An end that is given ends; one that is taken back does not.
  @Test
  void whatIsGivenAnEndEnds() {
    var before =
        """
        institutions:
        - {id: x-1, until: 2029-01-01}
        - {id: x-2}
        - {id: x-3}
        - {id: x-4}
        """;
    var after =
        """
        institutions:
        - {id: x-1}
        - {id: x-2, until: 2030-01-01}
        - {id: x-3, merged_into: {institution: x-1, on: 2030-01-01}}
        """;

    assertThat(List.copyOf(changes(before, after).ended("institutions")))
        .containsExactly("x-2", "x-3", "x-4");
  }

  private PackChanges changes(String before, String after) {
    return new PackChanges(
        AreaId.of("xx"),
        TODAY,
        Differences.between(
            packs.tree(new PackText("x.yaml", before)).orElseThrow(),
            packs.tree(new PackText("x.yaml", after)).orElseThrow()));
  }
}
