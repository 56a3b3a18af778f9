package org.anshe.testing;

import org.anshe.identity.People;
import org.anshe.territory.Areas;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Primary;

/** The beans tests add. Leak fixtures are found here alone: the application's own scan must not see them. */
@ComponentScan(
        basePackages = "org.anshe",
        useDefaultFilters = false,
        includeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = LeakFixture.class),
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
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
