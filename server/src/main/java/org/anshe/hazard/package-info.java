/** The closed loop of a hazard, from report to closing by an independent person. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "identity",
            "attachment",
            "paper",
            "notification",
            "deadline",
            "territory",
            "organisation",
            "register"
        })
package org.anshe.hazard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
