package org.heyi.steering.community.web;

import java.util.Optional;
import org.heyi.platform.policy.PackNames;
import org.heyi.platform.shared.InstitutionId;
import org.heyi.platform.shell.Words;
import org.heyi.steering.community.Communities;
import org.heyi.steering.community.MembershipView;
import org.heyi.steering.community.tie.TieView;
import org.heyi.steering.community.tie.Ties;
import org.heyi.steering.directory.InstitutionPanel;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How this room shows itself elsewhere: on an institution's page, and where a parameter points to
/// a grid.
@Configuration(proxyBeanMethods = false)
class CommunityNames {

  private static final int ORDER = 100;

  @Bean
  PackNames gridNames(Communities communities) {
    return new PackNames() {
      @Override
      public String unit() {
        return "grid";
      }

      @Override
      public Optional<Name> find(String id) {
        return communities
            .grid(id)
            .map(it -> new Name(it.name(), it.nameEn(), "/consortia/" + it.consortium()));
      }
    };
  }

  @Bean
  InstitutionPanel memberships(Communities communities) {
    return new InstitutionPanel() {
      @Override
      public int order() {
        return ORDER;
      }

      @Override
      public Optional<Content> of(InstitutionId institution, Words words) {
        var lines =
            communities.memberships(institution).stream().map(it -> line(it, words)).toList();
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(new Content(words.of("community.memberships"), lines));
      }
    };
  }

  @Bean
  InstitutionPanel cooperation(Ties ties) {
    return new InstitutionPanel() {
      @Override
      public int order() {
        return ORDER + 1;
      }

      @Override
      public Optional<Content> of(InstitutionId institution, Words words) {
        var lines = ties.of(institution).stream().map(it -> line(it, institution, words)).toList();
        return lines.isEmpty()
            ? Optional.empty()
            : Optional.of(new Content(words.of("community.cooperation"), lines));
      }
    };
  }

  private static InstitutionPanel.Line line(TieView it, InstitutionId one, Words words) {
    var row = TieRow.of(it, words);
    var fromOutside = one.equals(it.counterpart());
    var path = fromOutside ? row.sidePath() : row.counterpartPath();
    return new InstitutionPanel.Line(
        fromOutside ? row.side() : row.counterpart(),
        row.kind() + " · " + String.join(" · ", row.matters()) + " · " + row.since(),
        path.isEmpty() ? "/area/" + it.area() + "/cooperation" : path,
        it.clause());
  }

  private static InstitutionPanel.Line line(MembershipView it, Words words) {
    var detail = new StringBuilder(words.of("community.role." + it.role().code()));
    if (!it.tradeName().isEmpty()) {
      detail.append(" · ").append(words.of("community.trade-name", it.tradeName()));
    }
    if (!it.grid().isEmpty()) {
      detail.append(" · ").append(Language.grid(it, words));
    }
    if (it.inherited()) {
      detail.append(" · ").append(words.of("community.through-its-centre"));
    }
    var until = it.period().until();
    detail.append(" · ").append(words.of("community.since", it.period().from()));
    if (until != null) {
      detail.append(" · ").append(words.of("community.until", until));
    }
    return new InstitutionPanel.Line(
        Language.name(it, words), detail.toString(), "/consortia/" + it.consortium(), it.clause());
  }
}
