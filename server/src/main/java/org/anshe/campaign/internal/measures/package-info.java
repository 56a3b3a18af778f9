/** Institutional measures (制度措施) from draft to issue to revision to abolition (废改立). */
@NullMarked
package org.anshe.campaign.internal.measures;

import org.jspecify.annotations.NullMarked;
