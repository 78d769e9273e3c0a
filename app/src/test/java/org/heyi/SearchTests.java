package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.PageEntry;
import org.heyi.platform.shell.SearchSource;
import org.heyi.platform.shell.Words;
import org.heyi.steering.directory.EnlistPractitioner;
import org.heyi.steering.directory.Institutions;
import org.heyi.steering.directory.PractitionerTitle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// One box over residents, referrals, institutions, staff, consortia, parameters and pages, within
/// the caller's rights.
@HeyiTest
class SearchTests {

  private static final String HOSPITAL = "taicang-shiyiyuan";

  @Autowired List<SearchSource> sources;
  @Autowired List<PageEntry> pages;
  @Autowired Institutions institutions;
  @Autowired MessageSource messages;
  @Autowired MockMvcTester http;

  @ParameterizedTest
  @CsvSource({
    "work.inbox, 待办, /work",
    "work.inbox, daiban, /work",
    "work.inbox, inbox, /work",
    "policy.comparison, zzzz, ''",
    "access.own-account, 我的账号, /account",
  })
  void pagesAreFoundByTheirNamesInEitherLanguage(String label, String typed, String path) {
    var by = TestStaff.with("village-doctor", "ninghe-yuelong-v01");

    var found = paths("shell.search-pages", typed, by);

    if (path.isEmpty()) {
      assertThat(found).as("%s is not called %s", label, typed).isEmpty();
    } else {
      assertThat(found).contains(path);
    }
  }

  static List<String> roles() {
    return List.copyOf(RouteTable.allRoles());
  }

  @ParameterizedTest
  @MethodSource("roles")
  void whatIsFoundMayBeOpened(String role) {
    var by = TestStaff.with(role, HOSPITAL);
    var may =
        RouteTable.read().stream()
            .filter(it -> it.method().equals("GET"))
            .collect(Collectors.toMap(RouteTable.Row::route, RouteTable.Row::roles));

    var shown = pages.stream().filter(it -> it.shownTo(by)).map(PageEntry::path).toList();

    assertThat(shown).isNotEmpty().allSatisfy(it -> assertThat(may.get(it)).as(it).contains(role));
    assertThat(pages).extracting(PageEntry::path).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource({"单建国, shanjianguo", "曾小红, zxh", "仇海英, qiu", "解放, xiefang", "解放, jf", "曾小红, 小红"})
  void colleaguesAreFoundByASurnameReadInMoreThanOneWay(String name, String typed) {
    var at = InstitutionId.of(HOSPITAL);
    institutions.enlist(
        new EnlistPractitioner(at, null, name, PractitionerTitle.NURSE, LocalDate.of(2025, 1, 1)),
        TestStaff.with("institution-head", HOSPITAL));
    var neighbour = TestStaff.with("village-doctor", "taicang-shaxi");
    var stranger = TestStaff.with("village-doctor", "ninghe-yuelong-v01");

    assertThat(titles("directory.search-practitioners", typed, neighbour)).contains(name);
    assertThat(titles("directory.search-practitioners", typed, stranger)).doesNotContain(name);
  }

  @ParameterizedTest
  @CsvSource({
    "directory.search, quzhongyiyuan, 区中医院",
    "directory.search, 区医院, 宁河区医院",
    "community.search, zongyiyuan, 宁河区紧密型医共体",
    "community.search, 总医院, 宁河区紧密型医共体",
  })
  void institutionsAndConsortiaAreFoundByEachOfTheirNames(
      String source, String typed, String name) {
    var by = TestStaff.with("village-doctor", "ninghe-yuelong-v01");

    assertThat(titles(source, typed, by)).contains(name);
  }

  @Test
  void institutionsOfTheOwnAreaComeFirst() {
    var by = TestStaff.with("village-doctor", "ninghe-yuelong-v01");

    assertThat(paths("directory.search", "zyy", by))
        .startsWith("/institutions/ninghe-zhongyiyuan")
        .contains("/institutions/taicang-zhongyi");
  }

  @Test
  void accountsAreFoundByWhoAdministersThemOnly() {
    var admin = TestStaff.with("system-admin", HOSPITAL);
    var login = TestStaff.login(admin);

    assertThat(hits("access.accounts", login, admin)).isNotEmpty();
    for (var other : List.of("village-doctor", "physician", "commission-officer")) {
      assertThat(hits("access.accounts", login, TestStaff.with(other, HOSPITAL))).isEmpty();
    }
    assertThat(hits("access.accounts", login, TestStaff.with("system-admin", "ninghe-yiyuan")))
        .isEmpty();
  }

  @Test
  void theBoxAsksEverySourceOnceAndKeepsWhatWasTypedOutOfTheAddress() {
    var by = TestStaff.with("village-doctor", "ninghe-yuelong-v01");

    assertThat(
            http.post()
                .uri("/search")
                .with(TestStaff.signedIn(by))
                .param("q", "区医院")
                .accept("text/html")
                .header("Accept-Language", "en"))
        .hasStatusOk()
        .bodyText()
        .contains("宁河区医院", "District or county hospital");
  }

  private List<String> paths(String label, String typed, Staff by) {
    return hits(label, typed, by).stream().map(SearchSource.Hit::path).toList();
  }

  private List<String> titles(String label, String typed, Staff by) {
    return hits(label, typed, by).stream().map(SearchSource.Hit::title).toList();
  }

  private List<SearchSource.Hit> hits(String label, String typed, Staff by) {
    var words = new Words(messages, Locale.SIMPLIFIED_CHINESE);
    return sources.stream()
        .filter(it -> it.label().equals(label))
        .flatMap(it -> it.search(typed, by, words, 50).stream())
        .toList();
  }
}
