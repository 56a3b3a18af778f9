/** Indicators whose every number opens its rows, dashboards, and the documents made from them. */
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
            "inspection",
            "campaign"
        })
package org.anshe.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
