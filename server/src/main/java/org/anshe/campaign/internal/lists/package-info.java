/** Lists (清单) of configurable kinds: views of hazards and measures, entries of their own, frozen versions. */
@NullMarked
package org.anshe.campaign.internal.lists;

import org.jspecify.annotations.NullMarked;
