/// # 转诊清单 Lists of referrals
///
/// The lists people work from: the village doctor's own, the office's worklist, the desk's
/// arrivals, the physicians' patients, the list for an outage. Start reading at [ReferralLists]. A
/// list is one audit entry with every resident on it.
@NullMarked
package org.heyi.flow.referral.list;

import org.jspecify.annotations.NullMarked;
