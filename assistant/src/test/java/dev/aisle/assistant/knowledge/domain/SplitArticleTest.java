package dev.aisle.assistant.knowledge.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.assistant.knowledge.domain.SplitArticle.Part;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitArticleTest {
    @Test
    void eachHeadingBeginsAPassageThatKnowsWhereItStands() {
        List<Part> parts = SplitArticle.of("Returns", """
                # Returns
                You have **30 days**.

                ## Refunds
                Money comes back.

                ### By card
                Within [5 days](https://shop.example).

                ## Exchange
                Ask us.
                """);

        assertThat(parts)
                .containsExactly(
                        new Part(null, "You have 30 days."),
                        new Part("Refunds", "Money comes back."),
                        new Part("Refunds › By card", "Within 5 days."),
                        new Part("Exchange", "Ask us."));
    }

    @Test
    void anArticleWithoutHeadingsIsOnePassage() {
        assertThat(SplitArticle.of("Hours", "Open\nfrom nine.\n\nClosed on Sundays."))
                .containsExactly(new Part(null, "Open from nine.\nClosed on Sundays."));
    }

    @Test
    void stepsKeepTheirNumbersAndItemsTheirLines() {
        assertThat(SplitArticle.of("T", "3. Pack it.\n4. Print the *label*.\n\n- one\n- two\n  - deeper\n"))
                .containsExactly(new Part(null, "3. Pack it.\n4. Print the label.\none\ntwo\ndeeper"));
    }

    @Test
    void aTableBecomesALineARowWithItsHeads() {
        assertThat(SplitArticle.of("T", "| Country | Costs |\n|---|---|\n| France | 5 € |\n| Chile | |\n"))
                .containsExactly(new Part(null, "Country: France; Costs: 5 €\nCountry: Chile"));
    }

    @Test
    void codeStaysAsItIsAndItsHashesAreNoHeadings() {
        assertThat(SplitArticle.of("T", "Before\n\n```\n# no heading\ncode --flag\n```\nAfter"))
                .containsExactly(new Part(null, "Before\n# no heading\ncode --flag\nAfter"));
    }

    @Test
    void htmlBecomesItsWords() {
        assertThat(
                        SplitArticle.of(
                                "T",
                                "<div onclick=\"evil()\"><p>Hello <b>you</b> &amp; me</p><script>alert('x')</script></div>\n\nIt is <i>fine</i>.<br>Really."))
                .containsExactly(new Part(null, "Hello you & me\nIt is fine.\nReally."));
    }

    @Test
    void whatRunsAndWhatNobodySeesIsLeftOut() {
        assertThat(
                        SplitArticle.of(
                                "T",
                                "Keep it.<script>evil()</script> [Win](javascript:alert(1)) [Help](/help) 退\u200B货 B\u200Bo\u200Bx."))
                .containsExactly(new Part(null, "Keep it. Help 退货 Box."));
    }

    @Test
    void aLongChineseTextIsSplitBetweenSentences() {
        String sentence = "我们会在收到退货后的十四天内把您支付的款项退还到原来的付款账户。";

        List<Part> parts = SplitArticle.of("退款", "## 多久到账\n" + sentence.repeat(40));

        assertThat(parts).hasSizeGreaterThan(5).allSatisfy(part -> {
            assertThat(part.heading()).isEqualTo("多久到账");
            assertThat(part.text()).startsWith("我们会在").endsWith("。");
            assertThat(part.text().length()).isLessThanOrEqualTo(SplitArticle.LONGEST / 3 + 10);
        });
        assertThat(parts.stream().map(Part::text).collect(Collectors.joining()).replace(" ", ""))
                .isEqualTo(sentence.repeat(40));
    }

    @Test
    void headingsAloneAreAPassage() {
        assertThat(SplitArticle.of("Contact", "# Contact\n## Call 0800 123"))
                .containsExactly(new Part(null, "Call 0800 123"));
    }

    @Test
    void aLoneBracketStaysWhatItIs() {
        assertThat(SplitArticle.of("T", "If 3 < 5, write <mail> `a<b` <!-- not this --> & go."))
                .containsExactly(new Part(null, "If 3 < 5, write a<b & go."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"> ", "- ", "[", "*a **b ", "<a ", "<!-- ", "x", "# h\n", "| a ", "<b>", "`", "\n", "\\", "&"})
    void aMegabyteOfAnythingIsSplitIntoBoundedPassages(String repeated) {
        String text = "Begin. " + repeated.repeat((1 << 20) / repeated.length()) + " end";

        List<Part> parts = SplitArticle.of("T", text);

        assertThat(parts)
                .isNotEmpty()
                .allSatisfy(part -> assertThat(part.text().length()).isBetween(1, SplitArticle.LONGEST + 300));
    }

    @Property(tries = 200)
    void noTextBreaksIt(@ForAll String text) {
        assertThat(SplitArticle.of("T", text))
                .allSatisfy(part -> assertThat(part.text()).isNotBlank());
    }
}
