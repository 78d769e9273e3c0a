package org.heyi.platform.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.heyi.HeyiTest;
import org.heyi.platform.access.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Bodies and searches that are made to hurt (catalogue of FHIR bombs): each is refused with an
/// OperationOutcome, and soon.
@HeyiTest
class GuardTests {

  /// Of the whole process, whatever else runs in it.
  private static final Duration MOST = Duration.ofSeconds(1);

  @LocalServerPort int port;
  @Autowired Accounts accounts;
  private FhirClient system;

  @BeforeEach
  void open() {
    system = FhirClient.open(port, accounts, "ninghe-yiyuan", "hospital-system", "system/*.cruds");
    system.get("Organization?_count=1");
  }

  static Stream<Arguments> bodies() {
    var patient = "{\"resourceType\":\"Patient\",";
    return Stream.of(
        Arguments.of("a huge exponent", patient + "\"multipleBirthInteger\":1e1000000}"),
        Arguments.of("an exponent down", patient + "\"multipleBirthInteger\":1e-1000000}"),
        Arguments.of("an exponent of many digits", "{\"a\":1E+" + "9".repeat(30) + "}"),
        Arguments.of("a long number", "{\"a\":" + "9".repeat(5_000) + "}"),
        Arguments.of("a long fraction", "{\"a\":0." + "1".repeat(100_000) + "}"),
        Arguments.of("deep lists", "{\"a\":" + "[".repeat(5_000) + "]".repeat(5_000) + "}"),
        Arguments.of("deep objects", "{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000)),
        Arguments.of("a name twice", patient + "\"gender\":\"male\",\"gender\":\"female\"}"),
        Arguments.of("a name twice, escaped", "{\"a\":1,\"\\u0061\":2}"),
        Arguments.of("a long text", patient + "\"id\":\"" + "x".repeat(1_500_000) + "\"}"),
        Arguments.of("a long name", "{\"" + "x".repeat(100_000) + "\":1}"),
        Arguments.of("too many things", "{\"a\":[" + "1,".repeat(200_000) + "1]}"),
        Arguments.of("too many bytes", "{\"a\":\"" + " ".repeat(2_500_000) + "\"}"),
        Arguments.of("not JSON", "resourceType=Patient"),
        Arguments.of("no object", "[1]"),
        Arguments.of("two objects", "{}{}"),
        Arguments.of("cut off", patient),
        Arguments.of("a comment", patient + "/* */\"id\":\"1\"}"),
        Arguments.of("not a number", patient + "\"multipleBirthInteger\":NaN}"),
        Arguments.of("a zero byte", patient + "\"id\":\"\u0000\"}"),
        Arguments.of("no type", "{}"),
        Arguments.of("an unknown type", "{\"resourceType\":\"Bomb\"}"),
        Arguments.of("an unknown element", patient + "\"colour\":\"red\"}"),
        Arguments.of("another type", "{\"resourceType\":\"Binary\",\"contentType\":\"a/b\"}"),
        Arguments.of("a day that is none", patient + "\"birthDate\":\"1990-02-30\"}"),
        Arguments.of(
            "a resource in itself",
            patient
                + "\"contained\":[{\"resourceType\":\"Patient\",\"id\":\"a\",\"contained\":[]}],"
                + "\"managingOrganization\":{\"reference\":\"#a\"},\"x\":1}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bodies")
  void aHostileBodyIsRefusedSoon(String what, String body) {
    var before = cpu();
    var answer = system.send("POST", "Patient", body, Map.of());
    var took = cpu().minus(before);

    assertThat(answer.status()).as(what).isBetween(400, 499);
    assertThat(answer.outcome().getIssueFirstRep().getDetails().getText()).isNotBlank();
    assertThat(took).as(what).isLessThan(MOST);
  }

  static Stream<String> searches() {
    return Stream.of(
        "Organization?_count=1000000000",
        "Organization?_count=-1",
        "Organization?_count=x",
        "Organization?_page=0",
        "Organization?_include:iterate=Organization:partof",
        "Organization?_include=*",
        "Organization?_include=Organization:partof"
            .concat("&_include=Organization:partof".repeat(9)),
        "Organization?_revinclude=Patient:organization",
        "Organization?_has:Patient:organization:name=x",
        "Organization?partof.name=x",
        "Organization?name:contains=x",
        "Organization?name=" + "x".repeat(1_000),
        "Organization?name=a&name=b",
        "Organization?_id=" + ids(500),
        "Organization?_filter=name%20eq%20x",
        "Organization?_sort=name;drop",
        "Organization?_query=x",
        "Organization?_lastUpdated=gt2000",
        "Organization?_elements=name&_contained=true");
  }

  @ParameterizedTest
  @MethodSource("searches")
  void aHostileSearchIsRefused(String search) {
    var answer = system.get(search);

    assertThat(answer.status()).as(search).isBetween(400, 414);
    assertThat(answer.outcome().getIssueFirstRep().getDetails().getText()).isNotBlank();
  }

  @Test
  void onlyPlainJsonIsRead() {
    var body = "{\"resourceType\":\"Patient\"}";
    var xml = "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><Patient>&b;</Patient>";

    assertThat(system.send("POST", "Patient", body, Map.of("Content-Encoding", "gzip")).status())
        .isEqualTo(415);
    assertThat(
            system
                .send("POST", "Patient", xml, Map.of("Content-Type", "application/fhir+xml"))
                .status())
        .isEqualTo(415);
    assertThat(
            system
                .send(
                    "POST",
                    "Patient",
                    body,
                    Map.of("Content-Type", "application/fhir+json;charset=UTF-16"))
                .status())
        .isEqualTo(415);
  }

  private static String ids(int count) {
    return IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
  }

  private static Duration cpu() {
    var machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return Duration.ofNanos(machine.getProcessCpuTime());
  }
}
