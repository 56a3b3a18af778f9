package org.anshe.register.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.anshe.shared.LocalText;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Words that stand in spreadsheets, where no interface can put them: headings, explanations, reasons. */
@Component
public class TableWords {

    private final Map<String, Map<String, LocalText>> sections;

    TableWords(JsonMapper json) {
        try (InputStream in = new ClassPathResource("data/register-words.json").getInputStream()) {
            sections = json.readValue(in, new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a kind of row error means and what to do about it. */
    public LocalText error(String code) {
        return word("errors", sections.getOrDefault("errors", Map.of()).containsKey(code) ? code : "format");
    }

    LocalText column(String code) {
        return word("columns", code);
    }

    LocalText kind(String code) {
        return word("kinds", code);
    }

    LocalText template(String code) {
        return word("template", code);
    }

    private LocalText word(String section, String code) {
        LocalText word = sections.getOrDefault(section, Map.of()).get(code);
        if (word == null) {
            throw new IllegalStateException("No word for " + section + "." + code);
        }
        return word;
    }
}
