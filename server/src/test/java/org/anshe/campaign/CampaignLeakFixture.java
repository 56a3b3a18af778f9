package org.anshe.campaign;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.campaign.internal.ChangeTasks;
import org.anshe.campaign.internal.ConfirmPlan;
import org.anshe.campaign.internal.Decision;
import org.anshe.campaign.internal.ReviewKind;
import org.anshe.campaign.internal.ShowCampaign;
import org.anshe.campaign.internal.ShowPlan;
import org.anshe.campaign.internal.UploadPlan;
import org.anshe.campaign.internal.WorkOnTask;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.testing.LeakFixture;
import org.springframework.core.io.ByteArrayResource;

/** A plan of the community under review, and the running campaign of another with a task somebody works on. */
class CampaignLeakFixture implements LeakFixture {

    private static final String PLAN = "/api/plan-documents/{id}";
    private static final String CAMPAIGN = "/api/campaigns/{id}";
    private static final String STAGE = CAMPAIGN + "/stages/{stageId}";
    private static final String TASK = CAMPAIGN + "/tasks/{taskId}";

    private final UploadPlan upload;
    private final ShowPlan plans;
    private final ReviewKind review;
    private final ConfirmPlan confirm;
    private final ShowCampaign campaigns;
    private final ChangeTasks tasks;
    private final WorkOnTask work;

    CampaignLeakFixture(
            UploadPlan upload,
            ShowPlan plans,
            ReviewKind review,
            ConfirmPlan confirm,
            ShowCampaign campaigns,
            ChangeTasks tasks,
            WorkOnTask work) {
        this.upload = upload;
        this.plans = plans;
        this.review = review;
        this.confirm = confirm;
        this.campaigns = campaigns;
        this.tasks = tasks;
        this.work = work;
    }

    @Override
    public String module() {
        return "campaign";
    }

    @Override
    public Fixture create(Caller owner, AreaKey community) {
        UUID plan = Ids.next();
        String planMark = "茅" + plan.toString().substring(24);
        upload(owner, plan, community, planMark);
        UUID campaign = Ids.next();
        String mark = "菖" + campaign.toString().substring(24);
        confirmed(owner, campaign, community, mark);
        UUID task = Ids.next();
        String taskMark = "蔺" + task.toString().substring(24);
        var facts = new ChangeTasks.Facts(0, taskMark, null, null, LocalDate.of(2026, 7, 31), List.of());
        tasks.put(owner.with("campaign.manage"), campaign, task, facts);
        String words = "蓼" + task.toString().substring(24);
        var report = new WorkOnTask.Report(Ids.next(), 0, words, List.of());
        work.progress(owner.with("campaign.progress"), campaign, task, 10, report);
        return new Fixture(
                Map.of(
                        PLAN,
                        plan.toString(),
                        PLAN + "/findings/{findingId}",
                        finding(owner, plan),
                        CAMPAIGN,
                        campaign.toString(),
                        STAGE,
                        stage(owner, campaign),
                        TASK,
                        task.toString()),
                List.of(planMark, mark, taskMark, words),
                bodies(community),
                Map.of(STAGE, "?version=0", "POST /api/plan-documents", "?area=" + community + "&id=" + Ids.next()));
    }

    private void upload(Caller owner, UUID id, AreaKey community, String mark) {
        List<String> paragraphs = new ArrayList<>(PlanFiles.GAS);
        paragraphs.set(0, mark + "专项行动方案");
        upload.upload(owner, id, community, mark + ".docx", new ByteArrayResource(PlanFiles.docx(paragraphs)));
    }

    private void confirmed(Caller owner, UUID campaign, AreaKey community, String mark) {
        UUID plan = Ids.next();
        upload(owner, plan, community, mark);
        Caller reviewer = owner.with("plan.confirm");
        review.decide(reviewer, plan, null, Decision.ACCEPTED);
        int version = plans.show(owner.with("plan.view"), plan).version();
        confirm.confirm(
                reviewer, plan, new ConfirmPlan.Confirmation(campaign, version, mark, community, null, null, null));
    }

    private String finding(Caller owner, UUID plan) {
        return plans.show(owner.with("plan.view"), plan)
                .findings()
                .getFirst()
                .id()
                .toString();
    }

    private String stage(Caller owner, UUID campaign) {
        return campaigns
                .show(owner.with("campaign.view"), campaign)
                .stages()
                .getFirst()
                .id()
                .toString();
    }

    private static Map<String, String> bodies(AreaKey community) {
        Map<String, String> bodies = new LinkedHashMap<>();
        String reason = "{\"version\":0,\"reason\":\"x\"}";
        String report = "{\"version\":0,\"id\":\"" + Ids.next() + "\",\"words\":\"x\",\"files\":[],\"percent\":10}";
        bodies.put("PUT " + PLAN + "/base-year", "{\"version\":0,\"year\":2026}");
        bodies.put("PUT " + PLAN + "/units", "{\"name\":\"街道安全办公室\"}");
        bodies.put("POST " + PLAN + "/decisions", "{\"decision\":\"REJECTED\"}");
        bodies.put("POST " + PLAN + "/discard", reason);
        bodies.put(
                "POST " + PLAN + "/findings",
                "{\"id\":\"" + Ids.next()
                        + "\",\"kind\":\"STAGE\",\"line\":1,\"start\":0,\"end\":1,\"data\":{\"name\":\"x\"}}");
        bodies.put("PATCH " + PLAN + "/findings/{findingId}", "{\"version\":0,\"decision\":\"REJECTED\"}");
        bodies.put(
                "POST " + PLAN + "/confirmation",
                "{\"campaignId\":\"" + Ids.next() + "\",\"version\":0,\"title\":\"x\",\"area\":\""
                        + LeakFixture.neighbour(community) + "\"}");
        bodies.put("POST /api/plan-documents", String.join("\n", PlanFiles.GAS));
        bodies.put(
                "POST /api/campaigns",
                "{\"id\":\"" + Ids.next() + "\",\"title\":\"x\",\"area\":\"" + community + "\"}");
        bodies.put("PUT " + CAMPAIGN, "{\"version\":0,\"title\":\"x\"}");
        bodies.put("POST " + CAMPAIGN + "/start", "{\"version\":0}");
        bodies.put("POST " + CAMPAIGN + "/close", reason);
        bodies.put("PUT " + STAGE, "{\"version\":0,\"name\":\"x\"}");
        bodies.put("PUT " + TASK, "{\"version\":1,\"title\":\"x\",\"units\":[]}");
        bodies.put("POST " + TASK + "/withdrawal", reason);
        List.of("progress-notes", "completion", "reopening")
                .forEach(step -> bodies.put("POST " + TASK + "/" + step, report));
        return bodies;
    }
}
