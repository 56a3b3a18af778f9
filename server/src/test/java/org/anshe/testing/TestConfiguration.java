package org.anshe.testing;

import org.anshe.identity.People;
import org.anshe.territory.Areas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The beans tests add. */
class TestConfiguration {

    @Bean
    @Primary
    MovableClock movableClock() {
        return new MovableClock();
    }

    @Bean
    TestPeople testPeople(People people) {
        return new TestPeople(people);
    }

    @Bean
    TestAreas testAreas(Areas areas) {
        return new TestAreas(areas);
    }
}
