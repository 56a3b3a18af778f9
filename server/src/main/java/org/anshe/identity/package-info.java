/** People, their accounts, roles and data scope, log-in and sessions. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit"})
package org.anshe.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
