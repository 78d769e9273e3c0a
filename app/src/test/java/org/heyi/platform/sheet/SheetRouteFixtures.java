package org.heyi.platform.sheet;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.heyi.RouteFixture;
import org.heyi.TestResidents;
import org.heyi.TestStaff;
import org.heyi.platform.shared.Staff;
import org.springframework.stereotype.Component;

/// Imports for the route test.
final class SheetRouteFixtures {

  private SheetRouteFixtures() {}

  /// A file of residents with a right and a wrong row, at the clinic of whoever sent it.
  @Component
  static final class OfRun implements RouteFixture {

    private static final String HOME = "ninghe-yuelong-v01";

    private final Imports imports;

    OfRun(Imports imports) {
      this.imports = imports;
    }

    @Override
    public String kind() {
      return "import-run";
    }

    @Override
    public Real make(String role) {
      var owner = TestStaff.with(role, HOME);
      var sender = TestStaff.with("village-doctor", HOME);
      var file =
          "Name,Number of the paper,Residence,Consent\n王秀英,%s,household-here,SELF\n李建国,1,,\n"
              .formatted(TestResidents.number());
      return new Real(owner, Map.of("kind", "residents", "id", sent("residents", file, sender)));
    }

    private String sent(String kind, String file, Staff by) {
      return imports.check(kind, "list.csv", file.getBytes(StandardCharsets.UTF_8), by).toString();
    }
  }

  /// A file of accounts, written.
  @Component
  static final class OfAccounts implements RouteFixture {

    private static final String COMMISSION = "ninghe-weijianwei";

    private final Imports imports;
    private final RunWork work;

    OfAccounts(Imports imports, RunWork work) {
      this.imports = imports;
      this.work = work;
    }

    @Override
    public String kind() {
      return "accounts-import";
    }

    @Override
    public Real make(String role) {
      var admin = TestStaff.with("system-admin", COMMISSION);
      var file =
          "Sign-in name,Name,Phone,Role,Institution\nroute%s,Li,13800000000,physician,ninghe-yiyuan\n"
              .formatted(TestResidents.phone());
      var run = imports.check("accounts", "a.csv", file.getBytes(StandardCharsets.UTF_8), admin);
      imports.begin("accounts", run, ImportMode.ALL, admin);
      work.go(run);
      return new Real(TestStaff.with(role, COMMISSION), Map.of("run", run.toString()));
    }
  }
}
