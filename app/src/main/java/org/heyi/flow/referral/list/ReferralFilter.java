package org.heyi.flow.referral.list;

import java.util.LinkedHashMap;
import java.util.Map;

/// 筛选: what a list is narrowed to; it lives in the URL. An empty word narrows nothing.
///
/// @param state word of a state, `open` for all that are not ended
/// @param urgency word of an urgency
/// @param department department code
/// @param q number, or a part of the resident's name or its pinyin
public record ReferralFilter(String state, String urgency, String department, String q) {

  public static final ReferralFilter NONE = new ReferralFilter("", "", "", "");
  private static final int LONGEST = 60;

  public ReferralFilter {
    q = q.strip();
    q = q.substring(0, Math.min(q.length(), LONGEST));
  }

  public Map<String, String> params() {
    var params = new LinkedHashMap<String, String>();
    params.put("state", state);
    params.put("urgency", urgency);
    params.put("department", department);
    params.put("q", q);
    return params;
  }

  public ReferralFilter withState(String word) {
    return new ReferralFilter(word, urgency, department, q);
  }
}
