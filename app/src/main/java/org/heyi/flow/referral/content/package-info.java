/// # 转诊内容 Content of a referral
///
/// What a referral says about the resident: complaint, measurements, diagnosis, consent, and what
/// the hospital feeds back. Start reading at [ClinicalSummary]. It decides nothing about the
/// referral's course and tells nobody.
@NamedInterface("content")
@NullMarked
package org.heyi.flow.referral.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
