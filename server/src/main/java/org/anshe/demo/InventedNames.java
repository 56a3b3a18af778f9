package org.anshe.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names of people and premises that nobody bears; they are put together by chance. */
final class InventedNames {

    private static final List<String> FAMILY = List.of(
            "林", "沈", "陆", "顾", "方", "程", "苏", "蒋", "姚", "范", "汪", "邵", "傅", "秦", "祁", "温", "柏", "季", "岑", "戚", "樊",
            "裘", "闵", "虞", "尹", "桑", "芮", "庄", "晏", "阮");
    private static final List<String> GIVEN = List.of(
            "青", "远", "舟", "禾", "岚", "砚", "朴", "榆", "潇", "汀", "芷", "堇", "川", "野", "原", "峤", "筠", "棠", "澍", "昀", "砺",
            "宸", "竹", "苇", "荻", "泊", "越", "朔", "霁", "葭");
    private static final List<String> BRAND = List.of(
            "青禾", "远舟", "榆林", "汀兰", "朴石", "晓岚", "云墨", "新筑", "澄湖", "北苑", "橙果", "木棉", "一苇", "松间", "南枝", "白鹭", "映山", "知味",
            "同春", "长风", "半夏", "和畅", "丰年", "清平", "星河", "拾光", "梧桐", "听雨", "望舒", "谷雨");
    private static final List<String> BRAND_END = List.of("", "里", "坊", "记", "源", "轩", "阁", "港", "湾", "园");

    private final Dice dice;
    private final Set<String> used = new HashSet<>();

    InventedNames(Dice dice) {
        this.dice = dice;
    }

    String person() {
        return unique(() -> dice.pick(FAMILY) + dice.pick(GIVEN) + (dice.chance(0.8) ? dice.pick(GIVEN) : ""));
    }

    /** A brand followed by what it is, for example 榆林记餐馆. */
    String place(String kind) {
        return unique(() -> dice.pick(BRAND) + dice.pick(BRAND_END) + kind);
    }

    private String unique(java.util.function.Supplier<String> maker) {
        for (int attempt = 0; ; attempt++) {
            String name = maker.get();
            if (attempt >= 50) {
                name = name + dice.between(2, 99);
            }
            if (used.add(name)) {
                return name;
            }
        }
    }
}
