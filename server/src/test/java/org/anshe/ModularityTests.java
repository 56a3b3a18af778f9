package org.anshe;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesCallOnlyDownward() {
        ApplicationModules.of(Anshe.class).verify();
    }
}
