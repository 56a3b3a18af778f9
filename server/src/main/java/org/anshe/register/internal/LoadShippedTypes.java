package org.anshe.register.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.anshe.register.internal.type.DefinitionCheck;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings in the types of {@code data/registers/*.json}: new ones are added, a newer version of a known one becomes its
 * next version. What an administrator changed stays changed.
 */
@Component
@Order(20)
class LoadShippedTypes implements ApplicationRunner {

    private final TypeRepository types;
    private final TypeJson json;
    private final Clock clock;

    LoadShippedTypes(TypeRepository types, TypeJson json, Clock clock) {
        this.types = types;
        this.json = json;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:data/registers/*.json")) {
                try (InputStream in = file.getInputStream()) {
                    load(json.readShipped(in));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void load(TypeJson.Shipped shipped) {
        var wrong = DefinitionCheck.of(shipped.code(), shipped.definition());
        if (!wrong.isEmpty()) {
            throw new IllegalStateException("The shipped register " + shipped.code() + " is wrong: " + wrong);
        }
        if (types.add(shipped.code(), shipped.definition(), shipped.version(), "anshe", clock.instant())) {
            return;
        }
        types.origin(shipped.code())
                .filter(origin -> !origin.editedHere())
                .filter(origin -> origin.shippedVersion() > 0 && origin.shippedVersion() < shipped.version())
                .ifPresent(origin ->
                        types.follow(shipped.code(), shipped.version(), shipped.definition(), clock.instant()));
    }
}
