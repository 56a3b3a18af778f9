package org.anshe.testing;

import java.util.List;
import java.util.Map;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.Caller;

/**
 * What a module puts into a community, so that the leak tests can look for it from the neighbouring one. Implement it
 * among the module's tests, without any annotation: {@link TestConfiguration} finds it.
 */
public interface LeakFixture {

    /** The module, for messages. */
    String module();

    /** Makes one of everything the module's addresses name, as the owner, in the community, which is registered. */
    Fixture create(Caller owner, AreaKey community);

    /** The community the stranger comes from, for bodies that name an area where the stranger may do everything. */
    static AreaKey neighbour(AreaKey community) {
        return TestPeople.community(community.at(AreaLevel.STREET), 2);
    }

    /**
     * What was made.
     *
     * @param ids values of path variables and query parameters: by the address up to the variable, for example {@code
     *     /api/hazards/{id}}, or by the variable's name alone, for example {@code person}
     * @param markers texts that occur in the records and nowhere else, for example a name with a random part
     * @param bodies JSON that a handler accepts, by method and address, for example {@code POST
     *     /api/hazards/{id}/close}; without one {@code {}} is sent
     * @param queries what stands behind an address that cannot be asked without, or of a list that would not show the
     *     records on its first page, by the address, for example {@code /api/nearby} and {@code ?area=3201…}
     */
    record Fixture(
            Map<String, String> ids, List<String> markers, Map<String, String> bodies, Map<String, String> queries) {

        public Fixture {
            ids = Map.copyOf(ids);
            markers = List.copyOf(markers);
            bodies = Map.copyOf(bodies);
            queries = Map.copyOf(queries);
        }

        public Fixture(Map<String, String> ids, List<String> markers, Map<String, String> bodies) {
            this(ids, markers, bodies, Map.of());
        }
    }
}
