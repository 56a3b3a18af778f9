package org.anshe.demo;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.anshe.campaign.internal.CampaignView;
import org.anshe.campaign.internal.ConfirmPlan;
import org.anshe.campaign.internal.Decision;
import org.anshe.campaign.internal.FindingKind;
import org.anshe.campaign.internal.PlanView;
import org.anshe.campaign.internal.ReviewFinding;
import org.anshe.campaign.internal.ReviewKind;
import org.anshe.campaign.internal.SetBaseYear;
import org.anshe.campaign.internal.ShowPlan;
import org.anshe.campaign.internal.ShowTasks;
import org.anshe.campaign.internal.UploadPlan;
import org.anshe.campaign.internal.WorkOnTask;
import org.anshe.identity.People;
import org.anshe.shared.Caller;
import org.anshe.shared.OfficeTime;
import org.anshe.shared.PageRequest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Reads plan documents and confirms them as campaigns, the way the office does it: two that are shipped, and those of
 * {@code anshe.demo-plans} (paths, separated like a search path).
 */
@Component
class ImportPlans {

    private static final List<String> SHIPPED =
            List.of("demo/plans/gas-and-fire-campaign.txt", "demo/plans/winter-fire-prevention.txt");
    /** Stands over a campaign whose document has no title of its own. */
    private static final String UNTITLED = "街道安全专项整治行动";

    private final UploadPlan upload;
    private final ShowPlan show;
    private final ReviewKind reviewKind;
    private final ReviewFinding reviewFinding;
    private final SetBaseYear baseYear;
    private final ConfirmPlan confirm;
    private final ShowTasks tasks;
    private final WorkOnTask work;
    private final Photographs photographs;
    private final People people;
    private final DemonstrationClock clock;
    private final List<Resource> documents;

    ImportPlans(
            UploadPlan upload,
            ShowPlan show,
            ReviewKind reviewKind,
            ReviewFinding reviewFinding,
            SetBaseYear baseYear,
            ConfirmPlan confirm,
            ShowTasks tasks,
            WorkOnTask work,
            Photographs photographs,
            People people,
            DemonstrationClock clock,
            @Value("${anshe.demo-plans:}") String paths) {
        this.upload = upload;
        this.show = show;
        this.reviewKind = reviewKind;
        this.reviewFinding = reviewFinding;
        this.baseYear = baseYear;
        this.confirm = confirm;
        this.tasks = tasks;
        this.work = work;
        this.photographs = photographs;
        this.people = people;
        this.clock = clock;
        this.documents = documents(paths);
    }

    private static List<Resource> documents(String paths) {
        List<Resource> found = new ArrayList<>();
        SHIPPED.forEach(path -> found.add(new ClassPathResource(path)));
        for (String path : paths.split(File.pathSeparator)) {
            if (!path.isBlank() && Files.isRegularFile(Path.of(path))) {
                found.add(new FileSystemResource(path));
            }
        }
        return found;
    }

    void build(Street street, Dice dice, LocalDate first) {
        Caller officer = people.callerOf(street.officers().getFirst());
        Instant morning = first.atTime(9, 30).atZone(OfficeTime.ZONE).toInstant();
        try {
            for (Resource document : documents) {
                clock.hold(morning);
                confirm(street, officer, dice, document, first);
                morning = morning.plus(Duration.ofDays(1));
            }
            progress(officer, dice, morning);
        } finally {
            clock.release();
        }
    }

    private void confirm(Street street, Caller officer, Dice dice, Resource document, LocalDate first) {
        long millis = clock.instant().toEpochMilli();
        UUID id = dice.id(millis);
        String name = String.valueOf(document.getFilename());
        Caller uploader = officer.with("plan.upload");
        String read = upload.upload(uploader, id, street.key(), name, thisYear(document, first.getYear()));
        String title = read.codePoints().anyMatch(Character::isIdeographic) ? read : UNTITLED;
        Caller reviewer = officer.with("plan.confirm");
        PlanView plan = show.show(reviewer, id);
        if (!show.preview(reviewer, id).linesWithoutYear().isEmpty() || plan.baseYear() == null) {
            baseYear.set(reviewer, id, plan.document() == null ? 0 : plan.version(), first.getYear());
        }
        reviewKind.decide(reviewer, id, null, Decision.ACCEPTED);
        reviewKind.decide(reviewer, id, null, Decision.REJECTED);
        rejectWhatCannotStand(reviewer, id);
        confirm.confirm(
                reviewer,
                id,
                new ConfirmPlan.Confirmation(
                        dice.id(millis),
                        show.show(reviewer, id).version(),
                        title,
                        street.key(),
                        street.office(),
                        first,
                        first.plusMonths(18)));
    }

    /** The shipped documents speak of {@code {year}} and {@code {nextYear}}, so that their stages lie around today. */
    private static Resource thisYear(Resource document, int year) {
        if (!(document instanceof ClassPathResource)) {
            return document;
        }
        try {
            String text = document.getContentAsString(StandardCharsets.UTF_8)
                    .replace("{year}", String.valueOf(year))
                    .replace("{nextYear}", String.valueOf(year + 1));
            return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the document says too vaguely to be a date or a rhythm stays in the document. */
    private void rejectWhatCannotStand(Caller reviewer, UUID id) {
        PlanView.Preview preview = show.preview(reviewer, id);
        List<Integer> lines = new ArrayList<>(preview.linesWithOddPeriod());
        lines.addAll(preview.linesReversed());
        lines.addAll(preview.linesWithoutYear());
        for (PlanView.FindingView finding : show.show(reviewer, id).findings()) {
            if (lines.contains(finding.line()) && finding.kind() != FindingKind.OUTLINE) {
                reviewFinding.review(
                        reviewer,
                        id,
                        finding.id(),
                        new ReviewFinding.Change(finding.version(), null, Decision.REJECTED));
            }
        }
    }

    /** Half of the tasks are done or under way. */
    private void progress(Caller officer, Dice dice, Instant from) {
        Caller worker = officer.with("campaign.progress");
        for (CampaignView.OpenTask open :
                tasks.open(worker, false, false, PageRequest.first(200)).items()) {
            int course = dice.weighted(30, 30, 40);
            if (course == 2) {
                continue;
            }
            CampaignView.TaskView task = open.task();
            clock.hold(from.plus(Duration.ofHours(dice.between(24, 24 * 120))));
            long millis = clock.instant().toEpochMilli();
            if (course == 0) {
                work.progress(
                        worker,
                        task.campaignId(),
                        task.id(),
                        dice.between(2, 9) * 10,
                        new WorkOnTask.Report(dice.id(millis), task.version(), "按计划推进，已完成排查登记", List.of()));
            } else {
                UUID photo = photographs.after(worker, dice, millis);
                work.done(
                        worker,
                        task.campaignId(),
                        task.id(),
                        new WorkOnTask.Report(dice.id(millis), task.version(), "任务已完成，材料已归档", List.of(photo)));
            }
        }
    }
}
