package org.heyi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/// What no page of ours sends is refused as what it is, never as a failure of the house.
@HeyiTest
class HandMadeRequestsTests {

  @Autowired MockMvcTester http;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/area?area=A B",
        "/area/A B",
        "/policy?area=A B",
        "/policy/A B",
        "/policy/ninghe/none",
        "/institutions/A B",
        "/consortia/A B",
        "/residents/none",
        "/work?urgency=x",
        "/work?whose=NOBODY",
      })
  void anIdThatIsNoneIsNotFound(String path) {
    var reader = TestStaff.with("commission-officer", "ninghe-yiyuan");

    assertThat(http.get().uri(path).accept("text/html").with(TestStaff.signedIn(reader)))
        .hasStatus(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/residents/book?institution=A B&grid=A B&residence=A B",
        "/area/ninghe?kind=A B&page=-1&size=x&sort=A B",
        "/policy/ninghe?show=A B",
        "/work?kind=A B&sort=A B",
      })
  void aFilterThatIsNoneFindsNothing(String path) {
    var reader = TestStaff.with("family-doctor", "ninghe-yiyuan");

    assertThat(http.get().uri(path).accept("text/html").with(TestStaff.signedIn(reader)))
        .hasStatusOk();
  }

  @Test
  void anInstitutionThatNoListOffersIsSaidAtItsField() {
    var doctor = TestStaff.with("village-doctor", "handmade-clinic");

    assertThat(
            http.post()
                .uri("/residents")
                .param("name", "李 明")
                .param("firstContact", "A B")
                .accept("text/html")
                .header("Accept-Language", "zh-CN")
                .with(TestStaff.signedIn(doctor)))
        .hasStatusOk()
        .bodyText()
        .contains("不能把居民划给这个机构");
  }
}
