package org.anshe;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import org.anshe.shared.Caller;
import org.anshe.shared.OpenTo;
import org.anshe.shared.RequiresPermission;
import org.anshe.shared.Scope;
import org.anshe.shared.WithoutScope;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The rules of the house that a compiler cannot check. */
@AnalyzeClasses(packages = "org.anshe", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTests {

    private static final DescribedPredicate<JavaClass> SPEAKS_SQL = simpleNameEndingWith("Repository")
            .or(simpleNameEndingWith("Queries"))
            .or(resideInAPackage("..shared.sql.."))
            .or(resideInAPackage("..internal.db.."))
            .or(resideInAPackage("org.anshe.codegen"))
            .as("repositories, queries and generated code");

    @ArchTest
    static final ArchRule sqlStaysInRepositoriesAndQueries = noClasses()
            .that(DescribedPredicate.not(SPEAKS_SQL.or(nestedIn(SPEAKS_SQL))))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq", "org.jooq.impl..")
            .because("SQL is found where a newcomer looks for it");

    @ArchTest
    static final ArchRule timeComesFromTheInjectedClock = noClasses()
            .that()
            .doNotHaveSimpleName("DemonstrationClock")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("deadlines must be testable at their last minute");

    @ArchTest
    static final ArchRule everyHandlerSaysWhoMayCallIt = methods()
            .that()
            .areMetaAnnotatedWith(RequestMapping.class)
            .should()
            .beAnnotatedWith(RequiresPermission.class)
            .orShould()
            .beAnnotatedWith(OpenTo.class);

    @ArchTest
    static final ArchRule controllersLieInWeb =
            classes().that().areAnnotatedWith(RestController.class).should().resideInAPackage("..web");

    @ArchTest
    static final ArchRule everyQueryCarriesAScope = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveSimpleNameEndingWith("Queries")
            .and()
            .areNotPrivate()
            .and()
            .areNotStatic()
            .should(new ArchCondition<>("take a Scope or a Caller, or say why not with @WithoutScope") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean scoped = method.getRawParameterTypes().stream()
                            .anyMatch(type -> type.isEquivalentTo(Scope.class) || type.isEquivalentTo(Caller.class));
                    boolean explained = method.isAnnotatedWith(WithoutScope.class);
                    boolean synthetic = method.getName().contains("$");
                    events.add(new SimpleConditionEvent(
                            method, scoped || explained || synthetic, method.getFullName() + " takes no scope"));
                }
            });

    private static DescribedPredicate<JavaClass> nestedIn(DescribedPredicate<JavaClass> outer) {
        return DescribedPredicate.describe(
                "nested in " + outer.getDescription(),
                type -> type.getEnclosingClass()
                        .map(enclosing ->
                                outer.test(enclosing) || nestedIn(outer).test(enclosing))
                        .orElse(false));
    }
}
