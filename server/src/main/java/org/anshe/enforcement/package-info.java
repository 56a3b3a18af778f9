/** Joint actions of several units, and cases of illegal acts that departments transfer to each other. */
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
            "register",
            "hazard"
        })
package org.anshe.enforcement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
