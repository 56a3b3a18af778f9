package org.anshe.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.hazard.HazardStatus;
import org.anshe.hazard.Hazards;
import org.anshe.inspection.internal.Answer;
import org.anshe.inspection.internal.ChecklistContent;
import org.anshe.inspection.internal.ChecklistQueries;
import org.anshe.inspection.internal.InspectionTaskQueries;
import org.anshe.inspection.internal.SaveCheck;
import org.anshe.inspection.internal.StartCheck;
import org.anshe.inspection.internal.SubmitCheck;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.springframework.stereotype.Component;

/** Does the checks of a community: most in time, some late, some never; about one in eight finds something. */
@Component
class Checks {

    private static final double FINDS = 0.12;
    private static final double FIXED_AT_ONCE = 0.2;
    private static final List<String> FOUND = List.of(
            "现场查看不到位，负责人已到场确认",
            "有一处不符合要求，已拍照留存",
            "部分缺失，需要补齐",
            "检查当日拿不出记录",
            "从业人员回答不上来，未见培训记录",
            "已经损坏，尚未更换",
            "上次提醒后仍未落实");

    private final StartCheck start;
    private final SaveCheck save;
    private final SubmitCheck submit;
    private final ChecklistQueries checklists;
    private final Hazards hazards;
    private final HazardLives lives;
    private final Photographs photographs;

    Checks(
            StartCheck start,
            SaveCheck save,
            SubmitCheck submit,
            ChecklistQueries checklists,
            Hazards hazards,
            HazardLives lives,
            Photographs photographs) {
        this.start = start;
        this.save = save;
        this.submit = submit;
        this.checklists = checklists;
        this.hazards = hazards;
        this.lives = lives;
        this.photographs = photographs;
    }

    /** One checklist as it is walked through. */
    record Walk(UUID checklist, List<ChecklistContent.CheckItem> items) {}

    /** The items of a checklist in walking order. */
    Walk walk(Caller officer, String code) {
        ChecklistQueries.ChecklistRow row = checklists.list(officer.scopeFor("inspection.view")).stream()
                .filter(list -> list.code().equals(code))
                .findFirst()
                .orElseThrow();
        return new Walk(
                row.id(),
                checklists.groups(row.versionId()).stream()
                        .flatMap(group -> group.items().stream())
                        .toList());
    }

    /** Decides when the task will be done and by whom. */
    void plan(Story story, Dice dice, Troupe troupe, InspectionTaskQueries.InspectionTaskRow task, Walk walk) {
        int course = dice.weighted(90, 6, 4);
        if (course == 2) {
            return;
        }
        Instant begin = task.windowStart().atTime(9, 0).atZone(OfficeTime.ZONE).toInstant();
        begin = begin.isBefore(story.now()) ? story.now() : begin;
        long window = Math.max(1, Duration.between(begin, task.dueAt()).toHours() - 8);
        Duration wait = course == 0 ? dice.hours(0, window) : dice.hours(window + 20, window + 120);
        story.atWork(begin.plus(wait), () -> check(story, dice, troupe, task, walk));
    }

    private void check(Story story, Dice dice, Troupe troupe, InspectionTaskQueries.InspectionTaskRow task, Walk walk) {
        Caller inspector = troupe.inspector(task.area(), task.unitId(), dice).with("inspection.check");
        long millis = story.now().toEpochMilli();
        UUID id = start.forTask(inspector, dice.id(millis), task.id(), walk.checklist());
        boolean finds = dice.chance(FINDS);
        int failing = finds ? failing(walk, dice) : -1;
        List<Answer> answers = new ArrayList<>(walk.items().size());
        for (int i = 0; i < walk.items().size(); i++) {
            ChecklistContent.CheckItem item = walk.items().get(i);
            answers.add(i == failing ? failed(inspector, dice, item, millis) : passed(item, dice));
        }
        save.save(inspector, id, 0, new SaveCheck.Draft(answers, null, null, null, null));
        submit.submit(inspector, id);
        if (finds) {
            follow(story, dice, troupe, task, id);
        }
    }

    /** A major hazard is rare: mostly another item is looked for. */
    private static int failing(Walk walk, Dice dice) {
        int item = dice.between(0, walk.items().size() - 1);
        boolean major = walk.items().get(item).defaultGrade() == HazardGrade.MAJOR;
        return major && dice.chance(0.9) ? failing(walk, dice) : item;
    }

    private static Answer passed(ChecklistContent.CheckItem item, Dice dice) {
        Answer.Result result = dice.chance(0.06) ? Answer.Result.NOT_APPLICABLE : Answer.Result.PASS;
        return new Answer(item.code(), result, null, null, null, List.of(), List.of());
    }

    private Answer failed(Caller inspector, Dice dice, ChecklistContent.CheckItem item, long millis) {
        boolean fixed = item.onSiteFixable() && dice.chance(FIXED_AT_ONCE / 0.5);
        return new Answer(
                item.code(),
                Answer.Result.FAIL,
                dice.pick(FOUND),
                null,
                fixed ? "当场督促整改到位" : null,
                List.of(photographs.before(inspector, dice, millis)),
                fixed ? List.of(photographs.after(inspector, dice, millis)) : List.of());
    }

    private void follow(
            Story story, Dice dice, Troupe troupe, InspectionTaskQueries.InspectionTaskRow task, UUID check) {
        Caller officer = troupe.officer(dice);
        Map<UUID, List<Hazards.Summary>> opened = hazards.bySource(officer.scopeFor("hazard.view"), List.of(check));
        for (Hazards.Summary hazard : opened.getOrDefault(check, List.of())) {
            HazardLives.Cast cast = troupe.cast(task.objectId(), task.area(), dice);
            if (hazard.state() == HazardStatus.FIXED_ON_SPOT) {
                lives.beginFixed(story, dice, cast, hazard.id(), 1);
            } else {
                lives.begin(story, dice, cast, hazard.id(), hazard.grade(), task.area(), 1);
            }
        }
    }
}
