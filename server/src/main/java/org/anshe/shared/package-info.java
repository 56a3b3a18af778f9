/**
 * What every module speaks: area keys and scopes, the caller, paging, problems, permissions. No business rule lives
 * here.
 */
@NullMarked
@ApplicationModule(
        type = ApplicationModule.Type.OPEN,
        allowedDependencies = {"postgres"})
package org.anshe.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
