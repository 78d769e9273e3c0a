package org.heyi.front.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.heyi.platform.shared.AreaId;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Moments;
import org.heyi.platform.shared.Staff;
import org.heyi.steering.directory.InstitutionView;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.siting.AdoptPlan;
import org.heyi.steering.directory.siting.EnterSettlement;
import org.heyi.steering.directory.siting.EnterSite;
import org.heyi.steering.directory.siting.MoveSite;
import org.heyi.steering.directory.siting.ServedBy;
import org.heyi.steering.directory.siting.Settlement;
import org.heyi.steering.directory.siting.SiteMoves;
import org.heyi.steering.directory.siting.SiteState;
import org.heyi.steering.directory.siting.SitingDrafts;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.stereotype.Component;

/// A made-up siting plan of village clinics: a former version, the one in force, and the draft of
/// the next. Each township has an old site that merges or closes, and one that is planned; some of
/// their villages stay uncovered. Names of villages and numbers of people are nobody's.
@Component
@Conditional(DemoMode.class)
class DemoSiting {

  private static final String MADE_UP = "演示数据，虚构";
  private static final LocalTime MORNING = LocalTime.of(9, 30);
  private static final int MOST_CLINICS = 8;
  private static final int SEED = 20_241_007;

  private final Institutions institutions;
  private final SitingDrafts drafts;
  private final SiteMoves moves;

  DemoSiting(Institutions institutions, SitingDrafts drafts, SiteMoves moves) {
    this.institutions = institutions;
    this.drafts = drafts;
    this.moves = moves;
  }

  /// A township: the centre that answers for it, and its clinics.
  private record Township(
      int number, String name, InstitutionId centre, List<InstitutionView> clinics) {

    private String site(int which) {
      return "D%02d%02d".formatted(number, which);
    }

    /// Stands since long ago; is given up with the second version.
    private String old() {
      return site(90);
    }

    private String planned() {
      return site(91);
    }

    private String settlement(int which) {
      return "J%02d%02d".formatted(number, which);
    }
  }

  /// The plan as it has become by now; what is still to happen goes on the agenda.
  void putOn(Agenda agenda, DemoCast cast, LocalDate begin) {
    var townships = townships(cast.area());
    if (townships.isEmpty()) {
      return;
    }
    var officer = cast.officer();
    var area = cast.area();
    var random = new SplittableRandom(SEED);
    int first = drafts.begin(area, officer).number();
    for (var it : townships) {
      first(it, first, begin, random, officer);
    }
    adopt(first, "村卫生室设置规划", begin.minusYears(2), officer);
    int second = drafts.begin(area, officer).number();
    for (var it : townships) {
      second(it, second, begin, officer);
    }
    adopt(second, "村卫生室设置规划（调整）", begin, officer);
    agenda.add(
        morning(begin.plusDays(10)),
        () -> {
          opens(townships.getFirst(), second, begin.plusDays(10), officer);
          third(townships, officer);
        });
  }

  private List<Township> townships(AreaId area) {
    Map<InstitutionId, List<InstitutionView>> managed = new LinkedHashMap<>();
    for (var it : institutions.all(area)) {
      var manager = it.managedBy();
      if (manager != null) {
        managed.computeIfAbsent(manager, _ -> new ArrayList<>()).add(it);
      }
    }
    var townships = new ArrayList<Township>();
    managed.forEach((centre, clinics) -> {
      var facts = institutions.facts(centre);
      var name = facts.town().isEmpty() ? facts.view().name() : facts.town();
      townships.add(
          new Township(
              townships.size() + 1, name, centre, clinics.stream().limit(MOST_CLINICS).toList()));
    });
    return townships;
  }

  private void first(
      Township it, int version, LocalDate begin, SplittableRandom random, Staff officer) {
    var since = begin.minusYears(8);
    for (int i = 0; i < it.clinics().size(); i++) {
      var clinic = it.clinics().get(i);
      var village = it.name() + "第" + (i + 1) + "村（合成）";
      site(version, it, it.site(i), clinic.name(), village, clinic.id(), since, officer);
      settle(
          version, it, it.settlement(i), village, it.site(i), random.nextInt(400, 2400), officer);
    }
    var hamlet = it.name() + "老庄（合成）";
    site(version, it, it.old(), it.name() + "老庄卫生室（合成）", hamlet, null, since, officer);
    settle(version, it, it.settlement(90), hamlet, it.old(), random.nextInt(80, 500), officer);
    var far = it.name() + "河东庄（合成）";
    Integer people = it.number() % 4 == 0 ? null : random.nextInt(60, 300);
    settle(version, it, it.settlement(91), far, null, people, officer);
  }

  /// The old site merges, in every third township closes with nobody to follow; a new one is
  /// planned for who has none, or the centre comes by.
  private void second(Township it, int version, LocalDate begin, Staff officer) {
    boolean closes = it.number() % 3 == 0;
    moves.move(
        officer.area(),
        version,
        new MoveSite(
            it.old(),
            SiteState.OPEN,
            closes ? SiteState.CLOSED : SiteState.MERGED,
            begin,
            closes ? null : it.site(0),
            null,
            closes ? "乡村医生退休，无人接替（演示）" : "人口外迁，就近合并（演示）"),
        officer);
    if (it.number() % 5 == 4) {
      var far = List.of(it.settlement(91));
      drafts.assign(officer.area(), version, far, ServedBy.VISIT, null, officer);
    } else if (it.number() % 5 != 0) {
      var name = it.name() + "河东庄卫生室（合成）";
      drafts.enter(
          officer.area(),
          version,
          new EnterSite(
              it.planned(),
              name,
              it.name(),
              it.name() + "河东庄（合成）",
              it.centre(),
              null,
              SiteState.PLANNED,
              begin.plusDays(200),
              null,
              MADE_UP),
          officer);
      drafts.assign(
          officer.area(),
          version,
          List.of(it.settlement(91)),
          ServedBy.SITE,
          it.planned(),
          officer);
    }
  }

  private void opens(Township it, int version, LocalDate day, Staff officer) {
    moves.move(
        officer.area(),
        version,
        new MoveSite(
            it.planned(), SiteState.PLANNED, SiteState.OPEN, day, null, null, "验收合格，提前开办（演示）"),
        officer);
  }

  /// The commission has begun to give the villages of closed sites to the centre's visits.
  private void third(List<Township> townships, Staff officer) {
    int version = drafts.begin(officer.area(), officer).number();
    townships.stream()
        .filter(it -> it.number() % 3 == 0)
        .findFirst()
        .ifPresent(it ->
            drafts.assign(
                officer.area(),
                version,
                List.of(it.settlement(90)),
                ServedBy.VISIT,
                null,
                officer));
  }

  private void adopt(int version, String title, LocalDate since, Staff officer) {
    var document = "演示〔%d〕%d 号".formatted(since.getYear(), version);
    drafts.adopt(
        officer.area(),
        version,
        new AdoptPlan("关于" + title + "的通知（演示，虚构）", document, since),
        officer);
  }

  private void site(
      int version,
      Township it,
      String code,
      String name,
      String village,
      @Nullable InstitutionId clinic,
      LocalDate since,
      Staff officer) {
    drafts.enter(
        officer.area(),
        version,
        new EnterSite(
            code,
            name,
            it.name(),
            village,
            it.centre(),
            clinic,
            SiteState.OPEN,
            since,
            null,
            MADE_UP),
        officer);
  }

  private void settle(
      int version,
      Township it,
      String code,
      String name,
      @Nullable String site,
      @Nullable Integer people,
      Staff officer) {
    var kind =
        code.endsWith("90") || code.endsWith("91")
            ? Settlement.Kind.NATURAL_VILLAGE
            : Settlement.Kind.ADMINISTRATIVE_VILLAGE;
    drafts.enter(
        officer.area(),
        version,
        new EnterSettlement(
            code,
            name,
            it.name(),
            kind,
            people,
            it.centre(),
            site == null ? ServedBy.NOBODY : ServedBy.SITE,
            site),
        officer);
  }

  private static Instant morning(LocalDate day) {
    return day.atTime(MORNING).atZone(Moments.CHINA).toInstant();
  }
}
