package org.heyi.person.resident.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.heyi.HeyiTest;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.person.resident.Residents;
import org.heyi.platform.shared.ResidentId;
import org.heyi.platform.shared.Staff;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.util.MultiValueMap;

/// Every form of a resident's page, pressed twice as after a lost answer, has one effect and the
/// same answer.
@HeyiTest
class ResidentPressTests {

  @Autowired Residents residents;
  @Autowired MockMvcTester http;

  Staff doctor;
  ResidentId resident;

  @BeforeEach
  void someone() {
    doctor = TestStaff.with("village-doctor", "ninghe-yuelong-v01");
    resident = TestResidents.register(doctor);
  }

  @Test
  void contactsAndConsents() {
    twice("/contacts", Map.of("name", "张三", "relation", "2", "phone", "13900000001"));
    var contact =
        residents.view(resident, doctor).contacts().stream()
            .filter(it -> it.name().equals("张三"))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(residents.view(resident, doctor).contacts()).hasSize(2);
    twice("/contacts/" + contact + "/remove", Map.of());
    assertThat(residents.view(resident, doctor).contacts()).hasSize(1);

    var before = residents.view(resident, doctor).consents().size();
    var text = residents.lists().consents().getLast();
    twice("/consents", Map.of("text", text, "giver", "SELF"));
    var consents = residents.view(resident, doctor).consents();
    assertThat(consents).hasSize(before + 1);
    var given = consents.stream().filter(it -> it.withdrawnAt() == null).findFirst().orElseThrow();
    twice("/consents/" + given.id() + "/withdraw", Map.of());
  }

  @Test
  void numbersAndTies() {
    var before = residents.view(resident, doctor).numbers().size();
    twice(
        "/numbers", Map.of("system", "PASSPORT", "number", "E" + System.nanoTime() % 100_000_000));
    assertThat(residents.view(resident, doctor).numbers()).hasSize(before + 1);
    twice("/tie", Map.of("institution", "ninghe-yuelong-v01"));
  }

  @Test
  void aFormThatIsNotOfAPageIsRefused() {
    for (var key : new String[] {"", "7"}) {
      var request =
          http.post()
              .uri("/residents/" + resident + "/contacts")
              .params(
                  MultiValueMap.fromSingleValue(
                      Map.of("key", key, "name", "张三", "relation", "2", "phone", "13900000001")))
              .with(TestStaff.signedIn(doctor));
      assertThat(request.exchange()).hasStatus(400);
    }
    assertThat(residents.view(resident, doctor).contacts()).hasSize(1);
  }

  private void twice(String path, Map<String, String> fields) {
    var key = UUID.randomUUID().toString();
    for (int press = 1; press <= 2; press++) {
      var request =
          http.post()
              .uri("/residents/" + resident + path)
              .param("key", key)
              .accept("text/html")
              .with(TestStaff.signedIn(doctor));
      fields.forEach(request::param);
      assertThat(request.exchange())
          .as("%s, press %d", path, press)
          .hasRedirectedUrl("/residents/" + resident);
    }
  }
}
