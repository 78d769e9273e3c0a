package org.heyi.flow.referral;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import org.heyi.MovableClock;
import org.heyi.RouteFixture;
import org.heyi.TestStaff;
import org.heyi.flow.referral.content.Feedback;
import org.heyi.platform.shared.Staff;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/// Referrals from the clinic to the hospital, at each stage of their way, for the route test.
@Configuration(proxyBeanMethods = false)
class ReferralRouteFixtures {

  /// How far it has come; each includes those before it.
  enum Stage {
    DRAFT,
    SENT,
    CLAIMED,
    FORWARDED,
    ACCEPTED,
    ARRIVED,
    IN_CARE,
    FED_BACK
  }

  @Bean
  RouteFixture draftReferral(Way way) {
    return new AtStage(Stage.DRAFT, way);
  }

  @Bean
  RouteFixture sentReferral(Way way) {
    return new AtStage(Stage.SENT, way);
  }

  @Bean
  RouteFixture claimedReferral(Way way) {
    return new AtStage(Stage.CLAIMED, way);
  }

  @Bean
  RouteFixture forwardedReferral(Way way) {
    return new AtStage(Stage.FORWARDED, way);
  }

  @Bean
  RouteFixture acceptedReferral(Way way) {
    return new AtStage(Stage.ACCEPTED, way);
  }

  @Bean
  RouteFixture arrivedReferral(Way way) {
    return new AtStage(Stage.ARRIVED, way);
  }

  @Bean
  RouteFixture inCareReferral(Way way) {
    return new AtStage(Stage.IN_CARE, way);
  }

  @Bean
  RouteFixture fedBackReferral(Way way) {
    return new AtStage(Stage.FED_BACK, way);
  }

  private record AtStage(Stage stage, Way way) implements RouteFixture {

    @Override
    public String kind() {
      return stage.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-referral";
    }

    @Override
    public Real make(String role) {
      return new Real(standing(role), way.to(stage));
    }

    /// Those who send stand in the clinic, the others in the hospital, which sees no drafts.
    private Staff standing(String role) {
      var sends = role.equals("village-doctor") || role.equals("family-doctor");
      var inClinic = sends || stage == Stage.DRAFT;
      return TestStaff.with(role, inClinic ? TestReferrals.CLINIC : TestReferrals.HOSPITAL);
    }

    @Override
    public Map<String, String> sent(String route, Real real) {
      var id = ReferralId.of(real.variables().getOrDefault("id", ""));
      return way.press(id, real.variables().getOrDefault("slot", ""));
    }
  }

  /// Leads a new referral along its way.
  @Component
  static class Way {

    private final TestReferrals fixture;
    private final Referrals referrals;
    private final Drafts drafts;
    private final MovableClock clock;

    Way(TestReferrals fixture, Referrals referrals, Drafts drafts, MovableClock clock) {
      this.fixture = fixture;
      this.referrals = referrals;
      this.drafts = drafts;
      this.clock = clock;
    }

    Map<String, String> to(Stage stage) {
      clock.set(MovableClock.START);
      var clinic = fixture.clinicTomorrow(2, 1);
      var slot = fixture.free(clinic).getLast().slot().toString();
      if (stage == Stage.DRAFT) {
        var id = fixture.draft();
        var press = TestReferrals.press(fixture.version(id));
        var file = drafts.attach(id, "心电图.png", picture(), press, TestReferrals.villageDoctor());
        return Map.of("id", id.toString(), "file", file.toString(), "slot", slot);
      }
      var id = fixture.sent(clinic);
      for (var next : Stage.values()) {
        if (next.compareTo(stage) <= 0) {
          lead(id, next, stage);
        }
      }
      return Map.of("id", id.toString(), "slot", slot);
    }

    private void lead(ReferralId id, Stage next, Stage last) {
      var press = TestReferrals.press(fixture.version(id));
      switch (next) {
        case DRAFT, SENT -> {}
        case CLAIMED -> {
          if (last == Stage.CLAIMED) {
            referrals.claim(id, press, TestReferrals.clerk());
          }
        }
        case FORWARDED -> {
          if (last == Stage.FORWARDED) {
            var physician = TestReferrals.physician().account();
            referrals.forward(id, physician, "是否急诊？", press, TestReferrals.clerk());
          }
        }
        case ACCEPTED -> referrals.accept(id, press, TestReferrals.clerk());
        case ARRIVED -> {
          fixture.at("08:00");
          referrals.arrive(id, press, TestReferrals.desk());
        }
        case IN_CARE -> referrals.takeIn(id, press, TestReferrals.physician());
        case FED_BACK -> {
          var feedback = new Feedback(null, "药物治疗", "每月随访");
          referrals.feedBack(id, feedback, press, TestReferrals.physician());
        }
      }
    }

    Map<String, String> press(ReferralId id, String slot) {
      return Map.of(
          "version",
          String.valueOf(fixture.version(id)),
          "slot",
          slot,
          "advice",
          "补充检查",
          "opinion",
          "可以接收",
          "why",
          "路由测试");
    }

    private static byte[] picture() {
      var bytes = new ByteArrayOutputStream();
      try {
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return bytes.toByteArray();
    }
  }
}
