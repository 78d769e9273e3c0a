package org.heyi.steering.community.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.heyi.platform.policy.ParameterView;
import org.heyi.platform.shared.ConsortiumId;
import org.heyi.steering.community.finding.Finding.Clause;
import org.jspecify.annotations.Nullable;

/// 结构规则表: P-22 of an area with its consortia, as it holds on a day.
record Norms(List<ParameterView> stated, LocalDate on) {

  static final String NUMBER = "P-22";
  private static final String IN_PRINCIPLE = "lead-rules-in-principle";

  Norms {
    stated = List.copyOf(stated);
  }

  /// The consortium's own value where it has one, else the area's.
  Optional<Norm> of(StructureRule rule, @Nullable ConsortiumId consortium) {
    return entry(rule.code(), consortium).map(it -> norm(rule, it, consortium));
  }

  private Norm norm(StructureRule rule, ParameterView.Entry it, @Nullable ConsortiumId consortium) {
    var statement = statement(it.consortium());
    var lead = rule == StructureRule.LEAD_LEVEL || rule == StructureRule.LEAD_OWNERSHIP;
    return new Norm(
        it.value().word(),
        entry(rule.code() + "-suggested", consortium).map(more -> more.value().word()).orElse(""),
        it.bound(),
        new Clause(
            it.value().clause(),
            statement.map(ParameterView::says).orElse(""),
            statement.map(ParameterView::saysEn).orElse(""),
            lead && entry(IN_PRINCIPLE, consortium).filter(is -> is.value().flag()).isPresent()));
  }

  private Optional<ParameterView> statement(String whose) {
    return stated.stream().filter(it -> it.whose().consortium().equals(whose)).findFirst();
  }

  private Optional<ParameterView.Entry> entry(String key, @Nullable ConsortiumId consortium) {
    var own = consortium == null ? "" : consortium.value();
    return statement(own)
        .flatMap(it -> entry(key, it))
        .or(() -> statement("").flatMap(it -> entry(key, it)));
  }

  private Optional<ParameterView.Entry> entry(String key, ParameterView in) {
    return in.inForce(on).stream().filter(it -> it.value().key().equals(key)).findFirst();
  }
}
