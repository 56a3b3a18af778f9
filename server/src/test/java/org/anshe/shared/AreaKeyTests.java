package org.anshe.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AreaKeyTests {

    @ParameterizedTest
    @CsvSource({
        "32, PROVINCE",
        "3201, CITY",
        "320113, DISTRICT",
        "320113007, STREET",
        "320113007001, COMMUNITY",
        "32011300700101, GRID_1",
        "3201130070010102, GRID_2",
        "3201130070010102003, GRID_3"
    })
    void levelFollowsFromTheDigits(String code, AreaLevel level) {
        assertThat(AreaKey.parse(code).level()).isEqualTo(level);
    }

    @Test
    void aSubtreeIsOneRange() {
        AreaKey street = AreaKey.parse("320113007");

        assertThat(street.range()).isEqualTo(new AreaRange(3_201_130_070_000_000_000L, 3_201_130_079_999_999_999L));
        assertThat(street.contains(AreaKey.parse("3201130070010102003"))).isTrue();
        assertThat(street.contains(AreaKey.parse("320113008"))).isFalse();
        assertThat(street.contains(AreaKey.parse("320113"))).isFalse();
    }

    @Test
    void parentsLeadUpToTheProvince() {
        AreaKey grid = AreaKey.parse("3201130070010102003");

        assertThat(grid.parent()).contains(AreaKey.parse("3201130070010102"));
        assertThat(grid.at(AreaLevel.STREET)).isEqualTo(AreaKey.parse("320113007"));
        assertThat(AreaKey.parse("32").parent()).isEmpty();
    }

    @Test
    void refusesWhatIsNoKey() {
        assertThatIllegalArgumentException().isThrownBy(() -> AreaKey.parse("0320113"));
        assertThatIllegalArgumentException().isThrownBy(() -> AreaKey.parse("32011300700101020031"));
        assertThatIllegalArgumentException().isThrownBy(() -> AreaKey.parse("32x"));
    }
}
