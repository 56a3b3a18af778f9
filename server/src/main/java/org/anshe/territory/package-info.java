/** The area tree from province to grid, with its 19-digit keys. */
@NullMarked
@ApplicationModule(allowedDependencies = {"shared", "audit", "identity"})
package org.anshe.territory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
