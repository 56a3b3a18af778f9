package org.anshe.paper.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anshe.paper.PaperState;
import org.anshe.paper.internal.Paper;
import org.anshe.paper.internal.PaperKind;
import org.anshe.paper.internal.ShowPaper;
import org.anshe.paper.internal.Signature;
import org.anshe.shared.LocalText;
import org.jspecify.annotations.Nullable;

/** What a screen is told of a paper. */
final class PaperViews {

    private PaperViews() {}

    /** A kind of paper for a filter. */
    record KindView(String code, LocalText name) {}

    record FieldView(String name, LocalText label, PaperKind.Field.Input input, boolean required) {}

    record ColumnView(String name, LocalText label) {}

    record PlaceView(String code, LocalText label, int least, boolean mayRefuse) {}

    /**
     * A signature.
     *
     * @param image as a data address, null when nothing was drawn on a screen
     */
    record SignatureView(
            UUID id,
            String place,
            String name,
            Signature.Way way,
            @Nullable String witness,
            @Nullable String image,
            Instant recordedAt,
            String recordedBy) {

        static SignatureView of(Signature signature) {
            byte[] image = signature.image();
            return new SignatureView(
                    signature.id(),
                    signature.place(),
                    signature.name(),
                    signature.way(),
                    signature.witness(),
                    image == null ? null : picture(image),
                    signature.recordedAt(),
                    signature.recordedBy());
        }
    }

    record ServedView(
            Paper.Served.Way way,
            LocalDate on,
            String to,
            @Nullable String note,
            Instant recordedAt,
            String recordedBy) {}

    record EndedView(Instant at, String by, String why) {}

    /**
     * One paper.
     *
     * @param number as printed, null before it is issued
     * @param token the end of the address that verifies it, null before it is issued
     * @param unsigned places where somebody must still sign
     * @param missing fields without which it is not issued
     * @param offers permissions of the steps the caller may take now
     */
    record PaperView(
            UUID id,
            String kind,
            LocalText kindName,
            String title,
            PaperState state,
            int version,
            @Nullable String number,
            UUID organId,
            String organName,
            boolean organHasStamp,
            String subjectKind,
            UUID subjectId,
            String subjectName,
            List<FieldView> fields,
            List<ColumnView> columns,
            Map<String, String> values,
            List<Map<String, String>> rows,
            List<PlaceView> places,
            List<SignatureView> signatures,
            boolean stamped,
            List<String> unsigned,
            List<String> missing,
            Instant createdAt,
            String createdBy,
            @Nullable LocalDate issuedOn,
            @Nullable String issuedBy,
            @Nullable String token,
            @Nullable String pdfSha256,
            @Nullable String wordSha256,
            @Nullable ServedView served,
            @Nullable EndedView ended,
            List<String> offers) {

        static PaperView of(ShowPaper.View view) {
            Paper paper = view.paper();
            PaperKind kind = view.kind();
            Paper.Issued issued = paper.issued();
            return new PaperView(
                    paper.id(),
                    paper.kind(),
                    kind.name(),
                    kind.title(),
                    paper.state(),
                    paper.version(),
                    view.number(),
                    paper.organ().unitId(),
                    paper.organ().name(),
                    view.organHasStamp(),
                    paper.subject().kind(),
                    paper.subject().id(),
                    paper.subject().name(),
                    kind.fields().stream().map(PaperViews::field).toList(),
                    kind.columns().stream()
                            .map(column -> new ColumnView(column.name(), column.label()))
                            .toList(),
                    paper.content().values(),
                    paper.content().rows(),
                    kind.places().stream().map(PaperViews::place).toList(),
                    view.signatures().stream().map(SignatureView::of).toList(),
                    paper.stamped(),
                    view.unsigned(),
                    view.missing(),
                    paper.created().at(),
                    paper.created().byName(),
                    issued == null ? null : issued.on(),
                    issued == null ? null : issued.byName(),
                    issued == null ? null : issued.token(),
                    view.pdfSha256(),
                    view.wordSha256(),
                    PaperViews.served(paper.served()),
                    PaperViews.ended(paper.ended()),
                    view.offers());
        }
    }

    private static FieldView field(PaperKind.Field field) {
        return new FieldView(field.name(), field.label(), field.input(), field.required());
    }

    private static PlaceView place(PaperKind.Place place) {
        return new PlaceView(place.code(), place.label(), place.least(), place.mayRefuse());
    }

    private static @Nullable ServedView served(Paper.@Nullable Served served) {
        return served == null
                ? null
                : new ServedView(served.way(), served.on(), served.to(), served.note(), served.at(), served.byName());
    }

    private static @Nullable EndedView ended(Paper.@Nullable Ended ended) {
        return ended == null ? null : new EndedView(ended.at(), ended.byName(), ended.why());
    }

    static String picture(byte[] png) {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}
