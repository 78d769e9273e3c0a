package org.heyi.flow.referral.web;

import java.util.List;

/// 转诊单样式: how the form of an area looks, as its pack says; where that is silent, the default.
///
/// @param title of the form, or empty: the usual one
/// @param letterhead under whose name it goes out: the trade name of the sender's consortium
/// @param office who is asked about it, or empty
/// @param remarks printed below the form
/// @param blocks in their order; one that is not named is not printed
public record PaperForm(
    String title, String letterhead, String office, List<String> remarks, List<String> blocks) {

  static final List<String> ALL_BLOCKS = List.of("stub", "out", "visit", "feedback", "course");
}
