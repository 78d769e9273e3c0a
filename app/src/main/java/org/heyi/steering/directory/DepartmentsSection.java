package org.heyi.steering.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.heyi.platform.policy.Citation;
import org.heyi.platform.policy.PackNode;
import org.heyi.platform.policy.PackReading;
import org.heyi.platform.policy.PackSection;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// The outpatient departments: a list for an institution, or one for all of a kind.
@Component
@Order(50)
class DepartmentsSection implements PackSection {

  /// 科室 as the pack gives it. The code is of 诊疗科目名录 (卫医发〔1994〕27号).
  record Planned(String institution, String code, String name, String nameEn, Citation origin) {}

  private record Item(String code, String name, String nameEn) {}

  private static final Pattern CODE = Pattern.compile("\\d\\d(\\.\\d\\d){0,2}");

  private final DepartmentStore store;

  DepartmentsSection(DepartmentStore store) {
    this.store = store;
  }

  @Override
  public String name() {
    return "departments";
  }

  @Override
  public Part read(PackNode section, PackReading reading) {
    var fields = section.fields();
    fields.needText("code_system");
    var origin = fields.citation();
    var lists = lists(fields.needItems("lists"));
    var defaults = defaults(fields.items("defaults"));
    fields.end();
    var plan = reading.kept(DirectoryPlan.class).orElseGet(() -> DirectoryPlan.of(List.of()));
    reading.keep(DirectoryPlan.class, plan.listed(lists.keySet()));
    var planned = new ArrayList<Planned>();
    for (var institution : plan.institutions().values()) {
      var items = lists.getOrDefault(institution.id(), defaults.get(institution.kind()));
      if (items != null) {
        items.forEach(it ->
            planned.add(new Planned(institution.id(), it.code(), it.name(), it.nameEn(), origin)));
      }
    }
    return pack -> store.save(pack, planned);
  }

  private static Map<String, List<Item>> lists(List<PackNode> nodes) {
    var lists = new LinkedHashMap<String, List<Item>>();
    for (var node : nodes) {
      var fields = node.fields();
      var institution = fields.needRefer("institution", "institution");
      if (lists.put(institution, items(fields.needItems("items"))) != null) {
        node.refuse(DirectoryProblem.TWO_LISTS, institution);
      }
      fields.end();
    }
    return lists;
  }

  private static Map<InstitutionKind, List<Item>> defaults(List<PackNode> nodes) {
    var defaults = new HashMap<InstitutionKind, List<Item>>();
    for (var node : nodes) {
      var fields = node.fields();
      var kinds = fields.words("kinds", InstitutionKind.codes());
      var items = items(fields.needItems("items"));
      for (var kind : kinds) {
        if (defaults.put(InstitutionKind.find(kind).orElseThrow(), items) != null) {
          node.refuse(DirectoryProblem.KIND_IN_TWO_DEFAULTS, kind);
        }
      }
      fields.end();
    }
    return defaults;
  }

  private static List<Item> items(List<PackNode> nodes) {
    var items = new LinkedHashMap<String, Item>();
    for (var node : nodes) {
      var fields = node.fields();
      var code = fields.need("code").flatMap(it -> it.shaped(CODE, "03 / 03.02")).orElse("");
      var item = new Item(code, fields.needText("name"), fields.needText("name_en"));
      if (!code.isEmpty() && items.put(code, item) != null) {
        node.refuse(DirectoryProblem.DEPARTMENT_TWICE, code);
      }
      fields.end();
    }
    return List.copyOf(items.values());
  }
}
