package org.anshe.hazard.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Headings and words of the exported ledger, from {@code data/ledgers/hazard.json}. */
@Component
class LedgerWords {

    private final File file;

    LedgerWords(JsonMapper json) {
        try (InputStream in = new ClassPathResource("data/ledgers/hazard.json").getInputStream()) {
            this.file = json.readValue(in, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record File(
            Map<String, String> sheet, List<Heading> columns, Map<String, Map<String, Map<String, String>>> words) {}

    record Heading(String key, Map<String, String> title, int width) {}

    String sheet(String language) {
        return in(file.sheet(), language);
    }

    List<Heading> columns() {
        return file.columns();
    }

    /** What a code of a kind is called, for example {@code state} {@code CLOSED}; the code itself when nothing is. */
    String word(String kind, String code, String language) {
        return in(file.words().getOrDefault(kind, Map.of()).getOrDefault(code, Map.of(language, code)), language);
    }

    static String in(Map<String, String> names, String language) {
        return names.getOrDefault(language, names.getOrDefault("zh-CN", ""));
    }
}
