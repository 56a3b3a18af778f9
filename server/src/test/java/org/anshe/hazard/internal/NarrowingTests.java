package org.anshe.hazard.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Scope;
import org.anshe.shared.Scope.Grant;
import org.junit.jupiter.api.Test;

class NarrowingTests {

    private static final AreaKey STREET = AreaKey.parse("910101001");
    private static final AreaKey COMMUNITY = AreaKey.parse("910101001002");
    private static final AreaKey GRID = AreaKey.parse("91010100100203");

    @Test
    void isExactForAWholeStreetOrCommunity() {
        assertThat(Narrowing.of(Scope.ofRanges(List.of(STREET.range())), null))
                .isEqualTo(new Narrowing(null, STREET, true));
        assertThat(Narrowing.of(Scope.ofRanges(List.of(COMMUNITY.range())), null))
                .isEqualTo(new Narrowing(COMMUNITY, STREET, true));
        assertThat(Narrowing.of(Scope.ofRanges(List.of(STREET.range())), COMMUNITY))
                .isEqualTo(new Narrowing(COMMUNITY, STREET, true));
    }

    @Test
    void narrowsAGridToItsCommunityWithoutBeingExact() {
        assertThat(Narrowing.of(Scope.ofRanges(List.of(GRID.range())), null))
                .isEqualTo(new Narrowing(COMMUNITY, STREET, false));
        assertThat(Narrowing.of(Scope.ofRanges(List.of(STREET.range())), GRID))
                .isEqualTo(new Narrowing(COMMUNITY, STREET, false));
    }

    @Test
    void isNeverExactWhenTheAreaAskedForLiesOutsideTheScope() {
        assertThat(Narrowing.of(Scope.ofRanges(List.of(COMMUNITY.range())), STREET)
                        .exact())
                .isFalse();
        assertThat(Narrowing.of(Scope.ofRanges(List.of(COMMUNITY.range())), AreaKey.parse("910101002"))
                        .exact())
                .isFalse();
    }

    @Test
    void isNeverExactForAUnit() {
        Scope unit = new Scope(List.of(new Grant(null, UUID.randomUUID())));
        Scope unitInStreet = new Scope(List.of(new Grant(STREET.range(), UUID.randomUUID())));
        assertThat(Narrowing.of(unit, null).exact()).isFalse();
        assertThat(Narrowing.of(unit, STREET).exact()).isFalse();
        assertThat(Narrowing.of(unitInStreet, STREET).exact()).isFalse();
        assertThat(Narrowing.of(Scope.NONE, STREET).exact()).isFalse();
    }

    @Test
    void spansSeveralGrants() {
        Scope two = new Scope(List.of(
                new Grant(COMMUNITY.range(), null),
                new Grant(AreaKey.parse("910101001004").range(), null)));
        assertThat(Narrowing.of(two, null)).isEqualTo(new Narrowing(null, STREET, false));
    }

    @Test
    void narrowsNothingAboveAStreet() {
        Narrowing none = new Narrowing(null, null, false);
        assertThat(Narrowing.of(Scope.EVERYTHING, null)).isEqualTo(none);
        assertThat(Narrowing.of(Scope.ofRanges(List.of(AreaKey.parse("910101").range())), null))
                .isEqualTo(none);
        assertThat(Narrowing.of(new Scope(List.of(new Grant(AreaRange.EVERYWHERE, null))), GRID))
                .isEqualTo(new Narrowing(COMMUNITY, STREET, false));
    }
}
