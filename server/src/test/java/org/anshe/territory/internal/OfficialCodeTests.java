package org.anshe.territory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.junit.jupiter.api.Test;

class OfficialCodeTests {

    @Test
    void buildsTheKeyFromACodeOfAnyLevel() {
        assertThat(key("32")).hasToString("3200000000000000000");
        assertThat(key("320113007")).hasToString("3201130070000000000");
        assertThat(key("320113007001")).hasToString("3201130070010000000");
        assertThat(key("3201130070010203004")).hasToString("3201130070010203004");
    }

    @Test
    void readsAShortCodeAlsoWithZerosUpToTwelveDigits() {
        assertThat(key("320113007000")).isEqualTo(key("320113007"));
        assertThat(key("320000000000")).isEqualTo(key("32"));
    }

    @Test
    void refusesWhatIsNoCode() {
        for (String bad :
                new String[] {"", "3", "320", "32011300700", "032011", "32011３", "3201130070010203", "abcd"}) {
            Optional<AreaKey> key = OfficialCode.key(bad);
            assertThat(key.isEmpty() || bad.length() == 16).as(bad).isTrue();
        }
        assertThat(OfficialCode.key("9999999999999999999"))
                .as("more than a long holds")
                .isEmpty();
    }

    @Test
    void hangsTheTownsOfACityWithoutDistrictsUnderTheCity() {
        assertThat(OfficialCode.repeatsParent("441900"))
                .as("东莞 as its own district")
                .isTrue();
        assertThat(key("441900")).isEqualTo(key("4419"));
        assertThat(key("441900003").level()).isEqualTo(AreaLevel.STREET);
        assertThat(key("441900003").parent()).contains(key("4419"));
    }

    @Test
    void knowsTheDistrictThatIsItsOwnStreetAndVillage() {
        assertThat(OfficialCode.repeatsParent("350527000")).isTrue();
        assertThat(OfficialCode.repeatsParent("350527000000")).isTrue();
        assertThat(OfficialCode.repeatsParent("350527")).isFalse();
        assertThat(OfficialCode.repeatsParent("320113007001")).isFalse();
    }

    @Test
    void keepsProvinceDirectCountiesBelowTheirNominalCity() {
        assertThat(key("429004").parent()).contains(key("4290"));
        assertThat(key("429004").level()).isEqualTo(AreaLevel.DISTRICT);
        assertThat(OfficialCode.repeatsParent("4290")).isFalse();
    }

    @Test
    void writesThePublishedTwelveDigits() {
        assertThat(OfficialCode.of(key("320113007"))).contains("320113007000");
        assertThat(OfficialCode.of(key("32011300700101"))).as("a grid").isEmpty();
    }

    private static AreaKey key(String code) {
        return OfficialCode.key(code).orElseThrow();
    }
}
