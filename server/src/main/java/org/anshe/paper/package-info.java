/** Papers of the organs: drafted from the rows of other modules, signed, issued under a number, verified by anybody. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity"})
package org.anshe.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
