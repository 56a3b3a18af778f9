package org.anshe.identity;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.shared.AreaKey;
import org.jspecify.annotations.Nullable;

/** Who is to be told of something, and how those people are reached. People who have left are never among them. */
public interface Recipients {

    /**
     * How a person is reached.
     *
     * @param locale zh-CN, zh-Hant or en
     */
    record Contact(
            UUID id,
            String name,
            String locale,
            @Nullable String email,
            @Nullable String phone) {}

    /** Which of those who may do a thing are meant. */
    enum Which {
        /** Whose grant is the closest: one for the unit, else one for the smallest range that holds the area. */
        NEAREST,
        /** Those who belong to the unit or hold the role for it. */
        OF_UNIT,
        /** Those of the people named. */
        AMONG
    }

    /**
     * A question for people who may do this to a row of the area and unit.
     *
     * @param people for {@link Which#AMONG}: who is looked at; else who is not asked, the next closest are taken then
     */
    record Ask(String permission, AreaKey area, @Nullable UUID unit, Which which, Set<UUID> people) {

        public Ask {
            people = Set.copyOf(people);
        }
    }

    /** The answers to many questions by one statement; a question that nobody answers is left out. */
    Map<Ask, Set<UUID>> find(Collection<Ask> asks);

    /**
     * Those who may do this to a row of the area and unit and whose grant is the closest: one for the unit, else one for
     * the smallest range that holds the area. A report of a community waits for the people of that community; only where
     * there are none does it wait for those of the street.
     *
     * @param unit that holds the row, null for none
     * @param except who is not asked, for example because they had a hand in it; the next closest are taken then
     */
    List<UUID> nearestHolding(String permission, AreaKey area, @Nullable UUID unit, Set<UUID> except);

    /** Those who may do this to a row of the area and unit, and belong to the unit or hold the role for it. */
    List<UUID> ofUnitHolding(String permission, AreaKey area, UUID unit);

    /** By id; unknown people and those who have left are left out. */
    Map<UUID, Contact> contacts(Collection<UUID> people);
}
