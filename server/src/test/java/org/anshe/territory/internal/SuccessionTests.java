package org.anshe.territory.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.territory.internal.AreaRepository.Recode;
import org.junit.jupiter.api.Test;

class SuccessionTests {

    private static final AreaKey OLD = AreaKey.parse("910101101001");
    private static final AreaKey OLD_GRID = AreaKey.parse("91010110100101");
    private static final AreaKey NEW = AreaKey.parse("910101101002");
    private static final AreaKey NEW_GRID = AreaKey.parse("91010110100203");
    private static final AreaKey ELSEWHERE = AreaKey.parse("91010110100301");

    @Test
    void countsTheWholeOldSubtreeWhenAllOfItWentIn() {
        List<Recode> all = List.of(new Recode(OLD, NEW), new Recode(OLD_GRID, NEW_GRID));
        assertThat(ranges(NEW.range(), all)).containsExactly(NEW.range(), OLD.range());
    }

    @Test
    void countsOnlyWhatWentInWhenAPartWentElsewhere() {
        List<Recode> all = List.of(new Recode(OLD, NEW), new Recode(OLD_GRID, ELSEWHERE));
        assertThat(ranges(NEW.range(), all))
                .containsExactly(NEW.range(), new AreaRange(OLD.value(), OLD.value()))
                .noneMatch(range -> range.contains(OLD_GRID));
        assertThat(ranges(ELSEWHERE.range(), all)).containsExactly(ELSEWHERE.range(), OLD_GRID.range());
    }

    @Test
    void addsNothingWhereNothingWasMerged() {
        assertThat(ranges(OLD.range(), List.of(new Recode(OLD, NEW)))).containsExactly(OLD.range());
    }

    private static List<AreaRange> ranges(AreaRange range, List<Recode> all) {
        return Succession.rangesOf(
                range,
                all.stream().filter(one -> range.contains(one.newKey())).toList(),
                old -> all.stream().filter(one -> old.contains(one.oldKey())).toList());
    }
}
