package org.anshe.attachment.internal;

import static org.anshe.testing.TestPeople.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.anshe.attachment.AttachmentProblem;
import org.anshe.attachment.Attachments;
import org.anshe.attachment.Attachments.Owner;
import org.anshe.shared.AreaKey;
import org.anshe.shared.Caller;
import org.anshe.shared.Ids;
import org.anshe.shared.ProblemException;
import org.anshe.testing.IntegrationTest;
import org.anshe.testing.MovableClock;
import org.anshe.testing.TestPeople;
import org.anshe.testing.TestPictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@IntegrationTest
class UploadIntegrationTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Attachments attachments;

    @Autowired
    TestPeople people;

    @Autowired
    SweepUploads sweep;

    @Autowired
    MovableClock clock;

    @Value("${anshe.data}")
    String data = "";

    private AreaKey street = AreaKey.parse("91");
    private Caller worker = Caller.system("none");
    private Caller colleague = Caller.system("none");
    private Caller neighbour = Caller.system("none");

    @BeforeEach
    void peopleOfTwoStreets() {
        street = TestPeople.newStreet();
        worker = people.with("community-worker", street);
        colleague = people.with("community-worker", street);
        neighbour = people.with("community-worker", TestPeople.newStreet());
    }

    @Test
    void refusesStrangers() throws Exception {
        mvc.perform(get("/api/attachments/{id}", Ids.next())).andExpect(status().isUnauthorized());
        upload(people.with("auditor", street), Ids.next(), "a.jpg", TestPictures.jpeg())
                .andExpect(status().isForbidden());
        mvc.perform(get("/api/attachments/{id}", Ids.next()).with(as(worker))).andExpect(status().isNotFound());
    }

    @Test
    void belongsToItsUploaderUntilItIsLinked() throws Exception {
        UUID id = stored(worker);
        look(worker, id).andExpect(status().isOk());
        look(colleague, id).andExpect(status().isNotFound());

        attachments.link(worker, owner(Ids.next(), null), "before", List.of(id));
        look(colleague, id).andExpect(status().isOk());
        mvc.perform(get("/api/attachments/{id}/thumbnail", id).with(as(colleague)))
                .andExpect(status().isOk());
        look(neighbour, id).andExpect(status().isNotFound());
    }

    @Test
    void showsAnEnterpriseOnlyWhatItsUnitHolds() throws Exception {
        UUID unit = Ids.next();
        Caller owner = people.with("enterprise", null, unit);
        Caller other = people.with("enterprise", null, Ids.next());
        UUID id = stored(worker);
        attachments.link(worker, owner(Ids.next(), unit), "before", List.of(id));
        look(owner, id).andExpect(status().isOk());
        look(other, id).andExpect(status().isNotFound());
    }

    @Test
    void isSentSoThatABrowserRunsNothing() throws Exception {
        UUID picture = stored(worker);
        look(worker, picture)
                .andExpect(header().string("Content-Type", "image/jpeg"))
                .andExpect(header().string("X-Content-Type-Options", "nosniff"))
                .andExpect(header().string("Content-Security-Policy", org.hamcrest.Matchers.startsWith("sandbox")))
                .andExpect(header().string("Cache-Control", org.hamcrest.Matchers.containsString("private")));
        UUID paper = Ids.next();
        upload(worker, paper, "通知.pdf", HostileFiles.ascii("%PDF-1.7\n%%EOF\n")).andExpect(status().isOk());
        look(worker, paper)
                .andExpect(header().string("Content-Type", "application/octet-stream"))
                .andExpect(header().string(
                                "Content-Disposition", org.hamcrest.Matchers.startsWith("attachment; filename")));
        mvc.perform(get("/api/attachments/{id}/thumbnail", paper).with(as(worker)))
                .andExpect(status().isNotFound());
    }

    @Test
    void isStoredOnceHoweverOftenItIsSent() throws Exception {
        UUID id = Ids.next();
        byte[] content = TestPictures.jpeg();
        upload(worker, id, "a.jpg", content).andExpect(status().isOk());
        upload(worker, id, "a.jpg", content)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(id.toString()));
        upload(worker, id, "a.jpg", TestPictures.jpeg(9, 9))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/attachment/id-taken"));
        upload(colleague, id, "a.jpg", content).andExpect(status().isConflict());
    }

    @Test
    void refusesAProgramThatCallsItselfAPicture() throws Exception {
        upload(worker, Ids.next(), "现场.jpg", HostileFiles.ascii("MZ\u0090\0 This program cannot be run"))
                .andExpect(status().isUnsupportedMediaType())
                .andExpect(jsonPath("$.type").value("/problems/attachment/active-content"));
        upload(worker, Ids.next(), "a.svg", HostileFiles.ascii("<svg onload='alert(1)'/>"))
                .andExpect(status().isUnsupportedMediaType());
        upload(worker, Ids.next(), "a.png", HostileFiles.bomb(60_000, 60_000))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("/problems/attachment/too-many-pixels"));
        upload(worker, Ids.next(), "a.jpg", new byte[0]).andExpect(status().isBadRequest());
        byte[] large = new byte[(5 << 20) + 1];
        java.util.Arrays.fill(large, (byte) 'a');
        upload(worker, Ids.next(), "a.txt", large).andExpect(status().isUnsupportedMediaType());
        try (var left = Files.list(Path.of(data, "files", "incoming"))) {
            assertThat(left).as("nothing received stays behind").isEmpty();
        }
    }

    @Test
    void linksOnlyOwnFiles() throws Exception {
        UUID id = stored(worker);
        for (UUID file : List.of(id, Ids.next())) {
            assertThatThrownBy(() -> attachments.link(colleague, owner(Ids.next(), null), "after", List.of(file)))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            refusal -> assertThat(refusal.type()).isEqualTo(AttachmentProblem.NOT_YOURS));
        }
    }

    @Test
    void sweepsWhatWasLinkedToNothingForAWeek() throws Exception {
        clock.set(MovableClock.START);
        byte[] content = TestPictures.jpeg(31, 17);
        UUID abandoned = Ids.next();
        UUID kept = Ids.next();
        String sha256 = store(abandoned, content);
        assertThat(store(kept, content)).isEqualTo(sha256);
        UUID alone = Ids.next();
        String aloneSha256 = store(alone, TestPictures.jpeg(33, 18));
        attachments.link(worker, owner(Ids.next(), null), "before", List.of(kept));

        clock.advance(Duration.ofDays(7));
        sweep.sweep();
        look(worker, abandoned).andExpect(status().isOk());

        clock.advance(Duration.ofMillis(1));
        sweep.sweep();
        look(worker, abandoned).andExpect(status().isNotFound());
        look(worker, alone).andExpect(status().isNotFound());
        look(worker, kept).andExpect(status().isOk());
        assertThat(place(sha256)).as("another file has the same content").exists();
        assertThat(place(aloneSha256)).doesNotExist();
        clock.set(MovableClock.START);
    }

    private String store(UUID id, byte[] content) {
        return attachments
                .store(worker, id, "a.jpg", new ByteArrayInputStream(content))
                .sha256();
    }

    private Path place(String sha256) {
        return Path.of(data, "files", sha256.substring(0, 2), sha256.substring(2, 4), sha256);
    }

    private UUID stored(Caller caller) throws Exception {
        UUID id = Ids.next();
        upload(caller, id, "现场.jpg", TestPictures.jpeg()).andExpect(status().isOk());
        return id;
    }

    private Owner owner(UUID record, @org.jspecify.annotations.Nullable UUID unit) {
        return new Owner("hazard", record, street, unit, "hazard.view");
    }

    private ResultActions upload(Caller caller, UUID id, String name, byte[] content) throws Exception {
        return mvc.perform(multipart("/api/attachments")
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("id", id.toString())
                .with(as(caller)));
    }

    private ResultActions look(Caller caller, UUID id) throws Exception {
        return mvc.perform(get("/api/attachments/{id}", id).with(as(caller)));
    }
}
