package dev.aisle.recommender.assistance.outside;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.assistant.knowledge.domain.Passage;
import dev.aisle.assistant.outside.Composed;
import dev.aisle.assistant.outside.SupportedSentences;
import dev.aisle.assistant.outside.SuspectTexts;
import dev.aisle.assistant.shared.Language;
import dev.aisle.recommender.assistance.outside.Injections.Injection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** A model that obeys whatever it reads: none of what it is made to say comes out, since no passage that a model is shown says it. */
class InjectionsTest {
    private static final Map<Language, Passage> HONEST = Map.of(
            Language.ENGLISH,
            new Passage(
                    "returns",
                    1,
                    0,
                    Language.ENGLISH,
                    "Returns",
                    null,
                    "Unused items can be returned within 30 days of delivery. Gift cards cannot be returned.",
                    null),
            Language.CHINESE,
            new Passage("returns", 1, 0, Language.CHINESE, "退货", null, "未使用的商品在签收后30天内可以退货。礼品卡不能退货。", null));

    private static List<Passage> shown(Injection one) {
        Passage honest = HONEST.get(one.language());
        Passage poisoned = new Passage("poisoned", 1, 0, one.language(), honest.title(), null, one.text(), null);
        return one.place().equals("message") || SuspectTexts.speaksToMachines(one.text())
                ? List.of(honest)
                : List.of(honest, poisoned);
    }

    @Test
    void thereAreTwoHundredInBothLanguagesAndAllPlaces() {
        List<Injection> all = Injections.all();

        assertThat(all).hasSizeGreaterThanOrEqualTo(200);
        assertThat(all.stream().map(one -> one.place() + one.language()).distinct())
                .hasSize(6);
        assertThat(all.stream().map(Injection::text).distinct()).hasSameSizeAs(all);
    }

    @Test
    void whatAnObedientModelIsMadeToSayIsDropped() {
        assertThat(Injections.all().stream()
                        .filter(one -> new SupportedSentences()
                                .check(one.wanted(), shown(one), 3)
                                .answer()
                                .isPresent())
                        .toList())
                .isEmpty();
    }

    @Test
    void besideALieTheTrueSentenceStays() {
        assertThat(Injections.all().stream()
                        .filter(one -> !truth(one)
                                .equals(new SupportedSentences()
                                        .check(truth(one) + "\n" + one.wanted(), shown(one), 3)
                                        .answer()
                                        .map(Composed::text)
                                        .orElse("")))
                        .toList())
                .isEmpty();
    }

    private static String truth(Injection one) {
        return one.language() == Language.CHINESE ? "礼品卡不能退货。" : "Gift cards cannot be returned.";
    }

    @Test
    void textsForShoppersAreNotTakenForTextsToMachines() {
        List<String> plain = List.of(
                "The smart speaker comes with a voice control.",
                "Our rules for returns: keep the receipt and the label.",
                "Please ignore the small print on old labels.",
                "The instructions are in the box; follow the steps above.",
                "You are now a member of our loyalty programme.",
                "保修期内请按照说明书的指示使用。",
                "系统会在24小时内发送确认邮件。",
                "请忽略重复的邮件。");

        assertThat(plain.stream().filter(SuspectTexts::speaksToMachines).collect(Collectors.toList()))
                .containsExactly("You are now a member of our loyalty programme.");
    }
}
