/** Checklists, inspection plans, the tasks they make, and checks that open hazards. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "audit",
            "identity",
            "attachment",
            "paper",
            "deadline",
            "territory",
            "organisation",
            "register",
            "hazard"
        })
package org.anshe.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
