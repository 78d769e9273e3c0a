package org.heyi.arch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Map;
import org.heyi.platform.shared.NoStaffNeeded;
import org.heyi.platform.shared.Problem;
import org.heyi.platform.shared.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.stereotype.Repository;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The rules of the house that a class file can break. Each has an offender in `fixture`, so that a
/// rule that cannot fail is noticed.
final class HouseRules {

  static final Map<String, ArchRule> ALL =
      Map.ofEntries(
          Map.entry(
              "controllers and stores are package-private",
              noClasses()
                  .that()
                  .areMetaAnnotatedWith(Controller.class)
                  .or()
                  .areAnnotatedWith(Repository.class)
                  .should()
                  .bePublic()
                  .because("only facades, records, events and problems leave a package")),
          Map.entry(
              "time comes from the Clock",
              noClasses()
                  .should()
                  .callMethod(Instant.class, "now")
                  .orShould()
                  .callMethod(LocalDate.class, "now")
                  .orShould()
                  .callMethod(LocalDateTime.class, "now")
                  .orShould()
                  .callMethod(ZonedDateTime.class, "now")
                  .orShould()
                  .callMethod(System.class, "currentTimeMillis")
                  .because("tests set the clock")),
          Map.entry(
              "a use case knows who acts",
              methods()
                  .that()
                  .areDeclaredInClassesThat()
                  .areAnnotatedWith(Service.class)
                  .and()
                  .arePublic()
                  .should(takeStaff())
                  .because("a right that is checked in one place must reach that place")),
          Map.entry(
              "nothing is injected into a field",
              noFields()
                  .should()
                  .beAnnotatedWith(Autowired.class)
                  .because("a constructor says what a class needs")),
          Map.entry(
              "only stores and facades of the shell speak SQL",
              classes()
                  .that()
                  .areNotAnnotatedWith(Repository.class)
                  .should(haveNoSql())
                  .because("all SQL of an aggregate stands in its store")),
          Map.entry(
              "transactions start at the facade",
              noClasses()
                  .that()
                  .areAnnotatedWith(Repository.class)
                  .or()
                  .areMetaAnnotatedWith(Controller.class)
                  .should()
                  .beAnnotatedWith(Transactional.class)
                  .because("one road: page, facade, aggregate, store")),
          Map.entry(
              "problems are enums",
              classes()
                  .that()
                  .implement(Problem.class)
                  .should()
                  .beEnums()
                  .because("a room says its own refusals")),
          Map.entry(
              "the clock is asked for, not made",
              noClasses()
                  .that()
                  .doNotHaveSimpleName("ClockConfiguration")
                  .and()
                  .doNotHaveSimpleName("DemoClock")
                  .should()
                  .callMethod(Clock.class, "systemUTC")
                  .orShould()
                  .callMethod(Clock.class, "systemDefaultZone")
                  .because("tests set the clock")),
          Map.entry(
              "no names that mean nothing",
              noClasses()
                  .should()
                  .haveSimpleNameEndingWith("Impl")
                  .orShould()
                  .haveSimpleNameEndingWith("Util")
                  .orShould()
                  .haveSimpleNameEndingWith("Utils")
                  .orShould()
                  .haveSimpleNameEndingWith("Helper")
                  .orShould()
                  .haveSimpleNameEndingWith("Manager")
                  .orShould()
                  .haveSimpleNameEndingWith("Dto")
                  .orShould()
                  .haveSimpleNameEndingWith("Mapper")
                  .because("a name is a word of the business")));

  private static ArchCondition<JavaMethod> takeStaff() {
    return ArchCondition.from(
        DescribedPredicate.describe(
            "take Staff or say @NoStaffNeeded",
            it ->
                it.isAnnotatedWith(NoStaffNeeded.class)
                    || it.getRawParameterTypes().stream()
                        .anyMatch(type -> type.isEquivalentTo(Staff.class))));
  }

  private static ArchCondition<JavaClass> haveNoSql() {
    return ArchCondition.from(
        DescribedPredicate.describe(
            "have no JdbcClient field",
            it ->
                it.getFields().stream()
                    .noneMatch(field -> field.getRawType().isEquivalentTo(JdbcClient.class))));
  }

  private HouseRules() {}
}
