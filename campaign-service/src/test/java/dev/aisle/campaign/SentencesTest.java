package dev.aisle.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.console.Language;
import dev.aisle.platform.console.Sentences;
import dev.aisle.testing.SourceTexts;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever works in Chinese reads in Chinese what is wrong and why. */
class SentencesTest {
    private static final Path SOURCE = Path.of("src/main/java/dev/aisle/campaign");

    private static boolean isEnglish(String text) {
        return Sentences.said(text, Language.ZH).english();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "campaigns",
                "experiments/domain",
                "experiments/usecase",
                "experiments/flags/domain",
                "experiments/analysis"
            })
    void whatIsFoundWrongIsSaidInChineseToo(String feature) {
        Set<String> texts = SourceTexts.given(
                SOURCE.resolve(feature),
                "\\.wrong\\(",
                "new Finding\\(",
                "RefusedTemplateException\\(",
                "NotPossible\\(",
                "WrongField\\(",
                "TooLittle\\(");

        assertThat(texts).isNotEmpty();
        assertThat(texts.stream().filter(SentencesTest::isEnglish)).isEmpty();
    }

    @Test
    void whatFiguresAllowToSayIsSaidInChineseToo() {
        List<String> said = List.of(
                "\"Orders\" with \"blue\" is 3.1 % higher (between +1.0 and +5.1 %), which is better. The chance that it is better is 99 %.",
                "\"Refunds\" with \"blue\": whether it is worse by more than the tolerated 10.0 % can't be told yet; the change is between -3.0 and +12.0 %. This is how it stands between looks and decides nothing.",
                "\"Orders\" with \"blue\": nothing can be said, since all units have the same value, so that chance can't be told from effect.",
                "Keep going until about 2026-12-24: so far there are 40 % of the planned units. The goal is better already, but whether \"Refunds\" is kept can't be told yet.",
                "Don't believe any of it: the arms haven't the sizes that the plan gives them (chance makes that once in 1,234 times): somebody is lost or counted in one arm only.",
                "Take \"blue\": \"Orders\" got better, and no guardrail was broken.",
                "Keep the control: \"blue\" makes \"Orders\" worse; \"red\" makes \"Orders\" and \"Revenue\" worse.",
                "It brought 4.20 more orders of a hundred people on average (95 % interval 1.00 to 7.40).",
                "has one that is no placement of this shop. Did you mean home? Known are cart, home. An operator adds one to aisle.placements.",
                "Left out: segment:perfume, since it stands in for the protected segment gender-w.");

        assertThat(said).noneMatch(SentencesTest::isEnglish);
        assertThat(Sentences.said(said.getFirst(), Language.ZH).text())
                .isEqualTo("“Orders”（blue）高 3.1 %（+1.0 至 +5.1 %），这是改善。改善的概率为 99 %。");
    }
}
