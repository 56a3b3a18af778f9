package org.anshe.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.People;
import org.anshe.identity.People.NewPerson;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.shared.AreaKey;
import org.anshe.shared.AreaLevel;
import org.anshe.shared.AreaRange;
import org.anshe.shared.Caller;
import org.anshe.territory.Areas;
import org.anshe.territory.Areas.NewArea;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The street itself: 6 communities, each one level-1 grid, with 40 level-2 and 1,144 level-3 grids, its offices and
 * departments, and the people of every level.
 */
@Component
class BuildGround {

    static final AreaKey STREET = AreaKey.parse("900101001");
    static final AreaKey NEIGHBOUR = AreaKey.parse("900101002");
    static final String PASSWORD = "Anshe-Demo-2026";

    private static final List<String> COMMUNITIES = List.of("桂园社区", "松岭社区", "临湖社区", "文汇社区", "北塘社区", "新荷社区");
    private static final int LEVEL_2 = 40;
    private static final int LEVEL_3 = 1144;
    private static final Map<String, String> DEPARTMENTS = departments();

    private final Areas areas;
    private final Units units;
    private final People people;

    BuildGround(Areas areas, Units units, People people) {
        this.areas = areas;
        this.units = units;
        this.people = people;
    }

    private static Map<String, String> departments() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("emergency", "应急管理办公室");
        names.put("construction", "城乡建设办公室");
        names.put("market", "市场监督管理所");
        names.put("fire", "消防救援站");
        names.put("police", "派出所");
        names.put("education", "教育服务中心");
        names.put("urban", "综合行政执法队");
        names.put("power", "供电服务站");
        return names;
    }

    /** Builds everything as of the moment the clock stands at. */
    Street build(Caller system, Dice dice, InventedNames names, long millis) {
        List<AreaKey> communities = registerAreas(system);
        UUID office = dice.id(millis);
        Map<String, UUID> departments = new LinkedHashMap<>();
        DEPARTMENTS.keySet().forEach(code -> departments.put(code, dice.id(millis)));
        Map<AreaKey, UUID> communityUnits = new LinkedHashMap<>();
        communities.forEach(key -> communityUnits.put(key, dice.id(millis)));
        registerUnits(system, office, departments, communityUnits, dice.id(millis));

        Staff staff = new Staff(system, dice, names, millis);
        staff.hire("admin", "系统管理员", "system-administrator", AreaRange.EVERYWHERE, null, office);
        staff.hire(
                "district",
                "区级主管",
                "district-office",
                STREET.at(AreaLevel.DISTRICT).range(),
                null,
                null);
        staff.hire("auditor", "审计员", "auditor", STREET.range(), null, null);
        staff.hire("neighbour", "邻街安监办", "street-office", NEIGHBOUR.range(), null, null);
        List<UUID> officers = new ArrayList<>();
        for (int i = 1; i <= 6; i++) {
            officers.add(staff.hire("street" + i, "街道安监办", "street-office", STREET.range(), null, office));
        }
        Map<UUID, UUID> handlers = new LinkedHashMap<>();
        departments.forEach((code, unit) -> handlers.put(
                unit, staff.hire(code, DEPARTMENTS.get(code), "department-handler", STREET.range(), null, unit)));
        Map<AreaKey, List<UUID>> workers = new LinkedHashMap<>();
        Map<AreaKey, UUID> gridWorkers = new LinkedHashMap<>();
        for (int c = 0; c < communities.size(); c++) {
            AreaKey community = communities.get(c);
            UUID unit = communityUnits.get(community);
            List<UUID> team = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                team.add(staff.hire(
                        "community" + (c + 1) + i,
                        COMMUNITIES.get(c),
                        "community-worker",
                        community.range(),
                        null,
                        unit));
            }
            workers.put(community, team);
        }
        int number = 1;
        for (AreaKey grid : level2(communities)) {
            UUID unit = communityUnits.get(grid.at(AreaLevel.COMMUNITY));
            gridWorkers.put(grid, staff.hire("grid" + number++, "网格员", "grid-worker", grid.range(), null, unit));
        }
        staff.register();
        staff.assign();
        officers.forEach(officer -> units.appoint(system, office, officer, "科员"));
        return new Street(
                STREET,
                communities,
                office,
                departments,
                communityUnits,
                officers,
                handlers,
                workers,
                gridWorkers,
                new LinkedHashMap<>(),
                new ArrayList<>());
    }

    /** The accounts worth trying, as printed at the start. */
    static List<Street.Account> accounts() {
        return List.of(
                new Street.Account("admin", "系统管理员"),
                new Street.Account("street1", "街道安监办 (青石街道)"),
                new Street.Account("community11", "社区工作者 (桂园社区)"),
                new Street.Account("community21", "社区工作者 (松岭社区)"),
                new Street.Account("grid1", "网格员 (桂园社区)"),
                new Street.Account("market", "市场监督管理所经办人"),
                new Street.Account("enterprise1", "企业负责人"),
                new Street.Account("district", "区级主管"),
                new Street.Account("auditor", "审计员"),
                new Street.Account("neighbour", "邻街安监办 (看不到青石街道)"));
    }

    private List<AreaKey> registerAreas(Caller system) {
        List<NewArea> list = new ArrayList<>(List.of(
                new NewArea(AreaKey.parse("90"), "云江省", "900000000000"),
                new NewArea(AreaKey.parse("9001"), "临江市", "900100000000"),
                new NewArea(AreaKey.parse("900101"), "江东区", "900101000000"),
                new NewArea(STREET, "青石街道", "900101001000"),
                new NewArea(NEIGHBOUR, "白沙街道", "900101002000")));
        List<AreaKey> communities = new ArrayList<>();
        for (int c = 0; c < COMMUNITIES.size(); c++) {
            AreaKey community = AreaKey.parse("900101001%03d".formatted(c + 1));
            communities.add(community);
            list.add(new NewArea(
                    community, COMMUNITIES.get(c), community.toString().substring(0, 12)));
        }
        list.add(new NewArea(AreaKey.parse("900101002001"), "柳堤社区", "900101002001"));
        for (int c = 0; c < communities.size(); c++) {
            String code = communities.get(c).toString().substring(0, 12) + "01";
            list.add(new NewArea(AreaKey.parse(code), COMMUNITIES.get(c).replace("社区", "") + "一级网格", null));
        }
        List<AreaKey> grids = level2(communities);
        for (int g = 0; g < grids.size(); g++) {
            String code = grids.get(g).toString().substring(0, 16);
            list.add(new NewArea(grids.get(g), "第%d网格".formatted(g + 1), null));
            int share = LEVEL_3 / LEVEL_2 + (g < LEVEL_3 % LEVEL_2 ? 1 : 0);
            for (int i = 1; i <= share; i++) {
                list.add(new NewArea(
                        AreaKey.parse(code + "%03d".formatted(i)), "第%d网格%02d单元".formatted(g + 1, i), null));
            }
        }
        areas.register(system, list);
        return communities;
    }

    /** The 40 level-2 grids, spread over the communities as evenly as it goes. */
    static List<AreaKey> level2(List<AreaKey> communities) {
        List<AreaKey> grids = new ArrayList<>();
        for (int c = 0; c < communities.size(); c++) {
            int share = LEVEL_2 / communities.size() + (c < LEVEL_2 % communities.size() ? 1 : 0);
            String code = communities.get(c).toString().substring(0, 12) + "01";
            for (int i = 1; i <= share; i++) {
                grids.add(AreaKey.parse(code + "%02d".formatted(i)));
            }
        }
        return grids;
    }

    private void registerUnits(
            Caller system,
            UUID office,
            Map<String, UUID> departments,
            Map<AreaKey, UUID> communityUnits,
            UUID committee) {
        List<NewUnit> list = new ArrayList<>();
        list.add(new NewUnit(office, "青石街道安全生产监督管理办公室", Kind.OFFICE, STREET, null, null));
        list.add(new NewUnit(committee, "青石街道安全社区促进委员会", Kind.COMMITTEE, STREET, null, null));
        departments.forEach((code, id) ->
                list.add(new NewUnit(id, "青石街道" + DEPARTMENTS.get(code), Kind.DEPARTMENT, STREET, null, null)));
        communityUnits.forEach((key, id) -> list.add(new NewUnit(
                id,
                COMMUNITIES.get((int) (key.value() / 10_000_000L % 1000) - 1) + "居民委员会",
                Kind.COMMUNITY,
                key,
                null,
                null)));
        units.register(system, list);
    }

    /** Collects people, registers them in one go, then gives them their roles. */
    private final class Staff {

        private final Caller system;
        private final Dice dice;
        private final InventedNames names;
        private final long millis;
        private final List<NewPerson> people = new ArrayList<>();
        private final List<Runnable> assignments = new ArrayList<>();

        Staff(Caller system, Dice dice, InventedNames names, long millis) {
            this.system = system;
            this.dice = dice;
            this.names = names;
            this.millis = millis;
        }

        UUID hire(
                String login,
                @Nullable String post,
                String role,
                @Nullable AreaRange where,
                @Nullable UUID ofUnit,
                @Nullable UUID unit) {
            UUID id = dice.id(millis);
            people.add(new NewPerson(id, names.person(), unit, null, login, PASSWORD));
            assignments.add(() -> BuildGround.this.people.assign(system, id, role, where, ofUnit));
            return id;
        }

        void register() {
            BuildGround.this.people.register(system, people);
        }

        void assign() {
            assignments.forEach(Runnable::run);
        }
    }
}
