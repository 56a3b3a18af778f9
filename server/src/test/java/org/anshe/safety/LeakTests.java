package org.anshe.safety;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.anshe.identity.People;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.LeakFixture;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestAreas;
import org.anshe.testing.TestPeople;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * No row outside the caller's scope ever leaves (SEC-1). Every module puts its records into one community; then a
 * person of the neighbouring community and a person of an enterprise, who both hold every permission there is, ask
 * every address for them.
 */
@IntegrationTest
class LeakTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    TestAreas areas;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcTemplate sql;

    @Autowired
    List<LeakFixture> fixtures;

    @Autowired
    @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping;

    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<String, String> bodies = new LinkedHashMap<>();
    private final Map<String, String> queries = new LinkedHashMap<>();
    private final Set<String> secrets = new TreeSet<>();
    private final Set<String> markers = new TreeSet<>();
    private final List<String> leaks = new ArrayList<>();

    @AfterEach
    void resetTheClock() {
        clock.set(MovableClock.START);
    }

    @Test
    void noRowOfANeighbourLeaves() throws Exception {
        AreaKey street = areas.street("泄漏街道");
        AreaKey community = areas.community(street, 1, "泄漏社区");
        AreaKey neighbour = areas.register(LeakFixture.neighbour(community), "邻近社区");
        giveEveryPermissionToOneRole();
        Caller owner = withEverything(community.range(), null);
        List<Caller> strangers = List.of(withEverything(neighbour.range(), null), withEverything(null, Ids.next()));
        for (LeakFixture fixture : fixtures) {
            LeakFixture.Fixture made = fixture.create(owner, community);
            ids.putAll(made.ids());
            bodies.putAll(made.bodies());
            queries.putAll(made.queries());
            secrets.addAll(made.ids().values());
            markers.addAll(made.markers());
        }

        secrets.addAll(markers);
        secrets.add(owner.person().toString());
        // What counts up to now is not shown by figures of the same moment.
        clock.advance(Duration.ofMinutes(1));

        Set<String> shown = new TreeSet<>();
        for (Endpoint endpoint : Endpoint.all(mapping)) {
            if (endpoint.open() && endpoint.variables().isEmpty()) {
                continue;
            }
            String path = filled(endpoint);
            if (path == null) {
                continue;
            }
            if (!endpoint.reads() && isList(endpoint)) {
                strangersMakeNothingHere(owner, strangers, endpoint, path);
                continue;
            }
            if (endpoint.reads()) {
                ownerSees(owner, endpoint, path, shown);
            }
            for (Caller stranger : strangers) {
                strangerSeesNothing(stranger, endpoint, path);
            }
        }
        Set<String> neverShown = new TreeSet<>(markers);
        neverShown.removeAll(shown);

        assertThat(leaks).as("what left the community, or what is not covered").isEmpty();
        assertThat(neverShown)
                .as("markers that not even the owner sees anywhere prove nothing")
                .isEmpty();
    }

    /** The address with the ids of the fixtures; null when it names no row or needs no looking at. */
    private @Nullable String filled(Endpoint endpoint) {
        if (LeakExceptions.NAMES_NO_ROW.containsKey(endpoint.toString())) {
            return null;
        }
        String path = endpoint.path();
        for (Endpoint.Variable variable : endpoint.variables()) {
            String known = LeakExceptions.KNOWN_TO_ALL.get(variable.address());
            String id = ids.getOrDefault(variable.address(), ids.getOrDefault(variable.name(), known));
            if (id == null) {
                leaks.add(endpoint + ": no LeakFixture gives " + variable.address() + "; let the one of module "
                        + endpoint.handler().getBeanType().getPackageName().split("\\.")[2]
                        + " give it, or say in LeakExceptions why it names no row");
                return null;
            }
            path = path.replace(variable.text(), id);
        }
        return path;
    }

    /** What makes something new names the area in its body: strangers are refused, and the owner's is taken. */
    private void strangersMakeNothingHere(Caller owner, List<Caller> strangers, Endpoint endpoint, String path)
            throws Exception {
        if (!bodies.containsKey(endpoint.toString())) {
            leaks.add(endpoint + ": give a body in LeakFixture.bodies that makes one in the community, or say in"
                    + " LeakExceptions why it makes nothing there");
            return;
        }
        for (Caller stranger : strangers) {
            MockHttpServletResponse answer = send(stranger, endpoint, path);
            if (answer.getStatus() != 404 && answer.getStatus() != 403) {
                leaks.add(endpoint + " answers " + answer.getStatus()
                        + " to a stranger who makes one in the community: " + Answers.text(answer));
            }
        }
        MockHttpServletResponse answer = send(owner, endpoint, path);
        if (answer.getStatus() >= 300) {
            leaks.add(endpoint + " answers " + answer.getStatus() + " even to the owner, so it proves nothing: "
                    + Answers.text(answer));
        }
    }

    private void ownerSees(Caller owner, Endpoint endpoint, String path, Set<String> shown) throws Exception {
        MockHttpServletResponse answer = send(owner, endpoint, path);
        boolean hidden = LeakExceptions.OF_THE_WHOLE.stream().anyMatch(endpoint.path()::startsWith);
        if (answer.getStatus() >= 400 && !hidden) {
            leaks.add(
                    endpoint + " answers " + answer.getStatus() + " even to the owner, so it proves nothing: " + path);
        }
        Set<String> seen = secretsIn(answer, endpoint);
        if (seen.isEmpty() && isList(endpoint) && !LeakExceptions.SHOWS_NO_ROW.containsKey(endpoint.path())) {
            leaks.add(endpoint + " shows not even the owner a record, so it proves nothing; ask it by"
                    + " LeakFixture.queries so that it does, or say in LeakExceptions why it shows none");
        }
        shown.addAll(seen);
    }

    private void strangerSeesNothing(Caller stranger, Endpoint endpoint, String path) throws Exception {
        MockHttpServletResponse answer = send(stranger, endpoint, path);
        int status = answer.getStatus();
        String text = Answers.text(answer);
        if (endpoint.reads() && isList(endpoint)) {
            Set<String> seen = secretsIn(answer, endpoint);
            if (!seen.isEmpty()) {
                leaks.add(endpoint + " shows a stranger " + seen);
            }
            boolean hidden = status == 404 && queries.containsKey(endpoint.path());
            if (status != 200 && status != 403 && !hidden) {
                leaks.add(endpoint + " answers " + status + " to a stranger; give its parameters: " + text);
            }
        } else if (status != 404 && status != 403) {
            leaks.add(endpoint + " answers " + status + " to a stranger instead of 404"
                    + (status == 400 ? "; give a valid body in LeakFixture.bodies: " : ": ") + text);
        }
    }

    /** What an answer shows beyond what was asked with. */
    private Set<String> secretsIn(MockHttpServletResponse answer, Endpoint endpoint) throws Exception {
        String text = Answers.text(answer);
        String asked = queries.getOrDefault(endpoint.path(), "");
        Set<String> seen = new TreeSet<>(secrets);
        seen.removeIf(secret -> asked.contains(secret) || !text.contains(secret));
        return seen;
    }

    /** Whether the address itself names no row, so that a stranger may be answered with rows of his own. */
    private static boolean isList(Endpoint endpoint) {
        return endpoint.variables().stream()
                .map(Endpoint.Variable::address)
                .allMatch(LeakExceptions.KNOWN_TO_ALL::containsKey);
    }

    private MockHttpServletResponse send(Caller who, Endpoint endpoint, String path) throws Exception {
        String query = queries.getOrDefault(endpoint.toString(), queries.getOrDefault(endpoint.path(), ""));
        URI address = URI.create(path + query);
        String body = bodies.getOrDefault(endpoint.toString(), "{}");
        var request = endpoint.consumes().equals(MediaType.MULTIPART_FORM_DATA)
                ? MockMvcRequestBuilders.multipart(endpoint.method(), address)
                        .file(new MockMultipartFile("file", "table.txt", "text/plain", body.getBytes(UTF_8)))
                : MockMvcRequestBuilders.request(endpoint.method(), address);
        request.with(TestPeople.as(who));
        if (!endpoint.reads()) {
            request.contentType(endpoint.consumes()).content(body);
        }
        return mvc.perform(request).andReturn().getResponse();
    }

    private void giveEveryPermissionToOneRole() {
        sql.update("insert into identity.role (id, code, names) values (gen_random_uuid(), 'every-permission', '{}')"
                + " on conflict do nothing");
        sql.update("insert into identity.role_permission select role.id, known_permission.name"
                + " from identity.role, identity.known_permission where code = 'every-permission'"
                + " on conflict do nothing");
    }

    private Caller withEverything(@Nullable AreaRange areas, @Nullable UUID unit) {
        UUID id = Ids.next();
        Caller system = Caller.system("test");
        people.register(system, List.of(new People.NewPerson(id, "秦岭", unit, null, null, null)));
        people.assign(system, id, "every-permission", areas, unit);
        return people.callerOf(id);
    }
}
