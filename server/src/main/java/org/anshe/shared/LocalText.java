package org.anshe.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The same words in the languages of the interface. What has no translation stands in simplified Chinese. */
@JsonPropertyOrder({"zh-CN", "zh-Hant", "en"})
public record LocalText(
        @JsonProperty("zh-CN") @NotBlank @Size(max = 300) String simplified,
        @JsonProperty("zh-Hant") @Size(max = 300) String traditional,
        @JsonProperty("en") @Size(max = 600) String english) {

    @JsonCreator
    public static LocalText of(
            @JsonProperty("zh-CN") @Nullable String simplified,
            @JsonProperty("zh-Hant") @Nullable String traditional,
            @JsonProperty("en") @Nullable String english) {
        String first = simplified == null ? "" : simplified.strip();
        return new LocalText(first, filled(traditional, first), filled(english, first));
    }

    /** The text for a language tag such as {@code zh-TW} or {@code en-GB}; simplified Chinese for any other. */
    public String in(Locale language) {
        return switch (languageOf(language)) {
            case "en" -> english;
            case "zh-Hant" -> traditional;
            default -> simplified;
        };
    }

    /** The language of the interface that fits a locale best: en, zh-Hant, or zh-CN when neither does. */
    public static String languageOf(Locale locale) {
        if (locale.getLanguage().equals("en")) {
            return "en";
        }
        boolean traditional =
                locale.getScript().equals("Hant") || List.of("TW", "HK", "MO").contains(locale.getCountry());
        return traditional ? "zh-Hant" : "zh-CN";
    }

    public List<String> all() {
        return List.of(simplified, traditional, english);
    }

    private static String filled(@Nullable String text, String fallback) {
        return text == null || text.isBlank() ? fallback : text.strip();
    }
}
