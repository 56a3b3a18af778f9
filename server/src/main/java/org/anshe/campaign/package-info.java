/** Plans read from documents, and the campaigns they become: stages, tasks, duties, targets. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "identity",
            "attachment",
            "deadline",
            "territory",
            "organisation",
            "register",
            "hazard",
            "inspection"
        })
package org.anshe.campaign;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
