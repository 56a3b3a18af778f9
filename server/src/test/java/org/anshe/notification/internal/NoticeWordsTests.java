package org.anshe.notification.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.StringEntry;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anshe.notification.Notice;
import org.anshe.notification.Notifications;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent has words in the three languages, and the words ask for nothing that is not sent. */
class NoticeWordsTests {

    private static final Set<String> LANGUAGES = Set.of("zh-CN", "zh-Hant", "en");
    private static final Pattern KIND = Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    private final NoticeWords words = new NoticeWords(JsonMapper.builder().build());

    @Test
    void everyKindHasAllTextsInAllLanguages() {
        assertThat(words.kinds()).isNotEmpty();
        words.kinds().forEach((name, kind) -> {
            for (Map<String, String> texts : java.util.List.of(kind.name(), kind.title(), kind.body())) {
                assertThat(texts.keySet()).as(name).isEqualTo(LANGUAGES);
                assertThat(texts.values()).as(name).noneMatch(String::isBlank);
            }
            assertThat(kind.page()).as(name).startsWith("/");
        });
    }

    @Test
    void everyPlaceholderIsAFactAndEveryFactIsSaidSomewhere() {
        words.kinds().forEach((name, kind) -> {
            Set<String> all = placeholders(kind.page().replace("{id}", ""));
            for (String language : LANGUAGES) {
                Set<String> said =
                        placeholders(kind.title().get(language) + kind.body().get(language));
                assertThat(kind.facts()).as(name + " " + language).containsAll(said);
                all.addAll(said);
            }
            assertThat(all).as(name).isEqualTo(new TreeSet<>(kind.facts()));
        });
    }

    /** What somebody typed stays in the building, and with those who may see the record. */
    @Test
    void whatSomebodyTypedIsShownInTheInboxAndNotOutside() {
        Map<String, Object> facts = Map.of("number", "2026-000001", "place", "青石街道", "what", "三楼王某家堆放杂物");

        assertThat(words.text("hazard.closed", facts, "zh-CN").body()).contains("三楼王某家堆放杂物");
        assertThat(words.outside("hazard.closed", facts, "zh-CN").body())
                .contains("请在系统内查看")
                .doesNotContain("王某");
        Map<String, Object> stranger = Map.of("number", "2026-000001", "place", "青石街道");
        words.check("hazard.closed", stranger.keySet());
        assertThat(words.text("hazard.closed", stranger, "zh-CN").body()).contains("请在系统内查看");
    }

    private static Set<String> placeholders(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = NoticeWords.PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    /** Kinds are texts of their shape in classes that send notices; permissions have that shape too. */
    @Test
    void everyKindThatIsSentHasWordsAndEveryKindWithWordsIsSent() throws IOException {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.anshe");
        Set<String> sent = new TreeSet<>();
        for (JavaClass type : classes) {
            boolean sends = type.getMethodCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Notifications.class))
                    || type.getConstructorCallsFromSelf().stream()
                            .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Notice.class));
            if (sends && !type.isEquivalentTo(Notice.class)) {
                sent.addAll(textsOf(type));
            }
        }

        sent.removeAll(permissions());
        assertThat(sent).isEqualTo(new TreeSet<>(words.kinds().keySet()));
    }

    private static Set<String> permissions() throws IOException {
        Set<String> all = new TreeSet<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath:data/permissions/*.json")) {
            try (InputStream in = file.getInputStream()) {
                all.addAll(JsonMapper.builder().build().readTree(in).propertyNames());
            }
        }
        assertThat(all).isNotEmpty();
        return all;
    }

    private static Set<String> textsOf(JavaClass type) throws IOException {
        Set<String> texts = new TreeSet<>();
        try (InputStream in =
                NoticeWordsTests.class.getResourceAsStream("/" + type.getName().replace('.', '/') + ".class")) {
            if (in == null) {
                throw new IllegalStateException("No class file of " + type.getName());
            }
            ClassFile.of().parse(in.readAllBytes()).constantPool().forEach(entry -> {
                if (entry instanceof StringEntry text
                        && KIND.matcher(text.stringValue()).matches()) {
                    texts.add(text.stringValue());
                }
            });
        }
        return texts;
    }

    @Test
    void refusesASenderWithoutWordsOrFacts() {
        assertThatThrownBy(() -> words.check("hazard.vanished", Set.of())).hasMessageContaining("hazard.vanished");
        assertThatThrownBy(() -> words.check("hazard.assigned", Set.of("number")))
                .hasMessageContaining("dueAt");
    }

    @Test
    void printsMomentsInTheTimeOfTheOfficeAndFactsAsTheyAre() {
        Map<String, Object> facts = Map.of("number", "2026-$1{dueAt}", "dueAt", "2026-06-30T10:00:00Z");

        NoticeWords.Text text = words.text("hazard.assigned", facts, "zh-CN");

        assertThat(text.title()).contains("2026-$1{dueAt}");
        assertThat(text.body()).contains("2026-06-30 18:00");
    }
}
