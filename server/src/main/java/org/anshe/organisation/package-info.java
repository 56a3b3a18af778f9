/** Units: departments, enterprises, committees and groups, and who holds which post in them. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity", "territory"})
package org.anshe.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
