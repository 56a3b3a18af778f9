package org.anshe.testing;

import java.util.List;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;
import org.anshe.territory.Areas;
import org.anshe.territory.Areas.NewArea;

/** Registers the areas of {@link TestPeople#newStreet()} and what lies below. */
public final class TestAreas {

    private static final Caller SYSTEM = Caller.system("test");

    private final Areas areas;

    TestAreas(Areas areas) {
        this.areas = areas;
        areas.register(
                SYSTEM,
                List.of(
                        new NewArea(AreaKey.parse("91"), "试验省", null),
                        new NewArea(AreaKey.parse("9101"), "试验市", null),
                        new NewArea(AreaKey.parse("910101"), "试验区", null)));
    }

    /** A street of its own, registered. */
    public AreaKey street(String name) {
        return register(TestPeople.newStreet(), name);
    }

    /** The n-th community of a street, registered. */
    public AreaKey community(AreaKey street, int number, String name) {
        return register(TestPeople.community(street, number), name);
    }

    /** The n-th area directly below, of the next level, registered. */
    public AreaKey below(AreaKey parent, int number, String name) {
        AreaLevel level = AreaLevel.values()[parent.level().ordinal() + 1];
        String digits = parent.toString().substring(0, parent.level().digits());
        int width = level.digits() - parent.level().digits();
        return register(AreaKey.parse(digits + String.format("%0" + width + "d", number)), name);
    }

    public AreaKey register(AreaKey key, String name) {
        areas.register(SYSTEM, List.of(new NewArea(key, name, null)));
        return key;
    }
}
