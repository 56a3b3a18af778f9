package org.anshe.bench;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * The life of one invented hazard up to a moment. Who, where and what follow from its number in the load alone, so that
 * the same rows come out each time; how far it came follows from the moment.
 */
final class HazardLife {

    /** Commonness of the domains of a street's ledger, in percent. */
    private static final String[] DOMAINS = weighted(
            "fire", 30, "electricity", 15, "residential", 12, "construction", 8, "food", 8, "gas", 7, "public-places", 6,
            "road-traffic", 4, "rental-housing", 4, "special-equipment", 3, "industry-trade", 2, "other", 1);
    private static final String[] SOURCES =
            weighted("CHECK", 45, "PATROL", 30, "RESIDENT", 12, "SELF_CHECK", 6, "CAMPAIGN", 6, "SUPERIOR", 1);
    private static final String[] WORDS = {
        "楼道堆放杂物，占用疏散通道", "灭火器压力不足，已过检验日期", "电动自行车在门厅内充电", "配电箱门缺失，线路裸露",
        "安全出口指示灯不亮", "燃气软管老化，接口未固定", "消火栓被货架遮挡", "厨房油烟管道长期未清洗", "临边防护栏杆缺失",
        "出租房内使用隔断，只有一个出口", "电梯检验标志过期", "冷库操作间堆放可燃物", "私拉电线为空调供电", "广告牌固定螺栓锈蚀"
    };
    private static final String[] MEASURES = {"当场清理并张贴告知", "更换并登记", "停用后由有资质单位维修", "约谈负责人，限期改正"};

    record Step(Instant at, Ground.Worker by, String action, String from, String to, String facts) {}

    final SplittableRandom random;
    final Ground.Street street;
    final int community;
    final long area;
    final UUID id;
    final UUID object;
    final String domain;
    final String source;
    final boolean major;
    final String description;
    final String measure;
    final String place;
    final Instant reported;
    final UUID department;
    final Ground.Worker reporter;
    final Ground.Worker handler;
    final List<Step> steps = new ArrayList<>(5);
    String state = "REPORTED";
    String clock = "confirm";
    Instant clockSince;
    Instant clockDue;
    Instant confirmed;
    Instant assigned;
    Instant due;
    Instant submitted;
    Instant closed;
    Instant rejected;
    int returned;
    int handedBack;

    HazardLife(long number, Instant reported, Instant now) {
        random = new SplittableRandom(number * 0x9E3779B97F4A7C15L + 7);
        this.reported = reported;
        street = Ground.ALL.get(random.nextInt(Ground.STREETS));
        community = random.nextInt(Ground.COMMUNITIES);
        area = street.grid(community, random.nextInt(Ground.GRIDS));
        id = new UUID(
                reported.toEpochMilli() << 16 | 0x7000 | random.nextInt(0x1000),
                0x8000_0000_0000_0000L | random.nextLong() >>> 2);
        object = random.nextInt(10) < 7
                ? street.objects().get(community * Ground.SHOPS + random.nextInt(Ground.SHOPS))
                : null;
        domain = DOMAINS[random.nextInt(100)];
        source = SOURCES[random.nextInt(100)];
        major = random.nextInt(200) == 0;
        description = WORDS[random.nextInt(WORDS.length)] + "（" + (1 + random.nextInt(28)) + "幢" + (1 + random.nextInt(30))
                + "室附近）";
        measure = MEASURES[random.nextInt(MEASURES.length)];
        place = (1 + random.nextInt(300)) + "号";
        int department = random.nextInt(Ground.DEPARTMENTS);
        this.department = street.departments().get(department);
        handler = street.handlers().get(department);
        reporter = street.reporters().get(community);
        live(now);
    }

    boolean open() {
        return closed == null && rejected == null;
    }

    int version() {
        return steps.size();
    }

    private void live(Instant now) {
        steps.add(new Step(reported, reporter, "report", null, "REPORTED", "{\"grade\": \"" + (major ? "MAJOR" : "GENERAL")
                + "\", \"description\": \"" + description + "\"}"));
        runs("confirm", reported, 2);
        Instant at = after(reported, 3);
        if (at.isAfter(now)) {
            return;
        }
        if (random.nextInt(100) < 3) {
            rejected = at;
            step(at, street.officer(), "reject", "REJECTED", "{\"reason\": \"不属于隐患\"}");
            stops();
            return;
        }
        confirmed = at;
        step(at, street.officer(), "confirm", "CONFIRMED", "{\"grade\": \"" + (major ? "MAJOR" : "GENERAL") + "\"}");
        runs("assign", at, 2);
        at = after(at, 4);
        if (at.isAfter(now)) {
            return;
        }
        assigned = at;
        due = endOfDay(at, major ? 30 : 12);
        step(at, street.officer(), "assign", "ASSIGNED", "{\"unitId\": \"" + department + "\", \"dueAt\": \"" + due + "\"}");
        runs("rectify", at, major ? 30 : 12);
        int tries = random.nextInt(100) < 5 ? 2 : 1;
        for (int i = 1; i <= tries; i++) {
            // One in thirty lies about until long after its deadline.
            at = after(at, random.nextInt(30) == 0 ? 500 : 24);
            if (at.isAfter(now)) {
                return;
            }
            submitted = at;
            step(at, handler, "submit", "SUBMITTED", "{\"result\": \"" + measure + "\", \"inTime\": " + !at.isAfter(due) + "}");
            runs("reinspect", at, 5);
            at = after(at, 8);
            if (at.isAfter(now)) {
                return;
            }
            if (i < tries) {
                returned++;
                step(at, street.closer(), "return", "RETURNED", "{\"reason\": \"未改到位\"}");
                due = endOfDay(at, 12);
                runs("rectify", at, 12);
            }
        }
        closed = at;
        step(at, street.closer(), "close", "CLOSED", "{\"inTime\": " + !submitted.isAfter(due) + "}");
        stops();
        at = after(at, 24 * 40);
        if (random.nextInt(100) < 8 && at.isBefore(now)) {
            step(at, street.officer(), "look-back", "LOOKED_BACK", "{}");
        }
    }

    private void step(Instant at, Ground.Worker by, String action, String to, String facts) {
        steps.add(new Step(at, by, action, state, to, facts));
        state = to;
    }

    private void runs(String kind, Instant since, int days) {
        clock = kind;
        clockSince = since;
        clockDue = kind.equals("rectify") && due != null ? due : endOfDay(since, days);
    }

    private void stops() {
        clock = null;
        clockSince = null;
        clockDue = null;
    }

    /** When three quarters of the time are over. */
    Instant clockNear() {
        return clockSince.plusMillis(clockSince.until(clockDue, ChronoUnit.MILLIS) / 4 * 3);
    }

    /** Some hours later: mostly fewer than the mean, at times many more. */
    private Instant after(Instant at, int meanHours) {
        return at.plusSeconds(60 + (long) (-Math.log(1 - random.nextDouble()) * meanHours * 3600));
    }

    private static Instant endOfDay(Instant at, int days) {
        return at.plus(8, ChronoUnit.HOURS).truncatedTo(ChronoUnit.DAYS).plus(days + 1L, ChronoUnit.DAYS)
                .minus(8, ChronoUnit.HOURS).minusMillis(1);
    }

    private static String[] weighted(Object... pairs) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            for (int n = 0; n < (Integer) pairs[i + 1]; n++) {
                all.add((String) pairs[i]);
            }
        }
        return all.toArray(String[]::new);
    }
}
