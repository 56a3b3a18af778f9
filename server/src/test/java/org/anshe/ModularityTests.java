package org.anshe;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    /** The demonstration works the use cases from outside, as the web does; it is no module. */
    static final ApplicationModules MODULES = ApplicationModules.of(Anshe.class, resideInAPackage("org.anshe.demo.."));

    @Test
    void modulesCallOnlyDownward() {
        MODULES.verify();
    }
}
