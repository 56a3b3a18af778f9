package org.anshe.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.anshe.inspection.internal.Answer;
import org.anshe.inspection.internal.ChecklistContent;
import org.anshe.inspection.internal.ChecklistQueries;
import org.anshe.inspection.internal.EditChecklist;
import org.anshe.inspection.internal.GenerateTasks;
import org.anshe.inspection.internal.InspectionTaskQueries;
import org.anshe.inspection.internal.SaveCheck;
import org.anshe.inspection.internal.StartCheck;
import org.anshe.inspection.internal.SubmitCheck;
import org.anshe.register.RegisterObjects;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.LocalText;
import org.anshe.shared.PageRequest;
import org.anshe.testing.LeakFixture;
import tools.jackson.databind.json.JsonMapper;

/** A checklist of the community, an active plan with a task for it, and a submitted check with a failed item. */
class InspectionLeakFixture implements LeakFixture {

    private static final String VIEW = "inspection.view";

    private final RegisterObjects register;
    private final ChecklistQueries checklists;
    private final EditChecklist edit;
    private final InspectionPlans plans;
    private final GenerateTasks generate;
    private final InspectionTaskQueries tasks;
    private final StartCheck start;
    private final SaveCheck save;
    private final SubmitCheck submit;
    private final JsonMapper json;

    InspectionLeakFixture(
            RegisterObjects register,
            ChecklistQueries checklists,
            EditChecklist edit,
            InspectionPlans plans,
            GenerateTasks generate,
            InspectionTaskQueries tasks,
            StartCheck start,
            SaveCheck save,
            SubmitCheck submit,
            JsonMapper json) {
        this.register = register;
        this.checklists = checklists;
        this.edit = edit;
        this.plans = plans;
        this.generate = generate;
        this.tasks = tasks;
        this.start = start;
        this.save = save;
        this.submit = submit;
        this.json = json;
    }

    @Override
    public String module() {
        return "inspection";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID shop = Ids.next();
        register.register(owner, List.of(InspectionTest.newShop(shop, community, 1)));
        UUID list = Ids.next();
        String listMark = "葵" + list.toString().substring(24);
        ChecklistQueries.ChecklistRow version = checklist(owner, list, community, listMark);
        UUID plan = Ids.next();
        String planMark = "蕨" + plan.toString().substring(24);
        activePlan(owner, plan, community, planMark, version.code());
        UUID task = taskOf(owner, plan, shop);
        UUID check = Ids.next();
        String remark = "蕙" + check.toString().substring(24);
        start.forTask(owner, check, task, list);
        save.save(owner, check, 0, filled(version, remark));
        submit.submit(owner, check);
        return new Fixture(
                Map.of(
                        "/api/checklists/{id}", list.toString(),
                        "/api/inspection-plans/{id}", plan.toString(),
                        "/api/inspection-tasks/{id}", task.toString(),
                        "/api/inspection-checks/{id}", check.toString()),
                List.of(listMark, planMark, remark),
                bodies(version, community, shop),
                Map.of(
                        "/api/inspection-tasks", "?planId=" + plan,
                        "/api/inspection-tasks/completion", "?by=PLAN&planId=" + plan,
                        "/api/inspection-checks", "?objectId=" + shop));
    }

    /** A copy of a shipped list, published. */
    private ChecklistQueries.ChecklistRow checklist(Caller owner, UUID id, AreaKey community, String name) {
        UUID shipped = checklists.list(owner.scopeFor(VIEW)).stream()
                .filter(row -> row.code().equals("electricity"))
                .findFirst()
                .orElseThrow()
                .id();
        edit.copy(owner, id, shipped, community, new LocalText(name, name, name));
        edit.publish(owner, id, null);
        return checklists.find(owner.scopeFor(VIEW), id, null).orElseThrow();
    }

    private void activePlan(Caller owner, UUID id, AreaKey community, String name, String checklist) {
        plans.register(
                owner,
                new InspectionPlans.NewPlan(
                        id,
                        name,
                        community,
                        List.of(checklist),
                        Set.of("small-premises"),
                        Map.of(1, "P1Y"),
                        null,
                        LocalDate.of(2026, 6, 1),
                        null,
                        null));
        plans.activate(owner, id);
        generate.run(id);
    }

    private UUID taskOf(Caller owner, UUID plan, UUID object) {
        var filter = new InspectionTaskQueries.Filter(
                null, plan, object, null, null, List.of(), null, null, false, null, null);
        return tasks.list(owner.with(VIEW), filter, PageRequest.first(1))
                .items()
                .getFirst()
                .id();
    }

    /** Everything passes but the first item that asks for no photo. */
    private SaveCheck.Draft filled(ChecklistQueries.ChecklistRow version, String remark) {
        List<ChecklistContent.CheckItem> items = checklists.groups(version.versionId()).stream()
                .flatMap(group -> group.items().stream())
                .toList();
        String failed = items.stream()
                .filter(item -> !item.photoOnFail())
                .findFirst()
                .orElseThrow()
                .code();
        List<Answer> answers = items.stream()
                .map(item -> item.code().equals(failed)
                        ? new Answer(failed, Answer.Result.FAIL, remark, null, null, null, null)
                        : new Answer(item.code(), Answer.Result.PASS, null, null, null, null, null))
                .toList();
        return new SaveCheck.Draft(answers, null, null, null, remark);
    }

    private Map<String, String> bodies(ChecklistQueries.ChecklistRow version, AreaKey community, UUID shop) {
        AreaKey neighbour = LeakFixture.neighbour(community);
        String list = "/api/checklists/{id}";
        String plan = "/api/inspection-plans/{id}";
        String check = "/api/inspection-checks/{id}";
        String content = json.writeValueAsString(checklists.content(version.versionId()));
        String name = "{\"zh-CN\":\"x\",\"zh-Hant\":\"x\",\"en\":\"x\"}";
        String planned = "\"checklists\":[\"" + version.id()
                + "\"],\"frequencies\":{\"1\":\"P1Y\"},\"unitRule\":\"COMMUNITY_UNIT\",\"startsOn\":\"2026-06-01\"}";
        String here = "{\"name\":\"x\",\"area\":\"" + community + "\"," + planned;
        return Map.of(
                "POST /api/inspection-checks",
                "{\"id\":\"" + Ids.next() + "\",\"objectId\":\"" + shop + "\",\"checklistId\":\"" + version.id()
                        + "\"}",
                "POST /api/inspection-plans",
                "{\"id\":\"" + Ids.next() + "\",\"plan\":" + here + "}",
                "POST /api/inspection-plans/preview",
                here,
                "POST " + list + "/copies",
                "{\"id\":\"" + Ids.next() + "\",\"area\":\"" + neighbour + "\",\"name\":" + name + "}",
                "PUT " + list + "/draft",
                "{\"revision\":0,\"content\":" + content + "}",
                "PUT " + plan,
                "{\"revision\":0,\"plan\":{\"name\":\"x\",\"area\":\"" + neighbour + "\"," + planned + "}",
                "POST " + plan + "/end",
                "{\"reason\":\"x\"}",
                "PUT " + check,
                "{\"revision\":0,\"answers\":[]}",
                "POST " + check + "/not-possible",
                "{\"reason\":\"x\"}",
                "POST " + check + "/corrections",
                "{\"id\":\"" + Ids.next() + "\",\"reason\":\"x\"}");
    }
}
