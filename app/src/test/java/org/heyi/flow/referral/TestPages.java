package org.heyi.flow.referral;

import static org.assertj.core.api.Assertions.assertThat;
import static org.heyi.TestStaff.signedIn;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// A browser without JavaScript: opens pages and sends forms as somebody signed in.
@Component
class TestPages {

  private final ObjectProvider<MockMvcTester> http;
  private final TestReferrals fixture;

  TestPages(ObjectProvider<MockMvcTester> http, TestReferrals fixture) {
    this.http = http;
    this.fixture = fixture;
  }

  MvcTestResult get(String path, Staff by, String language) {
    return http.getObject()
        .get()
        .uri(URI.create(path))
        .header("Accept-Language", language)
        .accept("text/html")
        .with(signedIn(by))
        .exchange();
  }

  MvcTestResult post(String path, Staff by, String language, Map<String, String> fields) {
    var request =
        http.getObject()
            .post()
            .uri(URI.create(path))
            .header("Accept-Language", language)
            .accept("text/html")
            .with(signedIn(by));
    fields.forEach(request::param);
    return request.exchange();
  }

  /// The fields with what every form carries: a new key, and the version of now.
  Map<String, String> form(ReferralId id, Map<String, String> fields) {
    var all = new HashMap<>(fields);
    all.put("key", UUID.randomUUID().toString());
    all.put("version", String.valueOf(fixture.version(id)));
    return all;
  }

  static String location(MvcTestResult result) {
    assertThat(result).hasStatus3xxRedirection();
    return String.valueOf(result.getResponse().getHeader("Location"));
  }
}
