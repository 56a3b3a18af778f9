package org.anshe.campaign.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.anshe.attachment.Attachments;
import org.anshe.campaign.CampaignProblem;
import org.anshe.campaign.internal.reading.PlanDocument;
import org.anshe.campaign.internal.reading.PlanDocuments;
import org.anshe.campaign.internal.reading.PlanReader;
import org.anshe.campaign.internal.reading.PlanReading;
import org.anshe.campaign.internal.reading.UnreadablePlan;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.shared.SharedProblem;
import org.anshe.territory.Areas;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Service;

/**
 * Takes a plan file: reads it, keeps the original, stores what was found for review. Reading and the file lie outside
 * the transaction that stores the result.
 */
@Service
public class UploadPlan {

    /** Names the grammar that made a reading, so that older readings can be told and read again. */
    static final String READER_VERSION = "grammar-1";

    private static final int LONGEST_TITLE = 200;

    private final PlanRepository plans;
    private final SavePlan save;
    private final Attachments attachments;
    private final Areas areas;
    private final Clock clock;

    UploadPlan(PlanRepository plans, SavePlan save, Attachments attachments, Areas areas, Clock clock) {
        this.plans = plans;
        this.save = save;
        this.attachments = attachments;
        this.areas = areas;
        this.clock = clock;
    }

    /**
     * Reads and stores a file as a plan of an area; sending the same id again changes nothing.
     *
     * @return title of the document
     */
    public String upload(Caller caller, UUID id, AreaKey area, String fileName, InputStreamSource content) {
        if (!caller.may("plan.upload", area, null)) {
            throw new ProblemException(SharedProblem.FORBIDDEN, "area", area.toString());
        }
        areas.getActive(area);
        Optional<PlanRow> known = plans.find(id);
        if (known.isPresent()) {
            if (!known.get().area().equals(area)
                    || !caller.person().equals(known.get().uploadedBy())) {
                throw new ProblemException(CampaignProblem.ID_TAKEN);
            }
            return known.get().title();
        }
        PlanDocument document = open(content, fileName);
        PlanReading reading = new PlanReader().read(document);
        Instant now = clock.instant();
        UUID file = store(caller, fileName, content);
        PlanRow plan = new PlanRow(
                id,
                title(reading.title(), fileName),
                fileName,
                document.format().name(),
                file,
                area,
                caller.personId(),
                caller.name(),
                now,
                now,
                READER_VERSION,
                null,
                PlanState.READ,
                null,
                null,
                null,
                0);
        save.save(caller, plan, document.paragraphs(), reading);
        return plan.title();
    }

    private static PlanDocument open(InputStreamSource content, String fileName) {
        try (InputStream in = content.getInputStream()) {
            return PlanDocuments.open(in, fileName);
        } catch (UnreadablePlan refused) {
            ProblemException refusal = new ProblemException(
                    CampaignProblem.UNREADABLE_PLAN,
                    Map.of("reason", refused.reason().name(), "fact", refused.fact(), "file", fileName));
            refusal.initCause(refused);
            throw refusal;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID store(Caller caller, String fileName, InputStreamSource content) {
        try (InputStream in = content.getInputStream()) {
            UUID file = Ids.next();
            attachments.store(caller, file, fileName, in);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(@Nullable String read, String fileName) {
        String title = read == null || read.isBlank() ? fileName.replaceFirst("\\.[A-Za-z]{2,5}$", "") : read.strip();
        return title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE) : title;
    }
}
