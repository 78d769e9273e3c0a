package org.heyi.flow.referral;

import java.util.List;
import org.heyi.platform.fhir.FhirSecret;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// A referral that a clinic has sent, and where it stands.
@Configuration(proxyBeanMethods = false)
class ReferralSecrets {

  @Bean
  FhirSecret serviceRequestSecret(TestReferrals fixture) {
    return new Sent("ServiceRequest", "_lastUpdated=ge2026-01-01&requester=Organization/", fixture);
  }

  @Bean
  FhirSecret taskSecret(TestReferrals fixture) {
    return new Sent("Task", "requester=Organization/", fixture);
  }

  private record Sent(String type, String search, TestReferrals fixture) implements FhirSecret {

    @Override
    public String owner() {
      return TestReferrals.villageDoctor().institution().value();
    }

    @Override
    public Real make() {
      var id = fixture.sent(fixture.clinicTomorrow(1, 1));
      return new Real(id.toString(), List.of(search + owner()), List.of());
    }
  }
}
