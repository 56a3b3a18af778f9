package org.anshe.organisation.internal;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.shared.AreaLevel;
import org.jspecify.annotations.Nullable;

/**
 * How a unit is named in documents: 区应急管理局, 本市公安局, 街道安监办 leave out which city, district or street is
 * meant, since their readers know it. Names are compared without the places their readers stand in.
 */
final class UnitNames {

    private static final Pattern NOISE = Pattern.compile("[\\s\\u3000·•.,，、。“”\"'‘’《》<>]");
    private static final Pattern BRACKETS = Pattern.compile("\\([^()]*\\)$");

    /** A rank at the front, but not a word that only begins like one: 市场, 市政, 社区矫正, 村镇. */
    private static final Pattern RANK = Pattern.compile("^(?:本|我|全|该)?(省|自治区|市(?!场|容|政工程|政设施|政管理|民中心|民服务)|州|区(?!域)|县|旗"
            + "|街道办事处|街道办|街道|镇|乡(?!村)|社区(?!矫正|卫生|服务|教育)|村(?![镇民务级]))(?=.{2,}$)");

    private UnitNames() {}

    /** A place somebody stands in. */
    record Place(String name, AreaLevel level) {}

    /**
     * A name taken apart.
     *
     * @param normal what is left when places and rank are taken off the front
     * @param level the level of the last of them, null when the name begins with none
     */
    record Parts(String normal, @Nullable AreaLevel level) {}

    /** The name as it is compared: half-width, without blanks, marks and a closing bracket. */
    static String bare(String name) {
        String text = Normalizer.normalize(name, Normalizer.Form.NFKC);
        text = NOISE.matcher(text).replaceAll("");
        return BRACKETS.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
    }

    /**
     * Takes places and rank off the front. Only places one stands in are taken off: 风景区管委会 must not turn into the
     * same as 开发区管委会.
     *
     * @param places from the province down to the area the unit works in, or the reader stands in
     */
    static Parts parts(String name, List<Place> places) {
        String text = bare(name);
        AreaLevel level = null;
        for (Place place : places) {
            String front = bare(place.name());
            if (text.startsWith(front) && text.length() >= front.length() + 2) {
                text = text.substring(front.length());
                level = place.level();
            }
        }
        Matcher rank = RANK.matcher(text);
        return rank.find() ? new Parts(text.substring(rank.end()), level(rank.group(1))) : new Parts(text, level);
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
