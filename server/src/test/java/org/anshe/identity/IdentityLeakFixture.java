package org.anshe.identity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.audit.AuditTrail;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** A person of the community with a login, a role and an open session; an entry in the audit trail; a stored event. */
class IdentityLeakFixture implements LeakFixture {

    private final People people;
    private final AuditTrail audit;
    private final JdbcTemplate sql;
    private final FindByIndexNameSessionRepository<? extends Session> sessions;

    IdentityLeakFixture(
            People people,
            AuditTrail audit,
            JdbcTemplate sql,
            FindByIndexNameSessionRepository<? extends Session> sessions) {
        this.people = people;
        this.audit = audit;
        this.sql = sql;
        this.sessions = sessions;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID person = Ids.next();
        String mark = "柳" + person.toString().substring(28);
        String login = "leak" + person.toString().substring(28);
        people.register(owner, List.of(new People.NewPerson(person, mark, null, null, login, "Quiet-River-58")));
        people.assign(owner, person, "grid-worker", community.range(), null);
        audit.record(owner, "leak.test", AuditTrail.Subject.of("person", person), community, Map.of("name", mark));
        openSession(sessions, person);
        UUID event = Ids.next();
        sql.update(
                "insert into shared.event_publication (id, listener_id, event_type, serialized_event,"
                        + " publication_date, status, completion_attempts) values (?, 'x', 'x', ?, now(), 'FAILED', 1)",
                event,
                mark);
        String path = "/api/accounts/{person}";
        return new Fixture(
                Map.of(
                        "person", person.toString(),
                        "assignment", assignmentOf(person),
                        "session", sessionDigest(person),
                        "event", event.toString()),
                List.of(mark, login),
                Map.of(
                        "POST /api/accounts",
                        "{\"id\":\"" + Ids.next() + "\",\"name\":\"x\",\"areaKey\":\"" + community + "\"}",
                        "PUT " + path,
                        "{\"version\":0,\"name\":\"x\"}",
                        "POST " + path + "/state",
                        "{\"step\":\"DISABLE\",\"reason\":\"x\"}",
                        "POST " + path + "/assignments",
                        "{\"id\":\"" + Ids.next() + "\",\"role\":\"grid-worker\",\"areaKey\":\"" + community + "\"}"));
    }

    private static <S extends Session> void openSession(FindByIndexNameSessionRepository<S> sessions, UUID person) {
        S session = sessions.createSession();
        session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, person.toString());
        sessions.save(session);
    }

    private String assignmentOf(UUID person) {
        return String.valueOf(
                sql.queryForObject("select id from identity.assignment where person_id = ?", UUID.class, person));
    }

    private String sessionDigest(UUID person) {
        return String.valueOf(sql.queryForObject(
                "select left(encode(sha256(convert_to(session_id, 'UTF8')), 'hex'), 24) from identity.session"
                        + " where principal_name = ?",
                String.class,
                person.toString()));
    }
}
