package org.heyi.flow.referral.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.MovableClock;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.flow.referral.Drafts;
import org.heyi.flow.referral.ReferralId;
import org.heyi.flow.referral.content.ClinicalSummary;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The search box over referrals: one answer for rare names and for frequent ones, of the own
/// institution only.
@HeyiTest
class SearchStoreTests {

  private static final int MOST = 50;
  private static final int RARE = 1_000_000;
  private static final int FREQUENT = 1;

  @Autowired SearchStore store;
  @Autowired ReferralLists lists;
  @Autowired Drafts drafts;
  @Autowired MovableClock clock;

  private static Staff doctor() {
    return TestStaff.with("village-doctor", "ninghe-yuelong-v03");
  }

  private ReferralId draft(String name) {
    var doctor = doctor();
    var person = TestResidents.named(name, TestResidents.number(), doctor);
    var resident = TestResidents.register(person, doctor);
    return drafts.start(resident, ClinicalSummary.EMPTY, UUID.randomUUID(), doctor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"单", "单雄", "shanxiong", "danxiong", "sxx", "SHAN XIONG"})
  void aNameIsFoundByHowItBeginsInEachOfItsReadings(String typed) {
    var own = draft("单雄信");

    assertThat(lists.search(typed, MOST, doctor())).extracting(it -> it.facts().id()).contains(own);
  }

  @Test
  void rareAndFrequentNamesGetTheSameAnswer() {
    clock.set(MovableClock.START);
    var older = draft("翟让");
    draft("程咬金");
    clock.set(MovableClock.START.plusSeconds(60));
    var newer = draft("翟天临");

    for (int few : List.of(RARE, FREQUENT)) {
      assertThat(store.byName("翟", doctor().institution(), MOST, few))
          .as("of %s looked up one by one", few)
          .containsExactly(newer, older);
      assertThat(store.byName("翟", doctor().institution(), 1, few)).containsExactly(newer);
    }
  }

  @Test
  void aNumberFindsOneAndStrangersFindNone() {
    var id = draft("罗成");
    var number = lists.search("罗成", 1, doctor()).getFirst().number();
    var stranger = TestStaff.with("village-doctor", "ninghe-yuelong-v04");

    assertThat(store.find(number, doctor().institution(), MOST)).containsExactly(id);
    assertThat(store.find(number, stranger.institution(), MOST)).isEmpty();
    assertThat(lists.search("罗成", MOST, stranger)).isEmpty();
    assertThat(store.find("  ", doctor().institution(), MOST)).isEmpty();
  }
}
