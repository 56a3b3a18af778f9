/** The audit trail: who did what to which record, linked into a hash chain that shows later tampering. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared"})
package org.anshe.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
