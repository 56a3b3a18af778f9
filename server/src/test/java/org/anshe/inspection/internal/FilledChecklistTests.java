package org.anshe.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.UUID;
import org.anshe.hazard.HazardGrade;
import org.anshe.inspection.InspectionProblem;
import org.anshe.shared.LocalText;
import org.anshe.shared.ProblemException;
import org.anshe.shared.ProblemException.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FilledChecklistTests {

    private static final LocalText TEXT = new LocalText("看", "看", "look");
    private static final UUID PHOTO = new UUID(1, 1);

    private final List<ChecklistContent.ItemGroup> groups = List.of(
            new ChecklistContent.ItemGroup("way", TEXT, List.of(item("way-a-01", true), item("way-a-02", false))),
            new ChecklistContent.ItemGroup("gas", TEXT, List.of(item("gas-a-01", true))));

    @Test
    void tellsWhichItemsHaveNoAnswer() {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FilledChecklist.of(groups, List.of(pass("way-a-02"))))
                .satisfies(refusal -> {
                    assertThat(refusal.type()).isEqualTo(InspectionProblem.UNANSWERED);
                    assertThat(refusal.members()).containsEntry("items", List.of("way-a-01", "gas-a-01"));
                    assertThat(refusal.members()).containsEntry("count", 2);
                });
    }

    @Test
    void aFailedItemNeedsWordsAndThePhotoItAsksFor() {
        List<Answer> answers = List.of(
                fail("way-a-01", null, null, List.of(), List.of()),
                fail("way-a-02", " ", "当场补齐", List.of(), List.of()),
                fail("gas-a-01", "软管老化", "更换软管", List.of(PHOTO), List.of()));

        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> FilledChecklist.of(groups, answers))
                .satisfies(refusal -> assertThat(refusal.errors())
                        .containsExactly(
                                new FieldError("/answers/way-a-01/note", "required"),
                                new FieldError("/answers/way-a-01/photos", "required"),
                                new FieldError("/answers/way-a-02/note", "required"),
                                new FieldError("/answers/way-a-02/photos", "required"),
                                new FieldError("/answers/way-a-02/photosAfter", "required"),
                                new FieldError("/answers/gas-a-01/photosAfter", "required")));
    }

    @Test
    void countsWhatFailed() {
        FilledChecklist filled = FilledChecklist.of(
                groups,
                List.of(
                        pass("way-a-01"),
                        fail("way-a-02", "台账缺失", null, List.of(), List.of()),
                        fail("gas-a-01", "软管老化", "更换软管", List.of(PHOTO), List.of(PHOTO))));

        assertThat(filled.items()).isEqualTo(3);
        assertThat(filled.failed()).extracting(one -> one.item().code()).containsExactly("way-a-02", "gas-a-01");
    }

    private static ChecklistContent.CheckItem item(String code, boolean photo) {
        return new ChecklistContent.CheckItem(code, TEXT, TEXT, null, HazardGrade.GENERAL, true, photo, null);
    }

    private static Answer pass(String item) {
        return new Answer(item, Answer.Result.PASS, null, null, null, List.of(), List.of());
    }

    private static Answer fail(
            String item, @Nullable String note, @Nullable String measure, List<UUID> photos, List<UUID> after) {
        return new Answer(item, Answer.Result.FAIL, note, null, measure, photos, after);
    }
}
