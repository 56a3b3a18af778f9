package org.anshe.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.identity.People;
import org.anshe.identity.People.NewPerson;
import org.anshe.organisation.CreditCode;
import org.anshe.organisation.Units;
import org.anshe.organisation.Units.Kind;
import org.anshe.organisation.Units.NewUnit;
import org.anshe.register.RegisterObjects;
import org.anshe.register.RegisterObjects.NewObject;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.springframework.stereotype.Component;

/** 248 enterprises and institutions, 908 nine-small premises, 23 building sites, 25 estates, and the lifts in them. */
@Component
class BuildRegisters {

    private static final List<String> ROADS = List.of("青石路", "榆荫街", "湖滨路", "文渊路", "松山路", "荷塘街", "北塘路", "桂香街");
    private static final List<String> INDUSTRIES = List.of(
            "services", "wholesale-retail", "catering-lodging", "manufacturing", "warehousing", "transport", "other");
    /** What the nine kinds are called in the street, and how common each is. */
    private static final List<Premises> PREMISES = List.of(
            new Premises("shop", 40, List.of("便利店", "五金店", "服装店", "水果店", "文具店")),
            new Premises("restaurant", 25, List.of("餐馆", "面馆", "小吃店", "饭店")),
            new Premises("hotel", 5, List.of("旅馆", "客栈")),
            new Premises("entertainment", 4, List.of("棋牌室", "台球室")),
            new Premises("leisure", 8, List.of("足浴店", "美容店", "健身房")),
            new Premises("clinic", 4, List.of("诊所", "口腔诊所")),
            new Premises("school", 5, List.of("托育园", "培训中心")),
            new Premises("workshop", 6, List.of("加工坊", "缝纫坊")),
            new Premises("flammables", 1, List.of("油漆店", "液化气供应点")));

    private record Premises(String kind, int weight, List<String> names) {}

    private final Units units;
    private final People people;
    private final RegisterObjects objects;

    BuildRegisters(Units units, People people, RegisterObjects objects) {
        this.units = units;
        this.people = people;
        this.objects = objects;
    }

    void build(Caller system, Street street, Dice dice, InventedNames names, long millis, LocalDate today) {
        List<AreaKey> grids = BuildGround.level2(street.communities());
        Draft draft = new Draft(street, dice, names, millis);
        for (int i = 0; i < 248; i++) {
            String industry = i < 6 ? "hazardous-chemicals" : i < 18 ? "manufacturing" : dice.pick(INDUSTRIES);
            enterprise(draft, dice.pick(grids), industry, today);
        }
        for (int i = 0; i < 908; i++) {
            premises(draft, dice.pick(grids));
        }
        for (int i = 0; i < 23; i++) {
            site(draft, dice.pick(grids), today);
        }
        for (int i = 0; i < 25; i++) {
            estate(draft, grids.get(i % grids.size()), i + 1, today);
        }
        units.register(system, draft.units);
        people.register(system, draft.people);
        draft.principals.forEach((unit, person) -> people.assign(system, person, "enterprise", null, unit));
        street.principals().putAll(draft.principals);
        objects.register(system, draft.objects);
    }

    private static void enterprise(Draft draft, AreaKey grid, String industry, LocalDate today) {
        Dice dice = draft.dice;
        String name = draft.names.place(
                switch (industry) {
                    case "hazardous-chemicals" -> "气体有限公司";
                    case "manufacturing" -> "制造有限公司";
                    case "catering-lodging" -> "酒店";
                    case "warehousing" -> "仓储有限公司";
                    case "transport" -> "运输有限公司";
                    case "wholesale-retail" -> "商贸有限公司";
                    default -> "服务有限公司";
                });
        String principal = draft.names.person();
        UUID unit = draft.unit(name, grid, principal);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("creditCode", creditCode(dice));
        fields.put("industry", industry);
        fields.put("principal", principal);
        fields.put("employees", dice.between(5, 400));
        fields.put("floorArea", dice.between(80, 12000));
        fields.put("hazardousChemicals", industry.equals("hazardous-chemicals"));
        fields.put("combustibleDust", industry.equals("manufacturing") && dice.chance(0.1));
        fields.put("confinedSpace", dice.chance(0.08));
        fields.put(
                "responsibilityLetterOn",
                today.withDayOfYear(1).plusDays(dice.between(10, 60)).toString());
        int level = industry.equals("hazardous-chemicals") ? 1 : industry.equals("manufacturing") ? 2 : 3;
        draft.object("enterprise", name, grid, unit, level, fields);
    }

    private static void premises(Draft draft, AreaKey grid) {
        Dice dice = draft.dice;
        Premises premises = PREMISES.get(
                dice.weighted(PREMISES.stream().mapToInt(Premises::weight).toArray()));
        String kind = premises.kind();
        String name = draft.names.place(dice.pick(premises.names()));
        String operator = draft.names.person();
        boolean threeInOne = dice.chance(0.01);
        boolean bottled = kind.equals("restaurant") && dice.chance(0.2);
        Map<String, Object> fields = new LinkedHashMap<>();
        if (dice.chance(0.8)) {
            fields.put("creditCode", creditCode(dice));
        }
        fields.put("kind", kind);
        fields.put("operator", operator);
        fields.put("floorArea", dice.between(20, 190));
        fields.put("threeInOne", threeInOne);
        fields.put("extinguishers", dice.between(1, 6));
        if (kind.equals("restaurant")) {
            fields.put("seats", dice.between(12, 90));
            fields.put("gas", bottled ? "lpg" : "pipeline");
        }
        int level = threeInOne || kind.equals("flammables") ? 1 : bottled || kind.equals("hotel") ? 2 : 3;
        draft.object("small-premises", name, grid, draft.unit(name, grid, operator), level, fields);
    }

    private static void site(Draft draft, AreaKey grid, LocalDate today) {
        Dice dice = draft.dice;
        String name = draft.names.place("项目工地");
        String officer = draft.names.person();
        int cranes = dice.between(-1, 2);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("contractor", draft.names.place("建设有限公司"));
        fields.put("stage", dice.pick(List.of("foundation", "structure", "fitting-out")));
        fields.put("startedOn", today.minusDays(dice.between(60, 500)).toString());
        fields.put("plannedEndOn", today.plusDays(dice.between(30, 600)).toString());
        fields.put("floorArea", dice.between(4000, 90000));
        fields.put("excavationDepth", dice.between(2, 12));
        fields.put("towerCranes", Math.max(0, cranes));
        fields.put("workers", dice.between(20, 300));
        fields.put("safetyOfficer", officer);
        draft.object("construction-site", name, grid, draft.unit(name, grid, officer), cranes > 0 ? 1 : 2, fields);
    }

    private static void estate(Draft draft, AreaKey grid, int number, LocalDate today) {
        Dice dice = draft.dice;
        String name = draft.names.place(number == 25 ? "保障房小区" : "小区");
        String head = draft.names.person();
        UUID unit = draft.unit(name + "物业服务中心", grid, head);
        int floors = dice.between(6, 33);
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("estate", name);
        fields.put("buildYear", dice.between(1996, 2022));
        fields.put("floorsAbove", floors);
        fields.put("height", floors * 3);
        fields.put("households", dice.between(120, 480));
        fields.put("propertyManaged", dice.chance(0.85));
        fields.put("fireAlarm", floors > 9);
        draft.object("residential-building", name, grid, unit, floors > 9 ? 2 : 3, fields);
        for (int i = 1; i <= 3 && floors > 7; i++) {
            LocalDate installed = today.minusDays(dice.between(400, 6500));
            Map<String, Object> lift = new LinkedHashMap<>();
            lift.put("kind", "passenger");
            lift.put("building", name + i + "幢");
            lift.put("installedOn", installed.toString());
            lift.put("floorsServed", floors);
            lift.put("maintenanceCompany", draft.names.place("电梯维保有限公司"));
            lift.put("nextInspectionOn", today.plusDays(dice.between(-20, 340)).toString());
            draft.object("lift", name + i + "幢客梯", grid, unit, 2, lift);
        }
    }

    /** A code of an enterprise in a district that does not exist. */
    private static String creditCode(Dice dice) {
        String first = "91900101MA%08d".formatted(dice.between(0, 99_999_999));
        String body = first.substring(0, 17);
        return body + CreditCode.checkCharacter(body);
    }

    /** Collects what is to be registered. */
    private static final class Draft {

        private final Street street;
        private final Dice dice;
        private final InventedNames names;
        private final long millis;
        private final List<NewUnit> units = new ArrayList<>();
        private final List<NewPerson> people = new ArrayList<>();
        private final Map<UUID, UUID> principals = new LinkedHashMap<>();
        private final List<NewObject> objects = new ArrayList<>();

        Draft(Street street, Dice dice, InventedNames names, long millis) {
            this.street = street;
            this.dice = dice;
            this.names = names;
            this.millis = millis;
        }

        UUID unit(String name, AreaKey grid, String principal) {
            UUID unit = dice.id(millis);
            UUID person = dice.id(millis);
            units.add(new NewUnit(unit, name, Kind.ENTERPRISE, grid, null, null));
            String login = "enterprise" + (people.size() + 1);
            people.add(new NewPerson(person, principal, unit, null, login, BuildGround.PASSWORD));
            principals.put(unit, person);
            return unit;
        }

        void object(String type, String name, AreaKey grid, UUID unit, int level, Map<String, Object> fields) {
            UUID id = dice.id(millis);
            String address = "青石街道" + dice.pick(ROADS) + dice.between(1, 280) + "号";
            objects.add(new NewObject(id, type, name, grid, unit, address, level, fields));
            street.objects().add(new Street.Object(id, type, grid, unit));
        }
    }
}
