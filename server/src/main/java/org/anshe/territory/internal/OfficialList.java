package org.anshe.territory.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The shipped list of areas, from province to community, ordered by code. Where it comes from stands in {@code
 * data/areas/NOTICE}.
 */
@Component
public class OfficialList {

    private static final String FILE = "data/areas/official.csv.gz";
    private static final int DISTRICT_DIGITS = 6;

    private volatile @Nullable Map<String, Entry> upperLevels;

    /**
     * A province, city or district of the list.
     *
     * @param areas how many areas the list holds there, itself included
     */
    public record Entry(String code, String name, int areas) {}

    /** Provinces, or the cities or districts directly below a code. */
    public List<Entry> below(@Nullable String parent) {
        int digits = parent == null ? 2 : parent.length() + 2;
        return upperLevels().values().stream()
                .filter(entry -> entry.code().length() == digits && !OfficialCode.repeatsParent(entry.code()))
                .filter(entry -> parent == null || entry.code().startsWith(parent))
                .toList();
    }

    /** An entry of the upper three levels. */
    public Optional<Entry> find(String code) {
        return Optional.ofNullable(upperLevels().get(code));
    }

    int size() {
        return below(null).stream().mapToInt(Entry::areas).sum();
    }

    /** Passes code and name of the areas that count to a root, and of those above it; everything when it is null. */
    void read(@Nullable String root, BiConsumer<String, String> consumer) {
        read((code, name) -> {
            if (!OfficialCode.repeatsParent(code) && (root == null || code.startsWith(root) || root.startsWith(code))) {
                consumer.accept(code, name);
            }
        });
    }

    private Map<String, Entry> upperLevels() {
        Map<String, Entry> known = upperLevels;
        if (known == null) {
            known = countUpperLevels();
            upperLevels = known;
        }
        return known;
    }

    private static Map<String, Entry> countUpperLevels() {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        read((code, name) -> {
            if (code.length() <= DISTRICT_DIGITS) {
                names.put(code, name);
            }
            if (!OfficialCode.repeatsParent(code)) {
                for (int digits = 2; digits <= Math.min(code.length(), DISTRICT_DIGITS); digits += 2) {
                    counts.merge(code.substring(0, digits), 1, Integer::sum);
                }
            }
        });
        Map<String, Entry> entries = new LinkedHashMap<>();
        names.forEach((code, name) -> entries.put(code, new Entry(code, name, counts.getOrDefault(code, 0))));
        return entries;
    }

    private static void read(BiConsumer<String, String> consumer) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(
                        new GZIPInputStream(new ClassPathResource(FILE).getInputStream(), 1 << 16),
                        StandardCharsets.UTF_8),
                1 << 16)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comma = line.indexOf(',');
                consumer.accept(line.substring(0, comma), line.substring(comma + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The codes above one, from the province down. */
    static List<String> above(String code) {
        List<String> above = new ArrayList<>();
        for (int digits = 2; digits < Math.min(code.length(), DISTRICT_DIGITS + 1); digits += 2) {
            above.add(code.substring(0, digits));
        }
        return above;
    }
}
