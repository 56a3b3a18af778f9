package org.anshe.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.anshe.identity.People;
import org.anshe.identity.People.NewPerson;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes people who hold a role somewhere, and streets nobody else uses. */
public final class TestPeople {

    private static final AtomicInteger STREETS = new AtomicInteger(100);

    private final People people;

    TestPeople(People people) {
        this.people = people;
    }

    /** The key of a street that no other test uses: 91 01 01 and a number of its own. */
    public static AreaKey newStreet() {
        return AreaKey.parse("910101" + STREETS.incrementAndGet());
    }

    /** The n-th community of a street, 1 to 999. */
    public static AreaKey community(AreaKey street, int number) {
        return new AreaKey(street.value() + number * 10_000_000L);
    }

    /** A person with one role in an area. */
    public Caller with(String role, AreaKey area) {
        return with(role, area, null);
    }

    /** A person with one role in every area. */
    public Caller everywhere(String role) {
        return with(role, AreaRange.EVERYWHERE, null);
    }

    /** A person with one role in an area and/or for a unit. */
    public Caller with(String role, @Nullable AreaKey area, @Nullable UUID unit) {
        return with(role, area == null ? null : area.range(), unit);
    }

    private Caller with(String role, @Nullable AreaRange areas, @Nullable UUID unit) {
        UUID id = Ids.next();
        Caller system = Caller.system("test");
        String name = role + " " + id.toString().substring(30);
        people.register(system, List.of(new NewPerson(id, name, unit, null, null, null)));
        people.assign(system, id, role, areas, unit);
        return people.callerOf(id);
    }

    /** Sends a MockMvc request as this person, with the forgery token. */
    public static RequestPostProcessor as(Caller caller) {
        RequestPostProcessor login = user(caller.person().toString());
        return request -> withToken().postProcessRequest(login.postProcessRequest(request));
    }

    /** Adds the forgery token the way a browser does: the same value as cookie and as header. */
    public static RequestPostProcessor withToken() {
        return request -> {
            request.setCookies(new Cookie("XSRF-TOKEN", "test-token"));
            request.addHeader("X-XSRF-TOKEN", "test-token");
            return request;
        };
    }
}
