package org.anshe.hazard.internal.policy;

import java.util.List;
import java.util.Set;
import org.anshe.hazard.HazardGrade;
import org.anshe.organisation.AreaHolderRole;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * One rung of the escalation ladder.
 *
 * @param clocks the clocks after whose breach it is taken; empty for each
 * @param grade null for any
 * @param after counted from the breach
 * @param paper kind of the paper it makes, null for none
 * @param confirm whether a person must confirm it before it is taken
 */
public record Rung(
        Kind kind,
        Set<HazardClock> clocks,
        @Nullable HazardGrade grade,
        TimeLimit after,
        List<Recipient> recipients,
        @Nullable String paper,
        boolean confirm) {

    public Rung {
        clocks = Set.copyOf(clocks);
        recipients = List.copyOf(recipients);
    }

    /** The measures of the texts, mild to severe (004b §8b, 004a §8.2). */
    public enum Kind {
        /** 提醒 */
        REMINDER,
        /** 督办单 */
        SUPERVISION_SLIP,
        /** 通报 */
        BULLETIN,
        /** 约谈 */
        INTERVIEW,
        /** 追责 */
        ACCOUNTABILITY
    }

    /**
     * Who is told.
     *
     * @param post for {@link To#POST}: name of the post, as people hold it in units
     * @param level for {@link To#POST}: of units that work for the area of this level the hazard lies in; null for the
     *     unit that answers for the hazard
     * @param holder for {@link To#HOLDER}: as what somebody holds the area or the nearest one above
     */
    public record Recipient(
            To to,
            @Nullable String post,
            @Nullable AreaLevel level,
            @Nullable AreaHolderRole holder) {}

    /** How people are found. */
    public enum To {
        /** The responsible person; where none is named, those who act for the unit. */
        RESPONSIBLE,
        /** Whoever has to take the step the clock waits for. */
        WAITED_FOR,
        /** The level above the one that handles the hazard. */
        LEVEL_ABOVE,
        POST,
        HOLDER
    }

    boolean fits(HazardClock clock, HazardGrade of) {
        return (clocks.isEmpty() || clocks.contains(clock)) && (grade == null || grade == of);
    }
}
