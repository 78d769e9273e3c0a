package org.heyi.platform.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.heyi.AtOnce;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.Satisfies;
import org.heyi.TestStaff;
import org.heyi.platform.notice.NoticeView;
import org.heyi.platform.notice.Notices;
import org.heyi.platform.policy.Pack;
import org.heyi.platform.policy.PackText;
import org.heyi.platform.policy.Packs;
import org.heyi.platform.policy.Policies;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.PageQuery;
import org.heyi.platform.shared.ProblemException;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// New versions of packs, from the upload to the day they hold. Each test has an area of its own.
@HeyiTest
class RevisionsTests {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Autowired Revisions revisions;
  @Autowired RevisionClock clockwork;
  @Autowired Policies policies;
  @Autowired Packs packs;
  @Autowired Notices notices;
  @Autowired JdbcClient jdbc;
  @Autowired MovableClock clock;

  /// An area of this name in version 1, put into force by an upload, and its administrator.
  private Staff area(String name) {
    clock.set(TODAY.atTime(9, 0).atZone(org.heyi.platform.shared.Moments.CHINA).toInstant());
    var stranger = TestStaff.with("system-admin", "ninghe-weijianwei");
    var id = propose(name, 1, 15, stranger);
    revisions.apply(id, TODAY, stranger);
    return TestStaff.with("system-admin", name + "-weijianwei");
  }

  private RevisionId propose(String name, int version, int minutes, Staff by) {
    var file = PackFiles.bytes(PackFiles.ninghe(name, version, minutes));
    return revisions.propose(name + ".yaml", file, by);
  }

  private int minutes(String area, LocalDate on) {
    return policies.require("slot-hold-minutes", AreaId.of(area), null, on).whole();
  }

  private int version(String area) {
    return policies.area(AreaId.of(area)).version();
  }

  private RevisionState state(RevisionId id, Staff by) {
    return revisions.show(id, by).state();
  }

  /// What is uploaded changes nothing; applied today, yesterday keeps its value though the file
  /// says since 2023.
  @Test
  @Satisfies("AGR-19")
  void aVersionHoldsFromItsDayAndYesterdayKeepsItsOwn() {
    var by = area("reva");
    clock.advance(Duration.ofDays(10));
    var day = TODAY.plusDays(10);

    var id = propose("reva", 2, 40, by);
    assertThat(minutes("reva", day)).isEqualTo(15);
    assertThat(state(id, by)).isEqualTo(RevisionState.PROPOSED);
    revisions.apply(id, day, by);

    assertThat(minutes("reva", day)).isEqualTo(40);
    assertThat(minutes("reva", day.minusDays(1))).isEqualTo(15);
    assertThat(version("reva")).isEqualTo(2);
    assertThat(state(id, by)).isEqualTo(RevisionState.IN_FORCE);
    assertThat(policies.versions(AreaId.of("reva")))
        .extracting(Pack.Version::version, Pack.Version::begins)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, day),
            org.assertj.core.groups.Tuple.tuple(1, null));
    assertThat(Objects.requireNonNull(revisions.inForce(AreaId.of("reva")).get(2)).id())
        .isEqualTo(id);
    assertThat(actions(id)).containsExactly("revision.proposed", "revision.in-force");
    assertThatThrownBy(() -> revisions.apply(id, day, by)).hasMessageContaining("not-open");
    assertThatThrownBy(() -> revisions.withdraw(id, by)).hasMessageContaining("not-open");
  }

  /// What the file says of a place without a date of its own begins with the version, too: an
  /// institution that is renamed keeps its name of yesterday, one that is left as it is goes on.
  @Test
  @Satisfies("AGR-19")
  void namesOfYesterdayStay() {
    var by = area("revi");
    clock.advance(Duration.ofDays(5));
    var day = TODAY.plusDays(5);
    var text = PackFiles.ninghe("revi", 2, 15).replace("name: 岳龙卫生院,", "name: 岳龙中心卫生院,");
    var id = revisions.propose("revi.yaml", PackFiles.bytes(text), by);

    revisions.apply(id, day, by);

    assertThat(names("revi-yuelong"))
        .containsExactly("岳龙卫生院 2023-07-01 " + day, "岳龙中心卫生院 " + day + " ");
    assertThat(names("revi-qiaobei")).singleElement().asString().contains("2023-07-01");
  }

  private List<String> names(String institution) {
    return jdbc.sql(
            """
            select concat(name, ' ', since, ' ', until) from directory.institution_name
             where institution = :id and use = 'official' order by since
            """)
        .param("id", institution)
        .query((row, _) -> row.getString(1))
        .list();
  }

  private List<String> actions(RevisionId id) {
    return jdbc.sql("select action from audit.entry where subject_id = :id order by at, id")
        .param("id", id.toString())
        .query((row, _) -> row.getString(1))
        .list();
  }

  /// However many nodes look at midnight, it comes into force once, and not a minute before.
  @Test
  @Satisfies("AGR-19")
  void aScheduledVersionBeginsWithItsDay() throws Exception {
    var by = area("revb");
    var id = propose("revb", 2, 40, by);
    var day = TODAY.plusDays(1);
    revisions.apply(id, day, by);
    clock.set(Instant.parse("2026-11-23T15:59:00Z"));
    clockwork.run();
    assertThat(state(id, by)).isEqualTo(RevisionState.SCHEDULED);
    assertThat(version("revb")).isEqualTo(1);

    clock.set(Instant.parse("2026-11-23T16:00:00Z"));
    var done = AtOnce.times(6, _ -> () -> clockwork.run()).stream().mapToInt(it -> it).sum();

    System.out.printf("race: 6 nodes at midnight, applied %d, violations %d%n", done, done - 1);
    assertThat(done).isEqualTo(1);
    assertThat(state(id, by)).isEqualTo(RevisionState.IN_FORCE);
    assertThat(minutes("revb", day)).isEqualTo(40);
    assertThat(minutes("revb", TODAY)).isEqualTo(15);
    assertThat(told(by)).contains("revision.in-force-told");
  }

  private List<String> told(Staff by) {
    return notices.list(false, PageQuery.first(), by).rows().stream().map(NoticeView::key).toList();
  }

  /// When something came between, nothing changes and whoever uploaded it is told.
  @Test
  @Satisfies("AGR-19")
  void whatCanNoLongerBeginSaysSo() {
    var by = area("revc");
    var late = propose("revc", 2, 40, by);
    var quick = propose("revc", 2, 50, by);
    revisions.apply(late, TODAY.plusDays(2), by);
    revisions.apply(quick, TODAY, by);
    assertThat(revisions.show(late, by).isOvertaken()).isTrue();

    clock.set(Instant.parse("2026-11-25T00:00:00Z"));
    clockwork.run();

    var failed = revisions.show(late, by);
    assertThat(failed.state()).isEqualTo(RevisionState.FAILED);
    assertThat(failed.refusal()).isEqualTo("policy.overtaken");
    assertThat(minutes("revc", TODAY.plusDays(2))).isEqualTo(50);
    assertThat(told(by)).contains("revision.failed-told");
    assertThat(actions(late)).contains("revision.failed");
  }

  /// Uploads made against one version: one of them wins, the others are told "overtaken".
  @Test
  @Satisfies("AGR-19")
  void ofManyUploadsAgainstOneVersionOneComesIntoForce() throws Exception {
    var by = area("revd");
    var rivals = new ArrayList<Callable<String>>();
    for (var i = 0; i < 8; i++) {
      var id = propose("revd", 2 + i % 3, 20 + i, by);
      rivals.add(() -> answer(() -> revisions.apply(id, TODAY, by)));
    }

    var answers = AtOnce.all(rivals);

    var won = answers.stream().filter(String::isEmpty).count();
    var overtaken = answers.stream().filter("policy.overtaken"::equals).count();
    var rows =
        jdbc.sql(
                "select count(*) from revision.area where area = 'revd' and in_force and version > 1")
            .query(Integer.class)
            .single();
    System.out.printf(
        "race: %d uploads applied at once, %d in force, %d overtaken, violations %d%n",
        rivals.size(), won, overtaken, won == 1 && rows == 1 ? 0 : 1);
    assertThat(won).isEqualTo(1);
    assertThat(overtaken).isEqualTo(7);
    assertThat(rows).isEqualTo(1);
  }

  /// One upload put into force and withdrawn at the same moment ends in one way.
  @Test
  void applyingAndWithdrawingAtOnceEndsInOneWay() throws Exception {
    var by = area("reve");
    var id = propose("reve", 2, 40, by);
    var rivals = new ArrayList<Callable<String>>();
    for (var i = 0; i < 4; i++) {
      rivals.add(() -> answer(() -> revisions.apply(id, TODAY, by)));
      rivals.add(() -> answer(() -> revisions.withdraw(id, by)));
    }

    var won = AtOnce.all(rivals).stream().filter(String::isEmpty).count();

    var applied = version("reve") == 2;
    var said = state(id, by) == RevisionState.IN_FORCE;
    System.out.printf(
        "race: %d apply or withdraw, %d did, violations %d%n",
        rivals.size(), won, won == 1 && applied == said ? 0 : 1);
    assertThat(won).isEqualTo(1);
    assertThat(said).isEqualTo(applied);
  }

  private static String answer(Runnable attempt) {
    try {
      attempt.run();
      return "";
    } catch (ProblemException refused) {
      return refused.problem().code();
    }
  }

  /// A template is one file for its counties: all of them in one transaction.
  @Test
  void aTemplateTouchesAllItsCountiesTogether() {
    clock.set(Instant.parse("2026-11-23T01:00:00Z"));
    var first = PackFiles.renamed("nanyang", "revf");
    var stranger = TestStaff.with("system-admin", "ninghe-weijianwei");
    var one = revisions.propose("revf.yaml", PackFiles.bytes(first), stranger);
    revisions.apply(one, TODAY, stranger);
    var by = TestStaff.with("system-admin", "revf-jia-weijianwei");

    var text = first.replace("version: 1", "version: 2");
    var two = revisions.propose("revf.yaml", PackFiles.bytes(text), by);
    assertThat(revisions.show(two, by).areas())
        .extracting(Revision.Change::base)
        .containsExactly(1, 1, 1);
    revisions.apply(two, TODAY, by);

    assertThat(List.of(version("revf-jia"), version("revf-yi"), version("revf-bing")))
        .containsOnly(2);
  }

  @Test
  void whatMayNotBeSaysWhy() {
    var by = area("revg");
    var text = PackFiles.ninghe("revg", 2, 40);
    var doctor = TestStaff.with("village-doctor", "revg-yuelong");
    var foreign =
        PackFiles.bytes(
            PackFiles.renamed("taicang", "taicang").replace("version: 1", "version: 9"));

    assertThatThrownBy(() -> revisions.propose("revg.yaml", PackFiles.bytes(text), doctor))
        .hasMessageContaining("not-a-publisher");
    assertThatThrownBy(() -> revisions.propose("taicang.yaml", foreign, by))
        .hasMessageContaining("other-area");
    assertThatThrownBy(() -> revisions.propose("revg.yaml", new byte[] {(byte) 0xff, 0}, by))
        .hasMessageContaining("not-utf8");
    assertThatThrownBy(() -> revisions.propose("revg.yaml", new byte[0], by))
        .hasMessageContaining("no-file");
    var id = propose("revg", 2, 40, by);
    assertThatThrownBy(() -> revisions.apply(id, TODAY.minusDays(1), by))
        .hasMessageContaining("too-early");
    assertThatThrownBy(() -> revisions.apply(id, null, by)).hasMessageContaining("no-date");
    var other = TestStaff.with("system-admin", "taicang-weijianwei");
    assertThatThrownBy(() -> revisions.show(id, other)).hasMessageContaining("no-such-revision");
  }

  /// Everything wrong is told with its place; nothing is kept.
  @Test
  void aFileWithFaultsIsNoRevision() {
    var by = area("revh");
    var before = revisions.list(by).size();
    var bad = PackFiles.ninghe("revh", 1, 15).replace("form: tight_county", "form: loose_bag");

    var trial = revisions.tryOut("revh.yaml", PackFiles.bytes(bad), by);

    assertThat(trial.faults()).extracting(it -> it.problem().code()).contains("pack.unknown-word");
    assertThat(trial.faults()).allSatisfy(it -> assertThat(it.line()).isPositive());
    var same = PackFiles.bytes(PackFiles.ninghe("revh", 1, 15));
    assertThat(revisions.tryOut("revh.yaml", same, by).faults())
        .extracting(it -> it.problem().code())
        .containsExactly("pack.version-not-raised");
    assertThatThrownBy(() -> revisions.propose("revh.yaml", PackFiles.bytes(bad), by))
        .hasMessageContaining("faulty");
    assertThat(revisions.list(by)).hasSize(before);
    assertThat(version("revh")).isEqualTo(1);
  }

  /// A section that nobody wrote code for is compared by the ids of its entries.
  @Test
  void everySectionIsComparedWithoutCodeOfItsOwn() {
    var before = tree("bodies:\n- {id: a, name: 甲, seats: 3}\n- {id: b, name: 乙}\nrule: {x: 1}\n");
    var after =
        tree(
            """
            bodies:
            - {id: c, name: 丙, until: 2027-01-01}
            - {id: a, name: 甲, seats: 5}
            rule: {x: {value: 50, unit: percent, clause: §三}}
            """);

    var found = Differences.between(before, after);

    assertThat(found).extracting(Difference::section).containsExactly("bodies", "rule");
    assertThat(found.getFirst().entries())
        .extracting(it -> it.kind() + " " + it.id() + " " + it.name() + " " + it.fields().size())
        .containsExactly("ADDED c 丙 3", "CHANGED a 甲 1", "REMOVED b 乙 2");
    assertThat(found.getFirst().entries().get(1).fields().getFirst())
        .isEqualTo(
            new Difference.Field(
                List.of("seats"),
                new Difference.Value("3", "", ""),
                new Difference.Value("5", "", "")));
    assertThat(found.get(1).entries().getFirst().fields().getFirst().after())
        .isEqualTo(new Difference.Value("50", "percent", "§三"));
    assertThat(Differences.between(after, after)).isEmpty();
  }

  private org.heyi.platform.policy.PackNode tree(String text) {
    return packs.tree(new PackText("any.yaml", text)).orElseThrow();
  }
}
