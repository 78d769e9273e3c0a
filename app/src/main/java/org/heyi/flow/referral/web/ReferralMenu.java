package org.heyi.flow.referral.web;

import org.heyi.flow.referral.ReferralDuty;
import org.heyi.flow.referral.list.ReferralLists;
import org.heyi.platform.shared.Staff;
import org.heyi.platform.shell.Badge;
import org.heyi.platform.shell.MenuEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The room's entries in the menu.
@Configuration(proxyBeanMethods = false)
class ReferralMenu {

  @Bean
  MenuEntry referralsSent() {
    return MenuEntry.of(
        "/referrals/sent",
        "referral.sent-list",
        110,
        it -> it.may(ReferralDuty.SEND) || it.may(ReferralDuty.OVERSEE));
  }

  @Bean
  MenuEntry referralsInbox() {
    return MenuEntry.of(
        "/referrals/inbox",
        "referral.inbox",
        111,
        it -> it.may(ReferralDuty.REVIEW) || it.may(ReferralDuty.ADVISE));
  }

  @Bean
  MenuEntry referralsDesk() {
    return MenuEntry.of(
        "/referrals/desk",
        "referral.desk",
        112,
        it -> it.may(ReferralDuty.ARRIVE) || it.may(ReferralDuty.REVIEW));
  }

  @Bean
  MenuEntry referralsCare() {
    return MenuEntry.of("/referrals/care", "referral.care", 113, it -> it.may(ReferralDuty.TREAT));
  }

  @Bean
  MenuEntry referralReviews() {
    return MenuEntry.of(
        "/referrals/reviews",
        "referral.reviews",
        115,
        it -> it.may(ReferralDuty.REVIEW) || it.may(ReferralDuty.OVERSEE));
  }

  @Bean
  MenuEntry referralOffice() {
    return MenuEntry.of(
        "/referral-offices", "office.title", 116, it -> it.may(ReferralDuty.OVERSEE));
  }

  @Bean
  MenuEntry referralCoverage() {
    return MenuEntry.of(
        "/referrals/coverage", "coverage.title", 117, it -> it.may(ReferralDuty.COVERAGE));
  }

  @Bean
  MenuEntry referralsOutage() {
    return MenuEntry.of(
        "/referrals/outage",
        "referral.outage",
        119,
        it ->
            it.may(ReferralDuty.SEND)
                || it.may(ReferralDuty.REVIEW)
                || it.may(ReferralDuty.ARRIVE));
  }

  @Bean
  Badge referralsToDecide(ReferralLists lists) {
    return new Badge() {
      @Override
      public String path() {
        return "/referrals/inbox";
      }

      @Override
      public long count(Staff staff) {
        return lists.toDecide(staff);
      }
    };
  }
}
