package org.anshe.organisation.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * How a unit is named in documents: 区应急管理局, 本市公安局, 街道安监办 all leave out which city, district or street
 * is meant, since their readers know it.
 */
final class UnitNames {

    private static final Pattern NOISE = Pattern.compile("[\\s\\u3000·•.,，、。“”\"'‘’《》<>]");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)$");
    private static final Pattern RANK =
            Pattern.compile("^(?:本|我|全|该)?(省|自治区|市|州|区|县|旗|街道办事处|街道办|街道|镇|乡|社区|村)(?=.{2,}$)");
    private static final Pattern PLACE =
            Pattern.compile("^[\\u4e00-\\u9fff]{2,7}?(?:省|自治区|自治州|市|州|区|县|旗|街道|镇|乡|社区|村)(?=.{2,}$)");

    private UnitNames() {}

    /**
     * A name taken apart.
     *
     * @param normal what is left when place and rank are taken off the front
     * @param level the rank the name begins with, null when it names none
     */
    record Parts(String normal, @Nullable AreaLevel level) {}

    /** The name as it is compared: half-width, without blanks, marks and a closing bracket. */
    static String bare(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
        text = NOISE.matcher(text).replaceAll("");
        return BRACKETS.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    /** What a document's name means, for looking up among the normal forms of units. */
    static Parts parts(String name) {
        String text = bare(name);
        Matcher rank = RANK.matcher(text);
        if (rank.find()) {
            return new Parts(text.substring(rank.end()), level(rank.group(1)));
        }
        return new Parts(normal(name, List.of()), null);
    }

    /**
     * The normal form under which a unit is kept: the names of its own areas are taken off the front, whatever they
     * look like; then any place and rank that is left.
     *
     * @param areaNames from the province down to the area the unit works in
     */
    static String normal(String name, List<String> areaNames) {
        String text = bare(name);
        for (String area : areaNames) {
            String place = bare(area);
            if (text.startsWith(place) && text.length() >= place.length() + 2) {
                text = text.substring(place.length());
            }
        }
        for (Optional<String> shorter = withoutPlace(text); shorter.isPresent(); shorter = withoutPlace(text)) {
            text = shorter.get();
        }
        return text;
    }

    private static Optional<String> withoutPlace(String text) {
        for (Pattern pattern : List.of(RANK, PLACE)) {
            Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return Optional.of(text.substring(matcher.end()));
            }
        }
        return Optional.empty();
    }

    private static AreaLevel level(String rank) {
        return switch (rank) {
            case "省", "自治区" -> AreaLevel.PROVINCE;
            case "市", "州" -> AreaLevel.CITY;
            case "区", "县", "旗" -> AreaLevel.DISTRICT;
            case "社区", "村" -> AreaLevel.COMMUNITY;
            default -> AreaLevel.STREET;
        };
    }
}
