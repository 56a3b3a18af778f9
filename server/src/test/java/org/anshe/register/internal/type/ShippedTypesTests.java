package org.anshe.register.internal.type;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the shipped registers say at the edges of their rules. */
class ShippedTypesTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private static TypeDefinition type(String code) throws Exception {
        try (InputStream in = Objects.requireNonNull(
                ShippedTypesTests.class.getResourceAsStream("/data/registers/" + code + ".json"))) {
            return JSON.readerFor(TypeDefinition.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(in);
        }
    }

    private static List<String> hints(String code, Map<String, ?> fields) throws Exception {
        return type(code).hintsFor(fields, TODAY).stream()
                .map(TypeDefinition.Hint::code)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enterprise", "small-premises", "construction-site", "residential-building", "lift"})
    void holdTogether(String code) throws Exception {
        assertThat(DefinitionCheck.of(code, type(code))).isEmpty();
        assertThat(type(code).classFor(Map.of(), TODAY)).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "shop, floorArea, 299.99, 300, shop-area",
        "restaurant, seats, 99, 100, restaurant-seats",
        "hotel, beds, 49, 50, hotel-beds",
        "entertainment, floorArea, 199.99, 200, entertainment-area",
        "leisure, floorArea, 199.99, 200, leisure-area",
        "clinic, beds, 29, 30, clinic-beds",
        "school, beds, 49, 50, school-beds",
        "school, pupils, 499, 500, school-pupils",
        "school, children, 99, 100, school-children",
        "workshop, staff, 49, 50, workshop-staff",
        "workshop, dormitoryPeople, 29, 30, workshop-dormitory",
        "flammables, floorArea, 99.99, 100, flammables-area"
    })
    void aPremisesIsNoLongerSmallFromItsThresholdOn(
            String kind, String field, BigDecimal below, BigDecimal at, String hint) throws Exception {
        assertThat(hints("small-premises", Map.of("kind", kind, field, below))).doesNotContain(hint);
        assertThat(hints("small-premises", Map.of("kind", kind, field, at))).contains(hint);
    }

    @Test
    void theThresholdOfAnotherKindDoesNotCount() throws Exception {
        assertThat(hints("small-premises", Map.of("kind", "restaurant", "floorArea", 1000)))
                .isEmpty();
    }

    @Test
    void whatIsUnknownIsNotZero() throws Exception {
        assertThat(hints("small-premises", Map.of("kind", "shop"))).isEmpty();
        assertThat(hints("small-premises", Map.of("kind", "shop", "extinguishers", 0)))
                .containsExactly("no-extinguisher");
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01, false", "2026-05-31, true"})
    void aLiftIsOverdueTheDayAfterItsInspectionDay(LocalDate due, boolean overdue) throws Exception {
        assertThat(hints("lift", Map.of("nextInspectionOn", due.toString())).contains("inspection-overdue"))
                .isEqualTo(overdue);
    }

    @ParameterizedTest
    @CsvSource({"2026-06-01, true", "2026-07-01, true", "2026-07-02, false", "2026-05-31, false"})
    void aLiftIsNearItsInspectionForThirtyDays(LocalDate due, boolean near) throws Exception {
        assertThat(hints("lift", Map.of("nextInspectionOn", due.toString())).contains("inspection-near"))
                .isEqualTo(near);
    }

    @ParameterizedTest
    @CsvSource({"2011-06-01, false", "2011-05-31, true", "2008-02-29, true"})
    void aLiftAgesAfterFifteenYears(LocalDate since, boolean ageing) throws Exception {
        assertThat(hints("lift", Map.of("installedOn", since.toString())).contains("ageing"))
                .isEqualTo(ageing);
    }

    @Test
    void theClosestClassThatFitsIsProposed() throws Exception {
        TypeDefinition type = type("enterprise");
        assertThat(proposed(type, Map.of("industry", "services"))).isEqualTo(3);
        assertThat(proposed(type, Map.of("industry", "services", "employees", 99)))
                .isEqualTo(3);
        assertThat(proposed(type, Map.of("industry", "services", "employees", 100)))
                .isEqualTo(2);
        assertThat(proposed(type, Map.of("industry", "manufacturing"))).isEqualTo(2);
        assertThat(proposed(type, Map.of("industry", "manufacturing", "ammonia", true)))
                .isEqualTo(1);
    }

    private static int proposed(TypeDefinition type, Map<String, ?> fields) {
        return type.classFor(fields, TODAY).orElseThrow().supervisionClass();
    }
}
