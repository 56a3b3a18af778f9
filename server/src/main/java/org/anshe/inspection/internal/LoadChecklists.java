package org.anshe.inspection.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.anshe.shared.Sha256;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Brings the shipped checklists into the database at the start. A version that is there already is left alone; a file
 * that changed without a new version number stops the start, because checks made with that version would change their
 * meaning.
 */
@Service
@Order(20)
class LoadChecklists implements ApplicationRunner {

    private final ChecklistRepository checklists;
    private final JsonMapper json;

    LoadChecklists(ChecklistRepository checklists, JsonMapper json) {
        this.checklists = checklists;
        this.json = json;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        checklists.lock();
        shipped().forEach(this::load);
    }

    /** Adds the version if it is missing. */
    void load(ChecklistFile file) {
        String hash = hash(file);
        Optional<String> known = checklists.findFileHash(file.code(), file.version());
        if (known.isEmpty()) {
            file.content().requireUniqueCodes();
            checklists.addShipped(file, hash);
        } else if (!known.get().equals(hash)) {
            throw new IllegalStateException(
                    ("The checklist '%s' differs from its version %d that is loaded already. A published version never "
                                    + "changes: give the file version %d and a later effectiveFrom.")
                            .formatted(file.code(), file.version(), file.version() + 1));
        }
    }

    private Stream<ChecklistFile> shipped() {
        try {
            Resource[] files =
                    new PathMatchingResourcePatternResolver().getResources("classpath*:data/checklists/*.json");
            return Stream.of(files)
                    .filter(file -> !"schema.json".equals(file.getFilename()))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .map(this::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ChecklistFile read(Resource file) {
        try (InputStream in = file.getInputStream()) {
            return json.readValue(in, ChecklistFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    /** Of what the file says, not of how it is laid out. */
    private String hash(ChecklistFile file) {
        return Sha256.hex(json.writeValueAsString(file));
    }
}
