package dev.aisle.assistant.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.shared.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the check keeps and drops, on sentences that were labelled before it was tuned. Part {@code final} was looked at once, after tuning; docs/outside-model.md has
 * what was seen then. Since two faults that it showed were mended it only guards against getting worse.
 */
class SupportedSentencesTest {
    /** Of sentences that are not supported, this share is dropped at least; of those that are, that share is kept. */
    private static final double LEAST_DROPPED = 0.95;

    private static final double LEAST_KEPT = 0.85;

    private record Labelled(Passage passage, String part, boolean supported, String sentence) {}

    private static List<String[]> rows(String name) {
        try (InputStream file = SupportedSentencesTest.class.getResourceAsStream("/assistant/" + name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(name + " can't be read", e);
        }
    }

    private static List<Labelled> labelled() {
        Map<String, String[]> passages =
                rows("support-passages.tsv").stream().collect(Collectors.toMap(row -> row[0], row -> row));
        return rows("support-sentences.tsv").stream()
                .map(row -> {
                    String[] passage = passages.get(row[0]);
                    return new Labelled(
                            passage(passage[0], passage[1], passage[3], passage[4]),
                            passage[2],
                            row[1].equals("yes"),
                            row[2]);
                })
                .toList();
    }

    private static Passage passage(String id, String language, String title, String text) {
        return new Passage(
                id, 1, 0, language.equals("zh") ? Language.CHINESE : Language.ENGLISH, title, null, text, null);
    }

    private static boolean keeps(Labelled one) {
        return new SupportedSentences()
                        .check(one.sentence(), List.of(one.passage()), 3)
                        .kept()
                == 1;
    }

    @Test
    void whatNoPassageSaysIsDroppedAndWhatOneSaysStays() {
        for (String part : List.of("dev", "final")) {
            for (Language language : Language.values()) {
                List<Labelled> all = labelled().stream()
                        .filter(one -> one.part().equals(part) && one.passage().language() == language)
                        .toList();
                List<Labelled> wrong = all.stream()
                        .filter(one -> keeps(one) != one.supported())
                        .toList();
                long lies = all.stream().filter(one -> !one.supported()).count();
                long kept = wrong.stream().filter(one -> !one.supported()).count();
                long lost = wrong.size() - kept;
                System.out.printf(
                        "support %s %s: %d of %d unsupported dropped, %d of %d supported kept%n",
                        part, language.tag(), lies - kept, lies, all.size() - lies - lost, all.size() - lies);
                List<String> told = wrong.stream()
                        .map(one -> one.supported() + " " + one.sentence())
                        .toList();
                assertThat(1 - kept / (double) lies)
                        .as("dropped %s %s %s", part, language, told)
                        .isGreaterThanOrEqualTo(LEAST_DROPPED);
                assertThat(1 - lost / (double) (all.size() - lies))
                        .as("kept %s %s %s", part, language, told)
                        .isGreaterThanOrEqualTo(LEAST_KEPT);
            }
        }
    }

    @Test
    void ofAnAnswerOnlyWhatIsSupportedIsLeftWithItsSources() {
        Passage returns = passage(
                "returns", "en", "Returns", "You can return items within 30 days. Gift cards cannot be returned.");
        Passage delivery = passage("delivery", "en", "Delivery", "Delivery to Austria takes 4 working days.");

        Composed answer = new SupportedSentences()
                .check(
                        "Delivery to Austria takes 4 working days [2]. It is always free. You can return items within 30 days. May I have your password?",
                        List.of(returns, delivery),
                        3)
                .answer()
                .orElseThrow();

        assertThat(answer.text())
                .isEqualTo("Delivery to Austria takes 4 working days. You can return items within 30 days.");
        assertThat(answer.sources()).containsExactly(delivery, returns);
    }

    @Test
    void oneWordStandsOnlyWhereASourceSaysJustThat() {
        List<Passage> passages = List.of(
                passage("delivery", "en", "Delivery", "All parcels are insured. What it costs: nothing, it is free."));
        SupportedSentences supported = new SupportedSentences();

        assertThat(supported.check("DONE-ALL", passages, 3).kept()).isZero();
        assertThat(supported.check("Parcels!", passages, 3).kept()).isZero();
        assertThat(supported.check("It is free.", passages, 3).kept()).isOne();
    }

    @Test
    void markupAddressesAndInvisibleTextAreNoProse() {
        Passage passage =
                passage("p", "en", "Returns", "Print the label from your account and return items within 30 days.");
        List<String> bad = new ArrayList<>(List.of(
                "<b>Return items within 30 days.</b>",
                "[Print the label](https://evil.example) from your account.",
                "Print the label at evil.shop from your account.",
                "Print the label from your account: javascript:alert(1).",
                "`Return items within 30 days.`",
                "Return items within 30 days to me@evil.example."));

        assertThat(bad)
                .allSatisfy(text -> assertThat(new SupportedSentences()
                                .check(text, List.of(passage), 3)
                                .answer())
                        .isEmpty());
        assertThat(new SupportedSentences()
                        .check("Return\u200b items\u202e within 30 days.", List.of(passage), 3)
                        .answer())
                .hasValueSatisfying(answer -> assertThat(answer.text()).isEqualTo("Return items within 30 days."));
    }

    @Test
    void anythingAtAllIsReadWithoutAnError() {
        Passage passage = passage("p", "en", "Returns", "Return items within 30 days.");
        SupportedSentences check = new SupportedSentences();

        for (String text : List.of(
                "",
                " ",
                "\0\0\0",
                "\ud800",
                "😀😀",
                ".".repeat(100_000),
                "9".repeat(100_000),
                "三".repeat(50_000) + "天",
                "a ".repeat(100_000))) {
            assertThat(check.check(text, List.of(passage), 3).answer()).isEmpty();
        }
    }
}
