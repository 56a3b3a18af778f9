/** Typed registers of objects whose fields are data. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"shared", "audit", "identity", "attachment", "deadline", "territory", "organisation"})
package org.anshe.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
