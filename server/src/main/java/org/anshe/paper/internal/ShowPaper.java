package org.anshe.paper.internal;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anshe.paper.internal.PaperRepository.Format;
import org.anshe.paper.internal.sheet.PagePictures;
import org.anshe.paper.internal.sheet.PdfSheet;
import org.anshe.paper.internal.sheet.Sheet;
import org.anshe.paper.internal.sheet.WordSheet;
import org.anshe.shared.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** One paper with its signatures, its files, and what the caller may do with it now. */
@Service
public class ShowPaper {

    private final PaperSteps steps;
    private final PaperRepository papers;
    private final OrganRepository organs;
    private final PaperNumbers numbers;
    private final Clock clock;

    ShowPaper(PaperSteps steps, PaperRepository papers, OrganRepository organs, PaperNumbers numbers, Clock clock) {
        this.steps = steps;
        this.papers = papers;
        this.organs = organs;
        this.numbers = numbers;
        this.clock = clock;
    }

    /**
     * Everything.
     *
     * @param unsigned codes of the places where somebody must still sign
     * @param missing names of the fields without which it is not issued
     * @param offers what the caller may do now
     */
    public record View(
            Paper paper,
            PaperKind kind,
            @Nullable String number,
            List<Signature> signatures,
            List<String> unsigned,
            List<String> missing,
            boolean organHasStamp,
            @Nullable String pdfSha256,
            @Nullable String wordSha256,
            List<String> offers) {}

    /** A file to hand out. */
    public record File(String name, byte[] content) {}

    public View show(Caller caller, UUID id) {
        Paper paper = steps.seen(caller, id);
        PaperKind kind = steps.kind(paper);
        List<Signature> signatures = papers.signatures(id);
        Organ organ = steps.organ(paper);
        return new View(
                paper,
                kind,
                numbers.printed(paper),
                signatures,
                PaperSteps.unsigned(kind, signatures).stream()
                        .map(PaperKind.Place::code)
                        .toList(),
                kind.fields().stream()
                        .filter(PaperKind.Field::required)
                        .map(PaperKind.Field::name)
                        .filter(name -> !paper.content().values().containsKey(name))
                        .toList(),
                organ.hasStamp(),
                papers.intactSha256(id, Format.PDF).orElse(null),
                papers.intactSha256(id, Format.WORD).orElse(null),
                offers(caller, paper));
    }

    /** The PDF as issued; of a draft, one with a watermark. */
    public File pdf(Caller caller, UUID id) {
        Paper paper = steps.seen(caller, id);
        byte[] content = paper.state().issued()
                ? papers.file(id, Format.PDF).orElseThrow()
                : PdfSheet.write(draft(paper), clock.instant());
        return new File(name(paper) + ".pdf", content);
    }

    /** The Word file as issued; of a draft, one that can be printed and filled in by hand. */
    public File word(Caller caller, UUID id) {
        Paper paper = steps.seen(caller, id);
        byte[] content =
                paper.state().issued() ? papers.file(id, Format.WORD).orElseThrow() : WordSheet.write(draft(paper));
        return new File(name(paper) + ".docx", content);
    }

    public List<byte[]> pages(Caller caller, UUID id) {
        return PagePictures.of(pdf(caller, id).content());
    }

    private Sheet draft(Paper paper) {
        Optional<byte[]> stamp = paper.stamped() ? organs.stamp(paper.organ().unitId()) : Optional.empty();
        return new ComposePaper(paper, steps.kind(paper), papers.signatures(paper.id()), stamp.orElse(null)).draft();
    }

    private String name(Paper paper) {
        String number = numbers.printed(paper);
        String title = steps.kind(paper).title();
        return number == null ? title + "（草稿）" : title + number;
    }

    private List<String> offers(Caller caller, Paper paper) {
        List<String> possible = switch (paper.state()) {
            case DRAFT, SIGNED ->
                List.of(DraftPaper.PERMISSION, SignPaper.PERMISSION, StampPaper.PERMISSION, IssuePaper.PERMISSION);
            case ISSUED -> List.of(ServePaper.PERMISSION, EndPaper.VOID);
            case SERVED -> List.of(EndPaper.VOID);
            case VOID, WITHDRAWN -> List.of();
        };
        return possible.stream()
                .filter(permission -> steps.permits(caller, paper, permission))
                .toList();
    }
}
