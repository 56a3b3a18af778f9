package org.anshe.campaign.internal.lists;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.anshe.shared.LocalText;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings in the kinds of {@code data/lists/*.json}: new ones are added, a newer version of a known one becomes its next
 * version. What an office changed stays changed.
 */
@Component
@Order(20)
class ShippedKinds implements ApplicationRunner {

    private final KindRepository kinds;
    private final JsonMapper json;
    private final Clock clock;

    ShippedKinds(KindRepository kinds, JsonMapper json, Clock clock) {
        this.kinds = kinds;
        this.json = json;
        this.clock = clock;
    }

    /** @param code for people who read the file; the id is what counts */
    record Shipped(UUID id, String code, int version, String source, LocalText names, List<ListPart> parts) {}

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:data/lists/*.json")) {
                try (InputStream in = file.getInputStream()) {
                    load(json.readValue(in, Shipped.class));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void load(Shipped shipped) {
        var wrong = KindCheck.of(shipped.parts());
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The shipped kind " + shipped.code() + " is wrong: " + wrong);
        }
        ListKind first = new ListKind(shipped.id(), null, 1, shipped.names(), shipped.parts(), true, false, null, null);
        if (kinds.add(first, shipped.version(), clock.instant(), "anshe")) {
            return;
        }
        ListKind known = kinds.find(shipped.id()).orElseThrow();
        boolean newer = kinds.shippedVersion(shipped.id())
                .filter(version -> version < shipped.version())
                .isPresent();
        if (newer && !known.editedHere()) {
            ListKind next = new ListKind(
                    known.id(), null, known.version(), shipped.names(), shipped.parts(), true, false, null, null);
            kinds.follow(next, false, shipped.version(), clock.instant(), "anshe");
        }
    }
}
